/** What a room holds: judges what is to be added, and answers whoever wants to know. */
import { limits } from '@atelier/shared/sync/limits'
import { syncKinds } from '@atelier/shared/sync/messages'
import type * as Y from 'yjs'
import { changesAnything } from './changes-anything'
import { checkDepth } from './check-depth'
import { checkSameContent } from './check-same-content'
import { checkUpdate, type UpdateShape } from './check-update'
import type { Clock } from './clock'
import { Outline } from './outline'
import type { Parcel } from './parcel'
import { readStateVector } from './read-state-vector'
import { RoomDoc } from './room-doc'
import { RoomLog } from './room-log'
import { ownLog } from './scan-update'
import { encodeSync } from './sync-frames'
import { withoutKnownDeletions } from './without-known-deletions'

export type Arrival = { update: Uint8Array; kind: 'step2' | 'update'; maxClients: number }

/** `later`: there was no time for all of it; what was applied stays. */
export type Applied = 'whole' | 'gap' | 'too-large' | 'later'

/** What came of it: sync updates for everybody else and for the store, in the log already. */
export type Taken = { applied: Applied; frames: Uint8Array[] }

/** A frame of more parts is applied to a document with an eye on the clock, before anybody sees it. */
const manyParts = 2000
/** What can be made again from the log goes this long after it was last needed. */
const relaxMs = 10_000
/** A document of so few bytes is made again in no time, and goes at the next beat: it weighs ten times that. */
const smallBytes = 64 * 1024

type ContentOptions = {
  /** More it does not take. */
  limitBytes?: number
  /** What was stored builds on something that was not. */
  onGap(): void
  /** Nobody is answered with what is deleted by then (S18). */
  forgets?: boolean
}

export class RoomContent {
  readonly limitBytes: number
  readonly #clock: Clock
  readonly #onGap: () => void
  readonly #forgets: boolean
  #log: RoomLog
  #doc: RoomDoc | null = null
  #outline: Outline | null = null
  #lookedAt = Number.NEGATIVE_INFINITY
  #docNeededAt = Number.NEGATIVE_INFINITY

  constructor(
    updates: readonly Uint8Array[],
    clock: Clock,
    { onGap, limitBytes = limits.roomBytes, forgets = false }: ContentOptions,
  ) {
    this.limitBytes = limitBytes
    this.#clock = clock
    this.#onGap = onGap
    this.#forgets = forgets
    this.#log = new RoomLog(updates, { forgets })
    this.#healIfBroken()
  }

  get bytes(): number {
    return this.#log.bytes
  }

  /** The number the next update will have in the log; the first since this was made had 0. */
  get end(): number {
    return this.#log.end
  }

  /** Its content, up to date. Only for reading, and only until the next await. */
  get doc(): Y.Doc {
    return this.#opened().current
  }

