/**
 * Accepts or refuses suggestions. Either way they are taken out of the fork; accepting also writes
 * them into the doc, as an edit like any other, so that it meets what others type at that moment.
 */
import * as Y from 'yjs'
import { docBody, docTitle } from '../docs/doc'
import { acceptInto, deleteIds } from './accept-edits'
import { goneMap, keptMap, keyOfType } from './kept'
import { makeAlike } from './make-alike-edits'
import { readSuggestions } from './read-suggestions'
import { giveUpMarks, setMarksAnew } from './settle-marks-edits'
import { SuggestedDoc } from './suggested-doc-edits'
import type { Suggestion } from './suggestion'
import { takeOut, tidy } from './take-out-edits'
import { textsToSettle } from './texts-to-settle'

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
  const spots = decided.flatMap((suggestion) => suggestion.spots)
  const texts = textsToSettle(doc, live.current, spots, open)
  const seen = Y.encodeStateAsUpdate(live.current)
  const inFork = recording(fork)
  const accepted = opened(wish.doc)
  const inDoc = recording(accepted)
  if (wish.accept) for (const each of decided) acceptInto(accepted, live.current, each)
  takeOut({ doc, fork, live }, spots, wish.accept ? accepted : null)
  giveUpMarks(fork, live, texts)
  const update = asItArrives(wish.doc, inDoc.written())
  if (update) for (const each of [doc, accepted]) Y.applyUpdate(each, update)
  setMarksAnew(live, texts)
  live.close()
  const after = Y.encodeStateAsUpdate(doc)
  return {
    decided,
    after,
    doc: update,
    fork: Y.encodeStateAsUpdate(fork, Y.encodeStateVectorFromUpdate(wish.fork)),
    undo: undoOf({ inDoc, inFork, accepted, fork }, { doc: wish.doc, suggested: seen }),
  }
}

/**
 * With the limits of marks that Yjs sweeps away wherever this comes from elsewhere. What takes it back
 * has to know of them.
 */
function asItArrives(doc: Uint8Array, update: Uint8Array | null): Uint8Array | null {
  if (!update) return null
  const updates: Uint8Array[] = []
  const there = opened(doc)
  there.on('update', (each: Uint8Array) => updates.push(each))
  Y.applyUpdate(there, update)
  return Y.mergeUpdates(updates)
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
    undo(andThen: () => void) {
      updates.length = 0
      undoing.undo()
      andThen()
      return written()
    },
  }
}

type Recorded = Record<'inDoc' | 'inFork', ReturnType<typeof recording>> &
  Record<'accepted' | 'fork', Y.Doc>

/** `before`: what the doc and the fork said, each as one update. */
function undoOf(
  { inDoc, inFork, accepted, fork }: Recorded,
  before: { doc: Uint8Array; suggested: Uint8Array },
): Decision['undo'] {
  const doc = inDoc.undo(() => makeAlike(accepted, opened(before.doc)))
  const update = inFork.undo(() => {
    if (doc) removeAgain(fork, doc)
    const live = new SuggestedDoc({ doc: accepted, fork, writes: true })
    makeAlike(live.current, opened(before.suggested))
    live.close()
  })
  return { doc, fork: update }
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
