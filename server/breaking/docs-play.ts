/**
 * One scene: three people and all that can be done to a doc, on wires that hold back what they
 * like. In the end everybody has the same doc, the same suggestions and the same comments.
 */
import { Random } from '../testing/random'
import { withSeededIds } from '../testing/seeded-ids'
import { acts } from './docs-acts'
import { endAll } from './docs-deciding'
import type { Person } from './docs-person'
import { requirePromises } from './docs-promises'
import { Quotes } from './docs-quotes'
import { comeToRest, untilQuiet } from './docs-rest'
import { arrive, type Play } from './docs-scene'
import type { DocStage } from './docs-stage'
import { Words } from './docs-words'

export type SceneWish = { stage: DocStage; seed: number; steps: number; story: string[] }

/** Throws when a promise is broken. */
export function playScene(wish: SceneWish): Promise<void> {
  const random = new Random(wish.seed)
  return withSeededIds(new Random(random.below(2 ** 32)), () => play(wish, random))
}

async function play({ stage, steps, story }: SceneWish, random: Random): Promise<void> {
  const { docId, projectId } = await stage.newDoc()
  const people: Person[] = []
  const it: Play = {
    ...{ stage, random, docId, projectId, people, story, words: new Words() },
    ...{ batches: [], versions: [], said: new Map(), quotes: new Quotes() },
  }
  for (const member of stage.members) people.push(await arrive(it, member))
  try {
    await untilQuiet(it)
    for (let step = 0; step < steps; step++) {
      const [name, act] = random.pick(hat)
      const did = await act(it)
      story.push(did ? `${name}: ${did}` : name)
      await untilQuiet(it)
    }
    await comeToRest(it)
    await requirePromises(it)
    await endAll(it)
    story.push('all suggestions decided')
    await comeToRest(it)
    await requirePromises(it)
  } finally {
    for (const person of people) person.leave()
  }
}

const hat = Object.entries(acts).flatMap(([name, { often, act }]) =>
  Array<[string, typeof act]>(often).fill([name, act]),
)
