/** A doc as a fork of it would have it: what an author writes in, and what others look at. */
import * as Y from 'yjs'
import { docBody, docTitle } from '../docs/doc'
import { type IdSet, idSetOf, idsOf, withoutIds } from './id-ranges'
import { keptAttributes, keptIds, keptMap, keyOfAttribute, keyOfRange, readRange } from './kept'
import { structAt } from './same-type'

/** All of `doc`, with what `fork` adds and takes away. Neither is changed. */
function unitedDoc(doc: Y.Doc, fork: Y.Doc): Y.Doc {
  const whole = unswept(new Y.Doc({ gc: false }))
  // The doc first: of what the fork has swept away it still has the words.
  for (const each of [doc, fork]) Y.applyUpdate(whole, Y.encodeStateAsUpdate(each))
  const { sv, ds } = Y.snapshot(whole)
  const kept = withoutIds(keptIds(fork), Y.snapshot(doc).ds)
  const made = unswept(new Y.Doc())
  Y.createDocFromSnapshot(whole, new Y.Snapshot(withoutIds(ds, kept), sv), made)
  whole.destroy()
  // As yet they are of no kind: whoever looks for them by name would not find them.
  docBody(made)
  docTitle(made)
  return made
}

/**
 * Where two limits of marks say the same, Yjs deletes one. In a fork that would be a change of its
 * own: the doc goes on with a limit that the fork does not have. There is no public way to leave it.
 */
function unswept(doc: Y.Doc): Y.Doc {
  doc.on('afterTransaction', (transaction) => {
    transaction._needFormattingCleanup = false
  })
  return doc
}

/** Where the fork has no opinion about an attribute, it has the doc's. */
function followAttributes(doc: Y.Doc, fork: Y.Doc, made: Y.Doc): void {
  for (const { element, name } of keptAttributes(fork)) {
    const [ours, theirs] = [made, doc].map((each) => elementAt(each, element))
    if (!ours || !theirs) continue
    const value = theirs.getAttribute(name)
    if (JSON.stringify(ours.getAttribute(name)) === JSON.stringify(value)) continue
    if (value === undefined) ours.removeAttribute(name)
    else ours.setAttribute(name, value)
  }
}

export function elementAt(doc: Y.Doc, id: Y.ID): Y.XmlElement | null {
  const item = structAt(doc, id)
  if (!item || item.deleted || !(item.content instanceof Y.ContentType)) return null
  return item.content.type instanceof Y.XmlElement ? item.content.type : null
}

/** So much of its own deletions the fork does not mean. */
export function keepInFork(fork: Y.Doc, ids: IdSet): void {
  for (const range of idsOf(ids)) keptMap(fork).set(keyOfRange(range), true)
}

export function keepAttributeInFork(fork: Y.Doc, element: Y.ID, name: string): void {
  keptMap(fork).set(keyOfAttribute(element, name), true)
}

/** Somebody has written in it: what they removed or set is meant, whatever was kept before. */
function takeAtItsWord(fork: Y.Doc, { deleteSet, changed }: Y.Transaction): void {
  meantAgain(fork, deleteSet)
  for (const [type, names] of changed) {
    if (!(type instanceof Y.XmlElement) || !type._item) continue
    for (const name of names) {
      if (name !== null) keptMap(fork).delete(keyOfAttribute(type._item.id, name))
    }
  }
}

/** It means them after all. */
function meantAgain(fork: Y.Doc, ids: IdSet): void {
  const kept = keptMap(fork)
  for (const key of [...kept.keys()]) {
    const range = readRange(key)
    if (!range) continue
    const before = idSetOf([range])
    const rest = idsOf(withoutIds(before, ids))
    if (rest.length === 1 && rest[0]?.length === range.length) continue
    kept.delete(key)
    for (const left of rest) kept.set(keyOfRange(left), true)
  }
}

export type SuggestedDocWish = {
  doc: Y.Doc
  fork: Y.Doc
  /** Whether the fork is this person's own, and is written: then it takes in the doc, too. */
  writes: boolean
  /** `current` is another document now: what was bound to it must be bound anew. */
  onRemade?: () => void
}

/** All of the doc, with what the fork adds and takes away, kept up to date while the doc and the fork are written. */
export class SuggestedDoc {
  readonly #wish: SuggestedDocWish
  readonly #made: Y.Doc[] = []
  readonly #origin = {}
  readonly #following = {}

  constructor(wish: SuggestedDocWish) {
    this.#wish = wish
    const { doc, fork, writes } = wish
    unswept(fork)
    if (writes)
      Y.applyUpdate(fork, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(fork)), this.#origin)
    this.#make()
    doc.on('update', this.#onDoc)
    fork.on('update', this.#onFork)
    keptMap(fork).observe(this.#onKept)
  }

  get current(): Y.Doc {
    const made = this.#made.at(-1)
    if (!made) throw new Error('it is closed')
    return made
  }

  close(): void {
    const { doc, fork } = this.#wish
    doc.off('update', this.#onDoc)
    fork.off('update', this.#onFork)
    keptMap(fork).unobserve(this.#onKept)
    for (const made of this.#made.splice(0)) made.destroy()
  }

  #make(): void {
    const { doc, fork, writes } = this.#wish
    const made = unitedDoc(doc, fork)
    this.#made.push(made)
    if (writes) made.on('update', this.#onWritten)
    this.#follow()
  }

  #follow(): void {
    const { doc, fork } = this.#wish
    this.current.transact(() => followAttributes(doc, fork, this.current), this.#following)
  }

  readonly #onDoc = (update: Uint8Array): void => {
    const { fork, writes } = this.#wish
    if (writes) Y.applyUpdate(fork, update, this.#origin)
    Y.applyUpdate(this.current, update, this.#origin)
    this.#follow()
  }

  readonly #onFork = (update: Uint8Array, origin: unknown): void => {
    if (origin !== this.#origin) Y.applyUpdate(this.current, update, this.#origin)
  }

  /** Also from one that has been replaced, as long as somebody still writes in it. */
  readonly #onWritten = (
    update: Uint8Array,
    origin: unknown,
    _: Y.Doc,
    transaction: Y.Transaction,
  ): void => {
    if (origin === this.#origin) return
    const { fork } = this.#wish
    Y.applyUpdate(fork, update, this.#origin)
    if (origin === this.#following || keptMap(fork).size === 0) return
    // Not in the same breath: Yjs would think that somebody else writes with this document's id.
    fork.transact(() => takeAtItsWord(fork, transaction), this.#origin)
  }

  /** What was taken back by others, or in another tab, cannot be taken back in a living document. */
  readonly #onKept = (event: Y.YMapEvent<unknown>): void => {
    if (event.transaction.origin === this.#origin) return
    if (![...event.keysChanged].some((key) => readRange(key as string))) return
    this.#make()
    this.#wish.onRemade?.()
  }
}
