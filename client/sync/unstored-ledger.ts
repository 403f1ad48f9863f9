/**
 * Which of this person's changes the database does not have yet (S1).
 *
 * Each change gets a number. Each update frame of the present connection remembers which
 * changes it carries: a live update only its own, a sync step 2 everything up to then.
 * So a frame sent before the step 2 says nothing about what was written offline.
 */
type Frame = { from: number; to: number; sentAt: number }

export class UnstoredLedger {
  /** Change number → how many of the person's changes it stands for. */
  readonly #unstored = new Map<number, number>()
  #latest = 0
  /** By their place among the update frames of this connection, oldest first. */
  readonly #frames = new Map<number, Frame>()
  #sent = 0

  /** One local change. */
  change(): void {
    this.#unstored.set(++this.#latest, 1)
  }

  /** Content from this device, of which `changes` are known to be unstored and the rest may be. */
  loaded(changes: number): void {
    this.#unstored.set(++this.#latest, changes)
  }

  /** A new connection counts its own frames; what the last one left unanswered is open again. */
  connected(): void {
    this.#frames.clear()
    this.#sent = 0
  }

  /** Answers the frame's number on this connection. */
  sentStep2(now: number): number {
    this.#frames.set(++this.#sent, { from: 0, to: this.#latest, sentAt: now })
    return this.#sent
  }

  /** To be called right after `change()`: an update frame carries the latest change alone. */
  sentUpdate(now: number): number {
    this.#frames.set(++this.#sent, { from: this.#latest, to: this.#latest, sentAt: now })
    return this.#sent
  }

  /** The first `frames` update frames of this connection are in the database. */
  stored(frames: number): void {
    for (const [place, frame] of this.#frames) {
      if (place > frames) break
      this.#frames.delete(place)
      this.#forget(frame)
    }
  }

  #forget(frame: Frame): void {
    for (const change of this.#unstored.keys()) {
      if (change > frame.to) break
      if (change >= frame.from) this.#unstored.delete(change)
    }
  }

  get changes(): number {
    let sum = 0
    for (const changes of this.#unstored.values()) sum += changes
    return sum
  }

  /** Whether everything here is known to be in the database. */
  get settled(): boolean {
    return this.#unstored.size === 0
  }

  /** When the oldest unanswered frame of this connection was sent, null when all are answered. */
  get waitingSince(): number | null {
    for (const frame of this.#frames.values()) return frame.sentAt
    return null
  }
}
