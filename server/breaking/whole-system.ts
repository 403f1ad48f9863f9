/**
 * Everything that can happen to the whole system, in an order a seed decides: people write, go
 * offline, lose and get their rights, sign out; nodes are killed, Postgres crashes, Redis vanishes.
 * A model knows who may do what and what was acknowledged, and in the end all of it must hold.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type { NodeProcess } from '../bench/house-process'
import { Random } from '../testing/random'
import { requireAcknowledged } from './crowd'
import { actions } from './system-actions'
import { type Cast, openStage, type Stage, type StageWish } from './system-stage'

export type SystemWish = Omit<StageWish, 'random'> & {
  actions: number
  seed: number
  say(line: string): void
}

/** Each presses a key this often, milliseconds. */
const keyMs = 150
const patienceMs = 20_000

/** Answers how many updates were acknowledged. Throws naming the promise that was broken. */
export async function playSystem(wish: SystemWish): Promise<number> {
  const random = new Random(wish.seed)
  const stage = await openStage({ ...wish, random })
  const typing = stage.cast.map((one) => setInterval(() => type(stage, one), keyMs))
  try {
    for (let done = 0; done < wish.actions; done++) {
      const name = random.pick(Object.keys(actions))
      wish.say(`${done + 1}. ${name}`)
      await actions[name]?.(stage)
      await wait(random.below(400))
    }
    for (const timer of typing) clearInterval(timer)
    return await requirePromises(stage)
  } finally {
    for (const timer of typing) clearInterval(timer)
    await stage.close()
  }
}

/** Whoever may, here or offline: a word nobody else ever writes; what they erase lies elsewhere. */
function type(stage: Stage, one: Cast): void {
  if (!one.mayType || !stage.may(one, 'write')) return
  const text = one.client.doc.getText('body')
  const scratch = one.client.doc.getText('scratch')
  if (scratch.length > 100) scratch.delete(stage.random.below(50), 40)
  else scratch.insert(0, 'scratch')
  const word = `<${stage.words.length}>`
  stage.words.push({ word, at: Date.now() })
  text.insert(text.length, word)
}

async function requirePromises(stage: Stage): Promise<number> {
  const allowed = stage.cast.filter((one) => stage.may(one, 'read'))
  for (const one of stage.cast) stage.requireDeaf(one)
  await Promise.all(allowed.map(({ client }) => client.enter()))
  await Promise.all(allowed.map(({ client }) => client.settled()))
  const people = stage.cast.map(({ client }) => client)
  let acknowledged = 0
  for (const node of stage.running) {
    acknowledged = await requireAcknowledged(stage.lead.addressOf(node), people, patienceMs)
  }
  await requireSame(stage, allowed)
  await Promise.all([...stage.running].map(requireCalm))
  return acknowledged
}

async function requireSame(stage: Stage, allowed: readonly Cast[]) {
  const until = Date.now() + patienceMs
  const read = () => new Set(allowed.map(({ client }) => client.doc.getText('body').toString()))
  while (read().size > 1) {
    if (Date.now() > until) throw new Error('[S3] Two people read different words.')
    await wait(100)
  }
  const [words = ''] = read()
  const written = new Set(stage.words.map(({ word }) => word))
  const unknown = words.match(/<\d+>/g)?.find((word) => !written.has(word))
  if (unknown) throw new Error(`[S3] Nobody wrote ${unknown}.`)
  for (const { client } of allowed) {
    const { pendingStructs, pendingDs } = client.doc.store
    if (pendingStructs !== null || pendingDs !== null) throw new Error('[S3] Something is missing.')
  }
}

/** Answers in a moment, as when nothing had happened. */
async function requireCalm(node: NodeProcess) {
  const { status } = await fetch(`${node.origin}/readyz`)
  if (status !== 200) throw new Error(`A node is not ready again: ${status}.`)
}
