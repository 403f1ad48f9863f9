/** What must hold once everybody has heard everything. */
import { placesKey } from '@atelier/shared/comments/thread-places'
import { docBody } from '@atelier/shared/docs/doc'
import { readSuggestions } from '@atelier/shared/suggestions/read-suggestions'
import { SuggestedDoc } from '@atelier/shared/suggestions/suggested-doc-edits'
import type { Suggestion } from '@atelier/shared/suggestions/suggestion'
import { bodyOf } from '@atelier/shared/suggestions/two-authors'
import type { RoomName } from '@atelier/shared/sync/room-name'
import { unswept } from '@atelier/shared/sync/unswept'
import * as Y from 'yjs'
import { loggedUpdates } from '../suggestions/suggestion-queries'
import { Line } from './docs-line'
import { asShown, readVersion, saidBy, saysOf } from './docs-past'
import type { Person } from './docs-person'
import { type Play, roomDoc } from './docs-scene'
import { docRoom, forkRoom } from './docs-stage'
import { lookAt } from './docs-words'

export async function requirePromises(play: Play): Promise<void> {
  await requireSameDoc(play)
  await requireSameForks(play)
  requireSamePlaces(play)
  await requireLists(play)
  await requirePast(play)
  const held = await roomDoc(play, docRoom(play.docId))
  const lost = play.words.lost(lookAt(held))
  expectThat(lost.length === 0, `lost: ${lost.join(' ')} from ${docBody(held)}`)
}

async function requireSameDoc(play: Play): Promise<void> {
  const { people, docId } = play
  const room = docRoom(docId)
  const held = await roomDoc(play, room)
  await requireStored(play, docId, held)
  const newcomer = await arrive(play, room)
  requireSame(newcomer, held, 'a newcomer')
  const said = saysDoc(newcomer)
  asShown(bodyOf(newcomer)).check()
  for (const { name, line, editor } of people) {
    expectThat(line.client.refused.length === 0, `${name} is refused something`)
    requireSame(line.doc, held, name)
    const shown = saidBy(editor.state.doc)
    expectThat(shown === said, `${name} sees ${shown} instead of ${said}`)
    editor.state.doc.check()
  }
}

const saysDoc = (doc: Y.Doc): string => saidBy(bodyOf(doc))

async function requireStored(play: Play, roomId: string, held: Y.Doc): Promise<void> {
  const stored = unswept(new Y.Doc())
  for (const update of await loggedUpdates(play.stage.app.deps.db, roomId)) {
    Y.applyUpdate(stored, update)
  }
  requireSame(stored, held, 'the log')
}

async function arrive({ stage, people }: Play, room: RoomName): Promise<Y.Doc> {
  const member = stage.members.at(-1)
  if (!member || people.length === 0) throw new Error('nobody is left')
  const line = new Line(stage.app.rooms, { room, ticket: member.ticket }, false)
  while (!line.isSettled) await new Promise((resolve) => setTimeout(resolve, 1))
  line.leave()
  return line.doc
}

function requireSame(one: Y.Doc, other: Y.Doc, who: string): void {
  expectThat(one.store.pendingStructs === null, `${who} waits for something`)
  const isEqual = Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other))
  expectThat(isEqual, `${who} has ${saysDoc(one)} instead of ${saysDoc(other)}`)
  expectThat(bytesOf(one) === bytesOf(other), `${who} has other bytes`)
}

/** As whoever comes new would have it: somebody who can undo still has what was deleted. */
function bytesOf(doc: Y.Doc): string {
  const anew = unswept(new Y.Doc())
  Y.applyUpdate(anew, Y.encodeStateAsUpdate(doc))
  return Buffer.from(Y.encodeStateAsUpdate(anew)).toString('base64')
}

async function requireSameForks(play: Play): Promise<void> {
  const { people } = play
  const ids = people.map(({ forks }) => [...forks.keys()].sort().join())
  expectThat(new Set(ids).size === 1, `they know of different forks: ${ids.join(' and ')}`)
  for (const id of people[0]?.forks.keys() ?? []) {
    const [doc, fork] = [
      await roomDoc(play, docRoom(play.docId)),
      await roomDoc(play, forkRoom(id)),
    ]
    await requireStored(play, id, fork)
    const live = new SuggestedDoc({ doc, fork, writes: false })
    const keys = readSuggestions(doc, live.current, fork).map(({ key }) => key)
    for (const person of people) requireSameFork(person, id, fork, live.current)
    for (const { name, forks } of people) {
      const read = forks.get(id)?.suggestions.map(({ key }) => key)
      expectThat(`${read}` === `${keys}`, `${name} reads in a fork ${read} instead of ${keys}`)
    }
    asShown(bodyOf(live.current)).check()
    live.close()
  }
}

