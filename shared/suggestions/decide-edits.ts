/**
 * Accepts or refuses suggestions. Either way they are taken out of the fork; accepting also writes
 * them into the doc, as an edit like any other, so that it meets what others type at that moment.
 */
import * as Y from 'yjs'
import { docBody, docTitle } from '../docs/doc'
import { acceptInto, deleteIds, textOf } from './accept-edits'
import type { IdRange } from './id-ranges'
import { goneMap, keptMap, keyOfType } from './kept'
import { readSuggestions } from './read-suggestions'
import { sameType, structAt } from './same-type'
import { giveUpMarks, marksOf, setMarksAnew } from './settle-marks-edits'
import { SuggestedDoc } from './suggested-doc-edits'
import type { Suggestion } from './suggestion'
import { takeOut, tidy } from './take-out-edits'

export type Wish = {
  /** The doc and the fork, each as one update. */
  doc: Uint8Array
  fork: Uint8Array
  /** Which suggestions. One that says something else by now has another key, and is left alone. */
  keys: readonly string[]
  accept: boolean
}

/** What is to be written in each room, and what would take it back again. */
export type Decision = {
  decided: Suggestion[]
  doc: Uint8Array | null
  fork: Uint8Array
  undo: { doc: Uint8Array | null; fork: Uint8Array | null }
  /** The doc as it will be, as one update. */
  after: Uint8Array
}

export function decide(wish: Wish): Decision {
  const doc = opened(wish.doc)
  const fork = opened(wish.fork)
  const live = new SuggestedDoc({ doc, fork, writes: true })
  const wanted = new Set(wish.keys)
  tidy({ doc, fork, live })
  const all = readSuggestions(doc, live.current, fork)
  const decided = all.filter(({ key }) => wanted.has(key))
  const open = all.filter(({ key }) => !wanted.has(key))
  const texts = textsOf(doc, live.current, decided)
  const inFork = recording(fork)
  const accepted = opened(wish.doc)
  const inDoc = recording(accepted)
  if (wish.accept) for (const each of decided) acceptInto(accepted, live.current, each)
  takeOut(
    { doc, fork, live },
    decided.flatMap(({ spots }) => spots),
    wish.accept ? accepted : null,
  )
  giveUpMarks(
    fork,
    live,
    texts.map(({ text }) => text),
  )
  const update = inDoc.written()
  if (update) Y.applyUpdate(doc, update)
  setMarksAnew(
    live,
    texts.map((text) => ({ ...text, suggested: markedIn(open, text.text) })),
  )
  live.close()
  const after = Y.encodeStateAsUpdate(doc)
  return {
    decided,
    after,
    doc: update,
    fork: Y.encodeStateAsUpdate(fork, Y.encodeStateVectorFromUpdate(wish.fork)),
    undo: undoOf(inDoc, inFork, fork),
  }
}

/** The texts of the doc in which something is decided. */
function textsOf(doc: Y.Doc, suggested: Y.Doc, decided: readonly Suggestion[]) {
  const spots = decided.flatMap((suggestion) => suggestion.spots)
  const texts = spots.flatMap((spot) =>
    spot.kind === 'formatting'
      ? (textOf(doc, spot.where, spot.on.type) ?? [])
      : [...spot.inserted.ids, ...spot.removed.ids].flatMap(
          (id) => textAround(suggested, doc, id) ?? [],
        ),
  )
  return [...new Set(texts)].map((text) => {
    const there = sameType(text, suggested)
    return { text, before: there instanceof Y.Text ? marksOf(there) : new Map() }
  })
}

function textAround(suggested: Y.Doc, doc: Y.Doc, { client, clock }: IdRange): Y.Text | null {
  const parent = structAt(suggested, Y.createID(client, clock))?.parent
  const theirs = parent instanceof Y.Text ? sameType(parent, doc) : null
  return theirs instanceof Y.Text ? theirs : null
}

/** The letters of a text whose marks are suggested. */
function markedIn(suggestions: readonly Suggestion[], text: Y.Text): Set<string> {
  const id = text._item?.id ?? null
  const spots = suggestions.flatMap((suggestion) => suggestion.spots)
  return new Set(
    spots
      .filter(({ kind, on }) => kind === 'formatting' && Y.compareIDs(on.type, id))
      .flatMap((spot) => lettersFrom(text, spot)),
  )
}

function lettersFrom(text: Y.Text, { on }: Suggestion['spots'][number]): string[] {
  const letters = [...marksOf(text).keys()]
  const from = letters.indexOf(`${on.first?.client}.${on.first?.clock}`)
  return from < 0 ? [] : letters.slice(from, from + on.length)
}

function opened(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  docBody(doc)
  docTitle(doc)
  return doc
}

/** What is written from now on, as an update, and another one that takes it back. */
function recording(doc: Y.Doc) {
  const scope = [
    docBody(doc),
    docTitle(doc),
    keptMap(doc),
    goneMap(doc),
  ] as Y.AbstractType<unknown>[]
  const updates: Uint8Array[] = []
  const note = (update: Uint8Array) => updates.push(update)
  const undoing = new Y.UndoManager(scope, {
    // Our own origins are plain objects; what a fork takes from the doc has another.
    trackedOrigins: new Set([null, Object]),
    captureTimeout: Number.MAX_SAFE_INTEGER,
  })
  doc.on('update', note)
  const written = () => (updates.length > 0 ? Y.mergeUpdates(updates) : null)
  return {
    written,
    undo(andThen?: () => void) {
      updates.length = 0
      undoing.undo()
      andThen?.()
      return written()
    },
  }
}

type Recording = ReturnType<typeof recording>

function undoOf(inDoc: Recording, inFork: Recording, fork: Y.Doc): Decision['undo'] {
  const doc = inDoc.undo()
  return { doc, fork: inFork.undo(() => void (doc && removeAgain(fork, doc))) }
}

/** What the doc had given up is written anew there, and so must be removed anew here. */
function removeAgain(fork: Y.Doc, rewritten: Uint8Array): void {
  Y.applyUpdate(fork, rewritten)
  const items = Y.decodeUpdate(rewritten).structs.filter((struct) => struct instanceof Y.Item)
  const content = items.filter(
    (item) => item.parentSub === null && !(item.content instanceof Y.ContentFormat),
  )
  for (const item of content) {
    if (item.content instanceof Y.ContentType) goneMap(fork).set(keyOfType(item.id), true)
  }
  const letters = content.filter((item) => !(item.content instanceof Y.ContentType))
  deleteIds(
    fork,
    letters.map(({ id, length }) => ({ client: id.client, clock: id.clock, length })),
  )
}

/** What is in any of them, as one update. */
export function united(updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc()
  takeIn(doc, updates)
  return Y.encodeStateAsUpdate(doc)
}

export function takeIn(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  for (const update of updates) Y.applyUpdate(doc, update)
}
