/** Suggestions are accepted, refused and taken back, however old what one sees of them is. */
import type { Person } from './docs-person'
import { requireDecided, suggestedIn } from './docs-promises'
import { comeToRest } from './docs-rest'
import { type Acts, editorOf, type Play, roomDoc } from './docs-scene'
import { docRoom } from './docs-stage'
import { lookAt, wordsIn } from './docs-words'

export const decideActs: Acts = {
  decide: { often: 4, act: (play) => decideSeen(play, () => play.random.below(2) === 0) },
  decideAll: { often: 1, act: (play) => decideSeen(play, () => true) },
  takeBack: { often: 2, act: takeBack },
}

function decideSeen(play: Play, isChosen: () => boolean): string {
  const person = editorOf(play)
  const fork = play.random.pick([...person.forks.values()])
  const seen = (fork?.suggestions ?? []).filter(isChosen)
  if (!fork || seen.length === 0) return 'nothing'
  const accept = play.random.below(2) === 0
  decide(play, person, { forkId: fork.id, accept, seen })
  return `${person.name} ${accept ? 'accepts' : 'refuses'} ${seen.length}`
}

type Wish = { forkId: string; accept: boolean; seen: { key: string; inserted: string }[] }

function decide(play: Play, person: Person, { forkId, accept, seen }: Wish): void {
  const path = `/api/docs/${play.docId}/suggestions/${forkId}/decisions`
  person.ask((browser) =>
    inRoom(play, 'decide', async () => {
      const keys = seen.map(({ key }) => key)
      // What is gone by now may be suggested again by what is decided with it.
      const open = new Set((await suggestedIn(play, forkId)).map(({ key }) => key))
      const { body, status } = await browser.post(path, { keys, accept })
      if (isTooOld(status)) return null
      if (status !== 200)
        throw new Error(`a decision is refused: ${status} ${JSON.stringify(body)}`)
      const decided = keys.filter((key) => open.has(key))
      await requireDecided(play, forkId, decided)
      if (body.batchId) play.batches.push({ by: person.name, forkId, batchId: body.batchId })
      return accept && body.gone === 0 ? seen.map(({ inserted }) => inserted) : null
    }),
  )
}

/** Withdrawn or taken back meanwhile, or no valid doc any more with what others did. */
const isTooOld = (status: number) => [400, 404, 410].includes(status)

function takeBack(play: Play): string {
  const batch = play.batches.pop()
  if (!batch) return 'nothing'
  const { by: name, forkId, batchId } = batch
  const by = play.people.find((one) => one.name === name)
  if (!by) throw new Error(`${name} is away`)
  const path = `/api/docs/${play.docId}/suggestions/${forkId}/decisions/${batchId}/undo`
  by.ask((browser) =>
    inRoom(play, 'takeBack', async () => {
      const { status } = await browser.post(path)
      if (status !== 204 && !isTooOld(status)) throw new Error(`taking back is refused: ${status}`)
      return null
    }),
  )
  return by.name
}

/** What the server writes in the doc is somebody's doing, too. `work` answers what was accepted. */
async function inRoom(play: Play, deed: string, work: () => Promise<string[] | null>) {
  const before = await roomDoc(play, docRoom(play.docId))
  const accepted = await work()
  const after = lookAt(await roomDoc(play, docRoom(play.docId)))
  const missing = (accepted ?? []).flatMap(wordsIn).filter((word) => !after.words.has(word))
  if (missing.length > 0) throw new Error(`accepted, and not in the doc: ${missing.join(' ')}`)
  play.words.note(lookAt(before), after, deed, 'the server')
}

/** All that is still open: of one author accepted, of the other refused. */
export async function endAll(play: Play): Promise<void> {
  const [editor] = play.people as [Person]
  const accepts = play.random.below(2)
  for (const [nth, fork] of [...editor.forks.values()].entries()) {
    const seen = fork.suggestions
    if (seen.length > 0) {
      decide(play, editor, { forkId: fork.id, accept: nth % 2 === accepts, seen })
    }
    await comeToRest(play)
  }
}