/** What was accepted or refused is suggested no more; `keys` were suggested before. */
export async function requireDecided(play: Play, forkId: string, keys: string[]): Promise<void> {
  const open = (await suggestedIn(play, forkId)).filter(({ key }) => keys.includes(key))
  const told = open.map(({ removed, inserted }) => `“${inserted}” for “${removed}”`)
  expectThat(open.length === 0, `decided, and still suggested: ${told.join(', ')}`)
}

/** As the server reads it now. */
export async function suggestedIn(play: Play, forkId: string): Promise<Suggestion[]> {
  const [doc, fork] = [
    await roomDoc(play, docRoom(play.docId)),
    await roomDoc(play, forkRoom(forkId)),
  ]
  const live = new SuggestedDoc({ doc, fork, writes: false })
  const open = readSuggestions(doc, live.current, fork)
  live.close()
  return open
}

function requireSameFork({ name, forks }: Person, id: string, fork: Y.Doc, text: Y.Doc): void {
  const own = forks.get(id)
  if (!own) return
  requireSame(own.line.doc, fork, `${name}, in a fork,`)
  const [shown, said] = [saysDoc(own.text), saysDoc(text)]
  expectThat(shown === said, `${name} sees a fork as ${shown} instead of ${said}`)
  if (!own.editor) return
  const typed = saidBy(own.editor.state.doc)
  expectThat(typed === said, `${name} suggests in ${typed} instead of ${said}`)
}

function requireSamePlaces({ people, quotes }: Play): void {
  const told = people.map(({ name, editor }) => {
    const { places, threads } = placesKey.getState(editor.state) ?? {
      places: new Map(),
      threads: [],
    }
    const all = threads.map(({ id, text, quote }) => {
      const place = places.get(id)
      const said = place ? editor.state.doc.textBetween(place.from, place.to, '\n', '*') : null
      return { id, text, quote, place, said }
    })
    return { name, all }
  })
  const [first, ...others] = told
  for (const { name, all } of others) {
    const [one, two] = [JSON.stringify(all), JSON.stringify(first?.all)]
    expectThat(one === two, `${name} finds threads at ${one}, ${first?.name} at ${two}`)
  }
  const [{ editor, line }] = people as [Person]
  for (const { text, quote, place, said } of first?.all ?? []) {
    const fault = quotes.faultOf(text, place, editor.state, line.doc)
    expectThat(fault === null, `a comment on “${quote}” is shown at “${said}”: ${fault}`)
  }
}

async function requireLists(play: Play): Promise<void> {
  const { stage, docId, projectId, said } = play
  for (const { browser, name } of stage.members) {
    const project = (await browser.get(`/api/projects/${projectId}`)).body
    const listed = JSON.stringify(project).match(/"openThreads":(\d+)/)?.[1]
    const open = [...said.values()].filter(({ resolved }) => !resolved).length
    expectThat(Number(listed) === open, `${name} is told of ${listed} open threads, not ${open}`)
    const { threads } = (await browser.get(`/api/docs/${docId}/threads`)).body
    const found = threads.map(
      (one: { id: string; resolved: unknown; comments: unknown[] }) =>
        [one.id, { comments: one.comments.length, resolved: one.resolved !== null }] as const,
    )
    const wanted = JSON.stringify([...said].sort())
    expectThat(JSON.stringify(found.sort()) === wanted, `${name} is told ${JSON.stringify(found)}`)
  }
}

async function requirePast({ stage, docId, versions }: Play): Promise<void> {
  for (const { seq, said } of versions) {
    for (const { browser, name } of stage.members) {
      const now = saysOf(await readVersion(browser, docId, seq))
      expectThat(now === said, `${name} reads version ${seq} as ${now} instead of ${said}`)
    }
  }
}

function expectThat(holds: boolean, what: string): void {
  if (!holds) throw new Error(what)
}
