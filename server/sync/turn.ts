/** What happened in a room during one turn of the event loop: everybody is told once, of all of it. */
import { Parcel } from './parcel'

export class Turn {
  readonly #frames: Uint8Array[] = []
  readonly #authors: unknown[] = []
  /** Only the latest of each. */
  #presence: Map<unknown, Uint8Array> | null = null

  get updates(): number {
    return this.#frames.length
  }

  /** `author` is null when everybody is to hear it. */
  add(frame: Uint8Array, author: unknown): void {
    this.#frames.push(frame)
    this.#authors.push(author)
  }

  setPresence(frame: Uint8Array, author: unknown): void {
    this.#presence ??= new Map()
    this.#presence.delete(author)
    this.#presence.set(author, frame)
  }

  parcel(): Parcel {
    const frames = [...this.#frames, ...(this.#presence?.values() ?? [])]
    const authors = [...this.#authors, ...(this.#presence?.keys() ?? [])]
    return new Parcel(frames, authors, this.#frames.length)
  }
}