  /**
   * Takes what somebody wrote. Of a live update with a `gap` nothing is kept, because the step 2
   * that is asked for brings it again; of a step 2 what could be integrated. Throws BadFrame.
   */
  take({ update, kind, maxClients }: Arrival): Taken {
    const shape = checkUpdate(this.#log.clocks, update, maxClients)
    if (shape.gap && kind === 'update') return { applied: 'gap', frames: [] }
    if (this.bytes + update.length > this.limitBytes) return { applied: 'too-large', frames: [] }
    if (shape.hasTypes) checkDepth(this.#outlined(), update)
    if (!isPlain(shape)) return this.#throughDoc(update, shape)
    const news = kind === 'step2' ? this.#news(update, shape) : update
    return { applied: 'whole', frames: this.#kept(news, shape) }
  }

  /** Takes what another node has taken already, or, as a step 2, a row of the store. */
  takeChecked(update: Uint8Array, kind: Arrival['kind']): Taken {
    const shape = checkUpdate(this.#log.clocks, update, ownLog)
    if (shape.gap && kind === 'update') return { applied: 'gap', frames: [] }
    if (shape.gap) return this.#throughDoc(update, shape)
    const news = this.#news(update, shape)
    const isKnown = shape.ends.size === 0
    if (!isKnown && !isPlain(shape)) return this.#throughDoc(update, shape)
    const frames = isKnown ? this.#kept(deletionsOf(news, shape), shape) : this.#kept(news, shape)
    return { applied: 'whole', frames }
  }

  /** The server's own writing; told of what an edit wrote that threw half way, too. */
  edit(edit: (doc: Y.Doc) => void, onWritten: (frames: Uint8Array[]) => void): void {
    this.#opened().edit(edit, (updates) => onWritten(this.#fromDoc(updates)))
  }

  /** Whether a reader tries to write. Throws BadFrame. */
  wouldChange({ update, maxClients }: Arrival): boolean {
    const shape = checkUpdate(this.#log.clocks, update, maxClients)
    if (shape.ends.size > 0 || shape.gap) return true
    if (isNothing(deletionsOf(this.#news(update, shape), shape))) return false
    // Yjs deletes on its own, too, what nobody said is deleted.
    return changesAnything(this.doc, update, maxClients)
  }

  /** For whoever has `stateVector`; the last frame ends the sync. Throws BadFrame for one nobody honest sends. */
  answerStep1(stateVector: Uint8Array): Parcel {
    this.#look()
    if (this.#forgets) this.#doc?.catchUp()
    // Whoever has nothing need not wait until it is known how far everybody has got.
    if (isNobody(stateVector)) return this.#log.whole()
    return this.#log.answer(readStateVector(this.#log.clocks.writers, stateVector))
  }

  step1(): Uint8Array {
    this.#log.look()
    this.#healIfBroken()
    return encodeSync(syncKinds.step1, this.#log.clocks.encode())
  }

  /** What came from number `position` on. */
  since(position: number): Parcel {
    return this.#log.since(position)
  }

  /** `whole` is the equivalent of everything before number `upTo`, at least. */
  squash(whole: Uint8Array, upTo: number): void {
    this.#doc?.catchUp()
    this.#log.squash(whole, upTo)
  }

  /** Lets go of what nobody has needed for a while. */
  relax(): void {
    const now = this.#clock.now()
    if (now - this.#docNeededAt >= (this.bytes < smallBytes ? 0 : relaxMs)) this.#letGoOfDoc()
    if (now - this.#lookedAt < relaxMs) return
    this.#lookedAt = Number.POSITIVE_INFINITY
    this.letGo()
    this.#log.gather()
  }

  letGo(): void {
    this.#letGoOfDoc()
    this.#log.relax()
    this.#outline = null
  }

  #letGoOfDoc(): void {
    this.#doc?.letGo()
    this.#doc = null
  }

  #healIfBroken(): void {
    if (!this.#log.isBroken || this.#log.end !== 0) return
    this.#onGap()
    this.#log = new RoomLog([new RoomDoc(this.#log).healed], { forgets: this.#forgets })
  }

  /** The bytes themselves: what passes the checks, every Yjs can read. */
  #kept(update: Uint8Array, { ends }: UpdateShape): Uint8Array[] {
    if (isNothing(update)) return []
    const frame = encodeSync(syncKinds.update, update)
    this.#log.add(frame, ends)
    this.#outline?.take(update)
    return [frame]
  }

  /** What was seen before, forks, is very much, or leaves a gap, only Yjs can tell apart. */
  #throughDoc(update: Uint8Array, { known }: UpdateShape): Taken {
    checkSameContent(this.doc, update, known)
    const { updates, result } = this.#opened().apply(update)
    return { applied: result, frames: this.#fromDoc(updates) }
  }

  #fromDoc(updates: readonly Uint8Array[]): Uint8Array[] {
    const frames = updates.flatMap((update) =>
      this.#kept(update, checkUpdate(this.#log.clocks, update, ownLog)),
    )
    this.#doc?.isInLog()
    return frames
  }

  #news(update: Uint8Array, shape: UpdateShape): Uint8Array {
    if (shape.deletions === 0) return update
    return withoutKnownDeletions(this.#outlined(), update, shape.deletionsAt)
  }

  #outlined(): Outline {
    this.#look()
    if (this.#outline) return this.#outline
    this.#outline = new Outline()
    for (const update of this.#log.updates()) this.#outline.take(update)
    return this.#outline
  }

  #opened(): RoomDoc {
    this.#look()
    this.#docNeededAt = this.#clock.now()
    this.#doc ??= new RoomDoc(this.#log)
    return this.#doc
  }

  #look(): void {
    this.#lookedAt = this.#clock.now()
  }
}

/** Nothing in it was seen before, nothing is missing, it is as Yjs writes it, and not so much that it could stall. */
const isPlain = ({ gap, known, isSorted, structs, deletions }: UpdateShape) =>
  !gap && known.length === 0 && isSorted && structs + deletions <= manyParts

/** An update like this one without its structs. */
function deletionsOf(update: Uint8Array, { deletionsAt }: UpdateShape): Uint8Array {
  const deletions = new Uint8Array(1 + update.length - deletionsAt)
  deletions.set(update.subarray(deletionsAt), 1)
  return deletions
}

/** The state vector of whoever has nothing. */
const isNobody = (stateVector: Uint8Array) => stateVector.length === 1 && stateVector[0] === 0

/** No structs, no deletions. */
const isNothing = (update: Uint8Array) => update.length === 2 && update[0] === 0 && update[1] === 0
