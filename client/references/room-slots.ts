/** How many rooms a page may be in at once for what it shows of them; the rest wait for a place. */

const mostRooms = 8

export class RoomSlots {
  readonly #visitors = new Map<string, number>()
  readonly #waiting = new Set<() => void>()
  readonly #most: number

  constructor(most = mostRooms) {
    this.#most = most
  }

  /** Whether there was a place; one room has one, however often it is shown. */
  take(room: string): boolean {
    const visitors = this.#visitors.get(room) ?? 0
    if (visitors === 0 && this.#visitors.size >= this.#most) return false
    this.#visitors.set(room, visitors + 1)
    return true
  }

  free(room: string): void {
    const visitors = this.#visitors.get(room) ?? 0
    if (visitors > 1) this.#visitors.set(room, visitors - 1)
    else this.#visitors.delete(room)
    for (const tryAgain of [...this.#waiting]) tryAgain()
  }

  /** Hears whenever a place may have become free. */
  wait(tryAgain: () => void): () => void {
    this.#waiting.add(tryAgain)
    return () => this.#waiting.delete(tryAgain)
  }
}
