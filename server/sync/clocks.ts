/** How far each writer has got in a room: its state vector, kept up to date instead of derived. */
import * as encoding from 'lib0/encoding'

/** By client id: the clock that comes next. */
export type Ends = ReadonlyMap<number, number>

export class Clocks {
  readonly #ends = new Map<number, number>()
  #encoded: Uint8Array | null = null

  get writers(): number {
    return this.#ends.size
  }

  of(client: number): number {
    return this.#ends.get(client) ?? 0
  }

  advance(ends: Ends): void {
    for (const [client, end] of ends) {
      if (end <= this.of(client)) continue
      this.#ends.set(client, end)
      this.#encoded = null
    }
  }

  /** Whether somebody with these clocks lacks nothing but, perhaps, deletions. */
  areCoveredBy(ends: Ends): boolean {
    for (const [client, end] of this.#ends) if ((ends.get(client) ?? 0) < end) return false
    return true
  }

  encode(): Uint8Array {
    this.#encoded ??= encodeEnds(this.#ends)
    return this.#encoded
  }
}

/** A state vector as Yjs writes it. */
export function encodeEnds(ends: Ends): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, ends.size)
  for (const [client, end] of ends) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, end)
  }
  return encoding.toUint8Array(encoder)
}
