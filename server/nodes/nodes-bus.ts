/** The bus between rooms: over Redis, and while that is away by hints in the database. */
import type { RoomName } from '@atelier/shared/sync/room-name'
import type { Bus, BusListener } from '../sync/bus'
import type { Clock } from '../sync/clock'
import { signed } from './node-name'
import type { RedisLine } from './redis-line'

export type NodesBusOptions = {
  node: string
  line: Pick<RedisLine, 'isUp' | 'publish' | 'subscribe' | 'unsubscribe'>
  clock: Clock
  /** Something is newly stored in these rooms: to the other nodes, by the database. */
  hint(rooms: RoomName[]): void
}

const prefix = 'atelier:room:'
/** Who reads for a hint reads the whole room, so there are few. */
const gatherMs = 200
/** So much younger than the moment the line was found broken, it may have been lost. */
const doubtMs = 6000

export class NodesBus implements Bus {
  readonly #options: NodesBusOptions
  readonly #listeners = new Map<RoomName, BusListener>()
  /** Until then some other node cannot hear Redis, or this one cannot. */
  #hintsUntil = 0
  #toHint = new Set<RoomName>()
  #isHintPlanned = false
  #committedAt = new Map<RoomName, number>()

  constructor(options: NodesBusOptions) {
    this.#options = options
  }

  listen(room: RoomName, listener: BusListener): () => void {
    const { line } = this.#options
    this.#listeners.set(room, listener)
    line.subscribe(channelOf(room))
    if (!line.isUp) listener.missed()
    return () => {
      if (this.#listeners.get(room) !== listener) return
      this.#listeners.delete(room)
      line.unsubscribe(channelOf(room))
    }
  }

  say(room: RoomName, message: Uint8Array): void {
    const { line, node } = this.#options
    line.publish(channelOf(room), signed(node, message))
  }

  committed(room: RoomName): void {
    const now = this.#options.clock.now()
    if (now < this.#hintsUntil) this.#hintSoon([room])
    else this.#committedAt.set(room, now)
  }

  storedBeside(room: RoomName): void {
    this.#hintSoon([room])
  }

  /** Some node, which may be this one, cannot hear Redis: for so long, what is stored is hinted at. */
  hintFor(ms: number): void {
    const now = this.#options.clock.now()
    this.#hintsUntil = Math.max(this.#hintsUntil, now + ms)
    const inDoubt = [...this.#committedAt].filter(([, at]) => now - at < doubtMs)
    this.#committedAt.clear()
    this.#hintSoon(inDoubt.map(([room]) => room))
  }

  /** Now and then. */
  tidy(): void {
    const since = this.#options.clock.now() - doubtMs
    for (const [room, at] of this.#committedAt) if (at < since) this.#committedAt.delete(room)
  }

  hear(channel: string, node: string, message: Uint8Array): void {
    this.#listeners.get(roomOf(channel))?.hear(node, message)
  }

  missed(rooms: Iterable<RoomName> = [...this.#listeners.keys()]): void {
    for (const room of rooms) this.#listeners.get(room)?.missed()
  }

  missedOn(channels: readonly string[]): void {
    this.missed(channels.map(roomOf))
  }

  gone(node: string): void {
    for (const listener of [...this.#listeners.values()]) listener.gone(node)
  }

  #hintSoon(rooms: RoomName[]): void {
    for (const room of rooms) this.#toHint.add(room)
    if (this.#isHintPlanned || this.#toHint.size === 0) return
    this.#isHintPlanned = true
    this.#options.clock.after(gatherMs, () => {
      this.#isHintPlanned = false
      const due = [...this.#toHint]
      this.#toHint.clear()
      this.#options.hint(due)
    })
  }
}

const channelOf = (room: RoomName) => `${prefix}${room}`
const roomOf = (channel: string) => channel.slice(prefix.length) as RoomName
