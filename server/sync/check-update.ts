/** Judges an update by its bytes and the room's clocks: what is built to hurt, and what leaves a gap. */
import { BadFrame } from './bad-frame'
import type { Clocks, Ends } from './clocks'
import { content } from './scan-content'
import { type Id, type Struct, scanUpdate } from './scan-update'

export type UpdateShape = {
  /** Something it builds on is neither in the room nor in the update itself. */
  gap: boolean
  /** How far it brings each writer whose clocks it continues. */
  ends: Ends
  /** What begins at a clock the room has already. */
  known: Struct[]
  structs: number
  deletions: number
  hasTypes: boolean
  /** Writers come in the order in which Yjs writes them; its merge drops structs of any other. */
  isSorted: boolean
  /** Where in its bytes the deletions begin. */
  deletionsAt: number
}

/**
 * Throws BadFrame unless it is one complete V1 update whose every count fits into its bytes, whose
 * every word can be read, and in which nothing builds on its own future. What only the content of
 * the room can tell is judged in check-depth and check-same-content.
 */
export function checkUpdate(clocks: Clocks, update: Uint8Array, maxClients: number): UpdateShape {
  const needed = new Needed(clocks)
  const shape = { structs: 0, deletions: 0, hasTypes: false, isSorted: true, deletionsAt: 0 }
  const known: Struct[] = []
  let lastClient = Number.POSITIVE_INFINITY
  scanUpdate(update, maxClients, {
    struct(struct) {
      if (struct.client > lastClient) shape.isSorted = false
      lastClient = struct.client
      if (struct.ref === content.skip) return
      shape.structs++
      if (struct.ref === content.type) shape.hasTypes = true
      if (struct.clock < clocks.of(struct.client)) known.push(struct)
      needed.offer(struct)
      needed.askBefore(struct, struct.origin)
      needed.askBefore(struct, struct.rightOrigin)
      needed.askBefore(struct, struct.parent)
    },
    deletionsAt(position) {
      shape.deletionsAt = position
    },
    deletion(client, clock, length) {
      shape.deletions++
      needed.ask(client, clock + length - 1)
    },
  })
  return { ...shape, known, gap: needed.isMissingSome(), ends: needed.reached }
}

/** Adds up, per client, how far an update reaches without a hole and how far it asks to. */
class Needed {
  readonly reached = new Map<number, number>()
  readonly #clocks: Clocks
  readonly #asked = new Map<number, number>()
  #hole = false

  constructor(clocks: Clocks) {
    this.#clocks = clocks
  }

  offer({ client, clock, length }: Struct): void {
    const reached = this.#reach(client)
    if (clock > reached) this.#hole = true
    else if (clock + length > reached) this.reached.set(client, clock + length)
  }

  askBefore(struct: Struct, id: Id | null): void {
    if (!id) return
    if (id.client === struct.client && id.clock >= struct.clock) {
      throw new BadFrame('builds on its own future')
    }
    this.ask(id.client, id.clock)
  }

  ask(client: number, clock: number): void {
    // What the room has already is most of what is asked for.
    if (clock < this.#clocks.of(client)) return
    if (clock >= (this.#asked.get(client) ?? 0)) this.#asked.set(client, clock + 1)
  }

  isMissingSome(): boolean {
    if (this.#hole) return true
    for (const [client, end] of this.#asked) if (end > this.#reach(client)) return true
    return false
  }

  #reach(client: number): number {
    return this.reached.get(client) ?? this.#clocks.of(client)
  }
}
