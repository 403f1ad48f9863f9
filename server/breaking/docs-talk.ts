/** What is said about a doc, and about its words. */
import { encodeAnchor } from '@atelier/shared/comments/anchor'
import { anchorToText } from '@atelier/shared/comments/anchor-text'
import { holdOn } from '@atelier/shared/comments/mark-places'
import { type Person, requireOk } from './docs-person'
import { type Acts, type Play, tellEverybody } from './docs-scene'

export const talkActs: Acts = {
  comment: { often: 4, act: comment },
  commentOnAll: { often: 1, act: (play) => begin(play, play.random.pick(play.people), null) },
  reply: { often: 2, act: reply },
  resolve: { often: 1, act: (play) => resolve(play, true) },
  reopen: { often: 1, act: (play) => resolve(play, false) },
}

function comment(play: Play): string {
  const { random } = play
  const person = random.pick(play.people)
  const { state } = person.editor
  const from = random.below(state.doc.content.size + 1)
  const to = Math.min(state.doc.content.size, from + 1 + random.below(14))
  return begin(play, person, from < to ? holdOn(state, { from, to }) : null)
}

function begin(play: Play, person: Person, held: ReturnType<typeof holdOn>): string {
  const id = crypto.randomUUID()
  const about = held
    ? { anchor: anchorToText(encodeAnchor(held.anchor)), quote: held.quote }
    : { anchor: null, quote: '' }
  if (held && about.anchor) person.onHeld(about.anchor, held.anchor)
  person.ask(async (browser) => {
    const path = `/api/docs/${play.docId}/threads`
    requireOk(await browser.post(path, { id, body: [{ text: 'Why?' }], ...about }))
    play.said.set(id, { comments: 1, resolved: false })
    tellEverybody(play)
  })
  return `${person.name} on “${about.quote}”`
}

/** Somebody who knows of it, and a thread. */
function pickThread({ random, people, docId }: Play) {
  const person = random.pick(people)
  const thread = random.pick(person.threads)
  return thread && { person, id: thread.id, path: `/api/docs/${docId}/threads/${thread.id}` }
}

function reply(play: Play): string {
  const picked = pickThread(play)
  if (!picked) return 'nothing'
  const { person, id, path } = picked
  person.ask(async (browser) => {
    const said = { id: crypto.randomUUID(), body: [{ text: 'Because.' }] }
    requireOk(await browser.post(`${path}/comments`, said))
    play.said.set(id, { comments: (play.said.get(id)?.comments ?? 0) + 1, resolved: false })
    tellEverybody(play)
  })
  return person.name
}

function resolve(play: Play, resolved: boolean): string {
  const picked = pickThread(play)
  if (!picked) return 'nothing'
  const { person, id, path } = picked
  person.ask(async (browser) => {
    const { status } = await browser.post(`${path}/${resolved ? 'resolve' : 'reopen'}`)
    // Who may only comment resolves their own.
    if (status === 403 && resolved && !person.mayEdit) return
    if (status !== 204) throw new Error(`a thread is not resolved or reopened: ${status}`)
    play.said.set(id, { comments: play.said.get(id)?.comments ?? 0, resolved })
    tellEverybody(play)
  })
  return person.name
}
