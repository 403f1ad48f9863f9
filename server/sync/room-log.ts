/**
 * A room's content as bytes: what the last squash left, and every update since. Whoever joins is
 * answered with these bytes, made ready once; nothing is decoded, and nothing large is merged.
 */
import { syncKinds } from '@atelier/shared/sync/messages'
import { unswept } from '@atelier/shared/sync/unswept'
import * as Y from 'yjs'
import { checkUpdate } from './check-update'
import { Clocks, type Ends, encodeEnds } from './clocks'
import { mergeUpdates } from './merge-updates'
import { Parcel } from './parcel'
import { ownLog } from './scan-update'
import { skimClocks } from './skim-clocks'
import { encodeSync, payloadOf } from './sync-frames'
import { largeBytes, type Piece, withMore } from './tail-pieces'

/** A sync update, ready to be sent. */
type Frame = Uint8Array

const nothing = Uint8Array.of(0, 0)
const none: Piece[] = []
/** Answers kept for whoever has the same clocks; many come back with the same ones at once. */
const answersKept = 8
/** Fewer are not worth gathering. */
const fewFrames = 4
const answerBytesKept = 64 * 1024

export class RoomLog {
  bytes = 0
  /** Something that was stored builds on something that was not, at least in this order. */
  isBroken = false
  #snapshot: Frame | null = null
  /** What came since, as it came; the first has number `#firstAt`. */
  #tail: Frame[] = []
  #firstAt: number
  /** The tail again, in few pieces, the older the larger. Made when somebody asks. */
  #pieces: readonly Piece[] = none
  #snapshotFacts: SnapshotFacts | null = null
  readonly #clocks = new Clocks()
  /** All there was in the store, where that is one row: its clocks are looked for when they are needed. */
  #unskimmed: Uint8Array | null = null
  #whole: Parcel | null = null
  /** Whether nobody is given, with all the rest, what is deleted by then (S18). */
  readonly #forgets: boolean
  /** Nothing in it was deleted but its place is all that is left. */
  #isSwept = false
  #answers: Map<string, Parcel> | null = null

  /** Numbers begin at 0 with what is added from now on; what is given has those below. */
  constructor(updates: readonly Uint8Array[], { forgets = false } = {}) {
    this.#forgets = forgets
    const [first, ...rest] = updates.map((update) => encodeSync(syncKinds.update, update))
    this.#snapshot = first ?? null
    this.#tail = rest
    this.#firstAt = -rest.length
    for (const update of updates) this.bytes += update.length
    if (updates.length === 1 && this.bytes >= largeBytes) this.#unskimmed = updates[0] ?? null
    else for (const update of updates) this.#learn(update)
  }

  /** How far each writer has got. */
  get clocks(): Clocks {
    this.look()
    return this.#clocks
  }

  /** From here on it is known whether it is broken, also where it is a single row. */
  look(): void {
    const update = this.#unskimmed
    this.#unskimmed = null
    if (update) this.#learn(update)
  }

