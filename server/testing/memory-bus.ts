/** Lines between nodes of one process, which a test can hold back, cut and mend. */
import type { RoomName } from '@atelier/shared/sync/room-name'
import type { Bus, BusListener } from '../sync/bus'

type Said = { to: string; room: RoomName; from: string; message: Uint8Array }

export class MemoryBus {
  /** What is said is neither heard nor kept. */
  isCut = false
  /** What is said waits until `deliver`. */
  isHeld = false
  /** Asked for each message: whether it gets lost. */
  loses: () => boolean = () => false
  readonly #listeners = new Map<string, Map<RoomName, BusListener>>()
  #held: Said[] = []

  /** The end of the line of one node. */
  node(name: string): Bus {
    const own = new Map<RoomName, BusListener>()
    this.#listeners.set(name, own)
    return {
      listen: (room, listener) => {
        own.set(room, listener)
        if (!this.isCut) listener.missed()
        return () => own.delete(room)
      },
      say: (room, message) => {
        for (const to of this.#listeners.keys()) {
          if (to !== name) this.#put({ to, room, from: name, message: message.slice() })
        }
      },
      committed: () => undefined,
      storedBeside: (room) => {
        for (const [to, rooms] of this.#listeners) if (to !== name) rooms.get(room)?.missed()
      },
    }
  }

  /** The node is no more; the others notice. */
  remove(name: string): void {
    this.#listeners.delete(name)
    for (const rooms of this.#listeners.values()) {
      for (const listener of rooms.values()) listener.gone(name)
    }
  }

  deliver(): void {
    this.isHeld = false
    for (const said of this.#held.splice(0)) this.#hear(said)
  }

  cut(): void {
    this.isCut = true
    this.#held = []
  }

  mend(): void {
    this.isCut = false
    for (const rooms of this.#listeners.values()) {
      for (const listener of rooms.values()) listener.missed()
    }
  }

  #put(said: Said): void {
    if (this.isCut || this.loses()) return
    if (this.isHeld) this.#held.push(said)
    else this.#hear(said)
  }

  #hear({ to, room, from, message }: Said): void {
    this.#listeners.get(to)?.get(room)?.hear(from, message)
  }
}
