/** What many are told in one go: frames in order, each with its author, who need not hear it again. */
export class Parcel {
  readonly frames: readonly Uint8Array[]
  /** As long as `frames`; null where everybody is to hear it. */
  readonly authors: readonly unknown[]
  /** The frames from here on are presence, the first to go when somebody reads too slowly. */
  readonly presenceFrom: number
  readonly bytes: number
  /** A socket's own form of all the frames, made once for everybody who is told all of them. */
  packed: unknown = null

  constructor(
    frames: readonly Uint8Array[],
    authors: readonly unknown[] = [],
    presenceFrom = frames.length,
  ) {
    this.frames = frames
    this.authors = authors
    this.presenceFrom = presenceFrom
    this.bytes = frames.reduce((sum, frame) => sum + frame.length, 0)
  }

  get hasPresence(): boolean {
    return this.presenceFrom < this.frames.length
  }

  /** What is left for `reader`: all of it for most. Null when that is nothing. */
  for(reader: unknown, withPresence: boolean): Parcel | null {
    const end = withPresence ? this.frames.length : this.presenceFrom
    if (end === this.frames.length && !this.authors.includes(reader)) return this
    const kept = this.frames.filter((_, i) => i < end && this.authors[i] !== reader)
    return kept.length > 0 ? new Parcel(kept) : null
  }
}
