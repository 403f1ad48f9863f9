/** How far a client has seen each writer, told from the bytes it received, in the order they came. */
import { messageKinds, syncKinds } from '@atelier/shared/sync/messages'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'

export class Progress {
  readonly #seen = new Map<number, number>()

  /** The next clock to come of that writer. */
  of(client: number): number {
    return this.#seen.get(client) ?? 0
  }

  /** Looks at one frame. Throws when something before it never came. */
  hear(frame: Uint8Array): void {
    if (frame[0] !== messageKinds.sync || frame[1] === syncKinds.step1) return
    const decoder = decoding.createDecoder(frame)
    decoder.pos = 2
    const update = decoding.readVarUint8Array(decoder)
    if (this.#hearLetter(update)) return
    const { from, to } = Y.parseUpdateMeta(update)
    for (const [client, end] of to) this.#advance(client, from.get(client) ?? 0, end)
  }

  /** The one kind of update that comes in torrents: a single letter, at the end of its writer's. */
  #hearLetter(update: Uint8Array): boolean {
    if (update[0] !== 1 || update[1] !== 1) return false
    const decoder = decoding.createDecoder(update)
    decoder.pos = 2
    const client = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    const isLetter = update[update.length - 3] === 1 && update[decoder.pos] === 0x84
    // Origin, then a string of one letter, then no deletions: nothing else has room in so few bytes.
    if (!isLetter || update.length - decoder.pos > 16) return false
    this.#advance(client, clock, clock + 1)
    return true
  }

  #advance(client: number, from: number, to: number): void {
    const seen = this.of(client)
    if (from > seen) throw new Error(`Letters ${seen} to ${from} of a writer never came.`)
    if (to > seen) this.#seen.set(client, to)
  }
}
