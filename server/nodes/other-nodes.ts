/** Which other nodes there are, as far as has been heard. */
import type { Cancel, Clock } from '../sync/clock'

export type OtherNodesOptions = {
  clock: Clock
  /** Tells the others that we are there. */
  beat(): void
  /** Whoever falls silent may have done something it could not tell any more. */
  onGone(node: string, how: 'goodbye' | 'silence'): void
}

const beatMs = 2000
/** Three beats missed, and a bit. */
const goneMs = 7000

export class OtherNodes {
  readonly #options: OtherNodesOptions
  readonly #heardAt = new Map<string, number>()
  #cancel: Cancel

  constructor(options: OtherNodesOptions) {
    this.#options = options
    this.#cancel = options.clock.after(beatMs, () => this.#tick())
  }

  heard(node: string): void {
    this.#heardAt.set(node, this.#options.clock.now())
  }

  /** It has said goodbye. */
  left(node: string): void {
    if (this.#heardAt.delete(node)) this.#options.onGone(node, 'goodbye')
  }

  close(): void {
    this.#cancel()
  }

  #tick(): void {
    this.#cancel = this.#options.clock.after(beatMs, () => this.#tick())
    this.#options.beat()
    const now = this.#options.clock.now()
    for (const [node, heardAt] of [...this.#heardAt]) {
      if (now - heardAt <= goneMs) continue
      this.#heardAt.delete(node)
      this.#options.onGone(node, 'silence')
    }
  }
}
