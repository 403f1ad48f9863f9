/**
 * How many update frames one connection has sent, and how many of them may be called stored (S1).
 * A frame waits for a number of the room's append queue; a frame that left a gap, or did not fit,
 * is owed: it and everything behind it waits until a step 2 of the same client fits in whole,
 * because that carries all the client had when it sent it.
 */
export class FrameLedger {
  received = 0
  #acknowledged = 0
  /** Ascending in both; the last may be followed by owed frames up to `received`. */
  #runs: { upTo: number; waitsFor: number }[] = []
  #owes = false

  /**
   * The next frame, with its number where the client says it. Answers `again` for one whose number
   * was there or given up before, and `hole` when some before it are missing: they are owed.
   */
  receive(nth: number | null = null): 'next' | 'hole' | 'again' {
    const due = this.received + 1
    if (nth !== null && nth < due) return 'again'
    this.received = nth ?? due
    if (this.received === due) return 'next'
    this.#owes = true
    return 'hole'
  }

  /** The frame just received is stored when the queue has stored `waitsFor` updates. */
  count(waitsFor: number): void {
    if (this.#owes) return
    const last = this.#runs.at(-1)
    if (last?.waitsFor === waitsFor) last.upTo = this.received
    else this.#runs.push({ upTo: this.received, waitsFor })
  }

  /** What the frame just received held is not, or not wholly, in the room. */
  owe(): void {
    this.#owes = true
  }

  /** A step 2 fitted in whole: it, and whatever was owed before it, is stored with `waitsFor`. */
  heal(waitsFor: number): void {
    this.#owes = false
    this.count(waitsFor)
  }

  /** The new number to tell the client, or null when it is still the old one. */
  advance(stored: number): number | null {
    let reached = this.#acknowledged
    while (this.#runs[0] && this.#runs[0].waitsFor <= stored) {
      reached = this.#runs.shift()?.upTo ?? reached
    }
    if (reached === this.#acknowledged) return null
    this.#acknowledged = reached
    return reached
  }
}
