/** A doc as a fork of it would have it, alive: what an author writes in, and what others look at. */
import * as Y from 'yjs'
import { unswept } from '../sync/unswept'
import { carriedIn, noteCarried, takeOutTwins, twinsIn } from './carried-edits'
import { followAttributes, takeAtItsWord, typesOf, unitedDoc } from './fork-edits'
import { idSetOf, withoutIds } from './id-ranges'
import { goneMap, goneTypes, keptIds, keptMap, keyOfType, readRange } from './kept'
import { type Carried, carryOn, suggestedInMoved } from './moved-suggestions-edits'
import { allWithin, structAt } from './same-type'
import { withOtherDeletions } from './without-deletions'

export type SuggestedDocWish = {
  doc: Y.Doc
  fork: Y.Doc
  /** Whether the fork is this person's own, and is written: then it takes in the doc, too. */
  writes: boolean
  /** `current` is another document now: what was bound to it must be bound anew. */
  onRemade?: () => void
}

/** Where a fork takes in the doc: no doing of its author’s. */
class FromDoc {}

/** All of the doc, with what the fork adds and takes away, kept up to date while the doc and the fork are written. */
export class SuggestedDoc {
  readonly #wish: SuggestedDocWish
  readonly #made: Y.Doc[] = []
  readonly #origin = {}
  readonly #fromDoc = new FromDoc()
  readonly #following = {}
  readonly #carried: Carried[] = []

  constructor(wish: SuggestedDocWish) {
    this.#wish = wish
    const { doc, fork, writes } = wish
    unswept(fork)
    fork.on('afterTransaction', this.#onTaken)
    if (writes) {
      Y.applyUpdate(fork, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(fork)), this.#fromDoc)
    }
    this.#make()
    this.#carryOn()
    if (writes) this.#takeOutTwins()
    doc.on('update', this.#onDoc)
    fork.on('update', this.#onFork)
    keptMap(fork).observe(this.#onKept)
    goneMap(fork).observe(this.#onGone)
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
    fork.off('afterTransaction', this.#onTaken)
    keptMap(fork).unobserve(this.#onKept)
    goneMap(fork).unobserve(this.#onGone)
    for (const made of this.#made.splice(0)) made.destroy()
  }

  #make(isAnew = false): void {
    const { doc, fork, writes } = this.#wish
    const made = unitedDoc(doc, fork)
    this.#made.push(made)
    if (writes) made.on('update', this.#onWritten)
    this.#follow()
    if (isAnew) this.#wish.onRemade?.()
  }

  #follow(): void {
    const { doc, fork } = this.#wish
    this.current.transact(() => followAttributes(doc, fork, this.current), this.#following)
  }

  readonly #onDoc = (
    update: Uint8Array,
    _origin: unknown,
    _doc: Y.Doc,
    tr: Y.Transaction,
  ): void => {
    const { fork, writes } = this.#wish
    if (this.#wasAhead(tr) && keptMap(fork).size > 0) this.#make(true)
    else Y.applyUpdate(this.current, update, this.#origin)
    if (writes) Y.applyUpdate(fork, update, this.#fromDoc)
    this.#removeGone()
    this.#follow()
    this.#carryOn()
  }

  /** Before what is gone is forgotten. */
  readonly #onTaken = (transaction: Y.Transaction): void => {
    if (transaction.origin !== this.#fromDoc) return
    this.#carried.push(...suggestedInMoved(this.#wish.doc, transaction))
  }

  #carryOn(): void {
    if (this.#carried.length === 0) return
    const { fork } = this.#wish
    const written = carryOn(this.current, this.#carried.splice(0))
    fork.transact(() => noteCarried(fork, written), this.#origin)
  }

  #takeOutTwins(keys?: ReadonlySet<string | null>): void {
    const { doc, fork } = this.#wish
    const twins = twinsIn(doc, fork, keys)
    if (twins.length > 0) takeOutTwins(fork, this.current, twins, this.#origin)
  }

  /** Whether the fork had something of this before the doc: as deleted, without its words. */
  #wasAhead({ beforeState, afterState }: Y.Transaction): boolean {
    return [...afterState].some(([client, clock]) => {
      const before = beforeState.get(client) ?? 0
      return clock > before && Y.getState(this.current.store, client) > before
    })
  }

  readonly #onFork = (
    update: Uint8Array,
    origin: unknown,
    fork: Y.Doc,
    transaction: Y.Transaction,
  ): void => {
    if (origin === this.#origin || origin === this.#fromDoc) return
    const { deleteSet } = transaction
    // They may come with what they are kept by: then the text was made anew before, and is right.
    const meant = withoutIds(deleteSet, keptIds(fork))
    Y.applyUpdate(
      this.current,
      withOtherDeletions(update, deleteSet, meant) ?? update,
      this.#origin,
    )
    this.#removeGone()
    const carried = carriedIn(fork, transaction)
    if (this.#wish.writes && carried.size > 0) this.#takeOutTwins(carried)
  }

  /** Also from one that has been replaced, as long as somebody still writes in it. */
  readonly #onWritten = (
    update: Uint8Array,
    origin: unknown,
    _: Y.Doc,
    transaction: Y.Transaction,
  ): void => {
    if (origin === this.#origin) return
    const { doc, fork } = this.#wish
    const { deleteSet } = transaction
    const gone = typesOf(doc, deleteSet)
    const inThem = idSetOf(gone.flatMap((range) => allWithin(doc, range)))
    const rest =
      gone.length > 0 && withOtherDeletions(update, deleteSet, withoutIds(deleteSet, inThem))
    Y.applyUpdate(fork, rest || update, this.#origin)
    if (origin === this.#following) return
    // Not in the same breath: Yjs would think that somebody else writes with this document's id.
    fork.transact(() => {
      if (rest)
        for (const id of gone) goneMap(fork).set(keyOfType(Y.createID(id.client, id.clock)), true)
      if (keptMap(fork).size > 0) takeAtItsWord(fork, transaction)
    }, this.#origin)
  }

  /** What was taken back by others, or in another tab, cannot be taken back in a living document. */
  readonly #onKept = (event: Y.YMapEvent<unknown>): void => {
    if (event.transaction.origin === this.#origin) return
    if (![...event.keysChanged].some((key) => readRange(key as string))) return
    this.#make(true)
  }

  readonly #onGone = ({ transaction, changes }: Y.YMapEvent<unknown>): void => {
    if (transaction.origin === this.#origin) return
    const isBack = [...changes.keys.values()].some(({ action }) => action === 'delete')
    if (isBack) this.#make(true)
  }

  /** What is gone may come after it was said to be. */
  #removeGone(): void {
    if (goneMap(this.#wish.fork).size === 0) return
    const made = this.current
    made.transact((transaction) => {
      for (const id of goneTypes(this.#wish.fork)) {
        const item = structAt(made, id)
        if (item && !item.deleted) item.delete(transaction)
      }
    }, this.#origin)
  }
}