  #learn(update: Uint8Array): void {
    const skimmed = update.length >= largeBytes ? skimClocks(update) : null
    this.#clocks.advance(skimmed ?? this.#lookAt(update))
  }

  #lookAt(update: Uint8Array): Ends {
    const { gap, isSorted, ends } = checkUpdate(this.#clocks, update, ownLog)
    this.isBroken ||= gap || !isSorted
    return ends
  }

  /** The number the next update will have. */
  get end(): number {
    return this.#firstAt + this.#tail.length
  }

  /** `frame` holds an update that fits in without a gap, bringing its writers to `ends`. */
  add(frame: Frame, ends: Ends): void {
    this.#tail.push(frame)
    this.bytes += frame.length
    this.clocks.advance(ends)
    this.#isSwept = false
    this.#whole = null
    this.#answers = null
  }

  *updates(from = Number.NEGATIVE_INFINITY): Generator<Uint8Array> {
    if (from < this.#firstAt && this.#snapshot) yield payloadOf(this.#snapshot)
    for (let i = Math.max(0, from - this.#firstAt); i < this.#tail.length; i++) {
      yield payloadOf(this.#tail[i] as Frame)
    }
  }

  /** `whole` is the equivalent of everything before number `upTo`, at least. */
  squash(whole: Uint8Array, upTo: number): void {
    const isBehind = upTo < this.#firstAt && this.#snapshot
    const equal = isBehind ? mergeUpdates([whole, payloadOf(isBehind)]) : whole
    this.#replace(equal, Math.max(0, Math.min(this.#tail.length, upTo - this.#firstAt)))
  }

  /** Few bytes in many pieces weigh several times as much: those of a quiet room become one. */
  gather(): void {
    if (this.#tail.length < fewFrames || this.bytes >= largeBytes) return
    this.#replace(mergeUpdates([...this.updates()]), this.#tail.length)
  }

  /** Of what is deleted by now only the place is left, and no words. */
  #sweep(): void {
    if (!this.#forgets || this.#isSwept) return
    const updates = [...this.updates()]
    if (updates.length > 0) this.#replace(withoutDeleted(updates), this.#tail.length)
    this.#isSwept = true
  }

  #replace(whole: Uint8Array, gone: number): void {
    this.#snapshot = encodeSync(syncKinds.update, whole)
    this.#tail = this.#tail.slice(gone)
    this.#firstAt += gone
    this.bytes = this.#snapshot.length
    for (const frame of this.#tail) this.bytes += frame.length
    this.#pieces = none
    // A squash was made of rows as they were a while ago: what was deleted since is whole in it.
    this.#isSwept = false
    this.relax()
  }

  /** Lets go of what can be made again. */
  relax(): void {
    this.#whole = null
    this.#snapshotFacts = null
    this.#answers = null
  }

  /** Everything, for somebody who has nothing. The last frame ends the sync. */
  whole(): Parcel {
    this.#sweep()
    this.#whole ??= new Parcel([
      ...(this.#snapshot ? [this.#snapshot] : []),
      ...this.#tailInPieces(),
      encodeSync(syncKinds.step2, nothing),
    ])
    return this.#whole
  }

  /** What somebody lacks who has come as far as `ends`, and all deletions: no clock tells of those. */
  answer(ends: Ends): Parcel {
    if (ends.size === 0) return this.whole()
    this.#sweep()
    const key = [...ends].join()
    this.#answers ??= new Map()
    const kept = this.#answers.get(key)
    if (kept) return kept
    const answer = this.#answerAnew(ends)
    if (this.#answers.size < answersKept && answer.bytes < answerBytesKept)
      this.#answers.set(key, answer)
    return answer
  }

  /** Everything from number `position` on, or everything, where the log no longer tells them apart. */
  since(position: number): Parcel {
    if (position < this.#firstAt) return this.whole()
    const updates = [...this.updates(position)]
    return new Parcel(
      updates.length > 0 ? [encodeSync(syncKinds.update, mergeUpdates(updates))] : [],
    )
  }

  #answerAnew(ends: Ends): Parcel {
    const vector = encodeEnds(ends)
    const lacking = this.#tailInPieces().map((frame) => Y.diffUpdate(payloadOf(frame), vector))
    const last = lacking.length
    return new Parcel(
      [this.#snapshotFor(ends, vector), ...lacking].map((update, i) =>
        encodeSync(i === last ? syncKinds.step2 : syncKinds.update, update),
      ),
    )
  }

  #snapshotFor(ends: Ends, vector: Uint8Array): Uint8Array {
    if (!this.#snapshot) return nothing
    const update = payloadOf(this.#snapshot)
    this.#snapshotFacts ??= factsOf(update)
    const { clocks, deletions } = this.#snapshotFacts
    return clocks.areCoveredBy(ends) ? deletions : Y.diffUpdate(update, vector)
  }

  #tailInPieces(): Frame[] {
    const done = this.#pieces.reduce((sum, { updates }) => sum + updates, 0)
    if (done < this.#tail.length) this.#pieces = withMore(this.#pieces, this.#tail.slice(done))
    return this.#pieces.map(({ frame }) => frame)
  }
}

/** Only what was deleted: anything else that is tidied up here would be in no other log. */
function withoutDeleted(updates: readonly Uint8Array[]): Uint8Array {
  const doc = unswept(new Y.Doc())
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return Y.encodeStateAsUpdate(doc)
}

type SnapshotFacts = { clocks: Clocks; deletions: Uint8Array }

function factsOf(update: Uint8Array): SnapshotFacts {
  const clocks = new Clocks()
  const { ends, deletionsAt } = checkUpdate(clocks, update, ownLog)
  clocks.advance(ends)
  const deletions = new Uint8Array(1 + update.length - deletionsAt)
  deletions.set(update.subarray(deletionsAt), 1)
  return { clocks, deletions }
}
