/** What nodes tell each other by the database: few, and none of it may be lost unnoticed. */

import type { Notice } from '@atelier/shared/notices/notice'
import type { RoomName } from '@atelier/shared/sync/room-name'
import type { AccessChange } from '../access/access-changes'
import { longestSignal, type Signals } from '../db/signals'
import type { Audience } from '../notices/notices'
import type { Clock } from '../sync/clock'

export type News =
  | { kind: 'access'; change: AccessChange }
  | { kind: 'notice'; notice: Notice; audience: Audience }
  /** Something is newly stored in these rooms. */
  | { kind: 'stored'; rooms: RoomName[] }
  /** Whoever tells this cannot hear Redis. */
  | { kind: 'deaf' }
  /** More than can be told. */
  | { kind: 'anything' }

export type NewsOptions = {
  node: string
  signals: Pick<Signals, 'call'>
  clock: Clock
  onTrouble(error: unknown): void
}

/** What one act changes is told in one call. */
const gatherMs = 10
const retryMs = 1000
/** More than this untold, and the others are told that anything may have changed. */
const mostUntold = 2000

export class NewsDesk {
  readonly #options: NewsOptions
  #untold: string[] = []
  #isPlanned = false

  constructor(options: NewsOptions) {
    this.#options = options
  }

  tell(news: News): void {
    const text = JSON.stringify(news)
    const fits = Buffer.byteLength(text) + this.#frame('').length <= longestSignal
    const line = fits ? text : JSON.stringify({ kind: 'anything' } satisfies News)
    // Told once, it is heard by all.
    if (!this.#untold.includes(line)) this.#untold.push(line)
    if (this.#untold.length > mostUntold) {
      this.#untold = [JSON.stringify({ kind: 'anything' } satisfies News)]
    }
    this.#planCall(gatherMs)
  }

  /** All that is untold, before this node ends; as far as the database is there. */
  async tellRest(): Promise<void> {
    try {
      while (this.#untold.length > 0) {
        await this.#options.signals.call(this.#frame(this.#nextCall().join(',')))
      }
    } catch (error) {
      this.#options.onTrouble(error)
    }
  }

  #planCall(ms: number): void {
    if (this.#isPlanned || this.#untold.length === 0) return
    this.#isPlanned = true
    this.#options.clock.after(ms, () => void this.#call())
  }

  async #call(): Promise<void> {
    const due = this.#nextCall()
    let waitMs = gatherMs
    try {
      await this.#options.signals.call(this.#frame(due.join(',')))
    } catch (error) {
      this.#options.onTrouble(error)
      this.#untold.unshift(...due)
      waitMs = retryMs
    }
    this.#isPlanned = false
    this.#planCall(waitMs)
  }

  #nextCall(): string[] {
    const due: string[] = []
    let bytes = this.#frame('').length
    for (const line of this.#untold) {
      bytes += Buffer.byteLength(line) + 1
      if (bytes > longestSignal && due.length > 0) break
      due.push(line)
    }
    this.#untold.splice(0, due.length)
    return due
  }

  #frame(lines: string): string {
    return `{"from":"${this.#options.node}","news":[${lines}]}`
  }
}

/** Throws for what another version of this server says differently. */
export function readNews(text: string): { from: string; news: News[] } {
  const said = JSON.parse(text) as { from?: unknown; news?: unknown }
  if (typeof said.from !== 'string' || !Array.isArray(said.news)) {
    throw new Error('another node says something unknown')
  }
  return { from: said.from, news: said.news as News[] }
}
