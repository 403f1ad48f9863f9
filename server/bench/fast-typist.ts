/** Somebody who types faster than a Yjs document could: the updates are written by hand. */
import { syncKinds } from '@atelier/shared/sync/messages'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { encodeSync } from '../sync/sync-frames'
import { packed } from './websocket-frames'

const letters = 'what we measured on the night shift '
const letterAt = (clock: number) => letters[clock % letters.length] ?? ' '

export class FastTypist {
  readonly client = new Y.Doc().clientID
  /** How many letters there are. */
  clock = 0
  readonly #prefix: Uint8Array

  /** `prefix` goes before each message, inside its frame. */
  constructor(prefix: Uint8Array = new Uint8Array()) {
    this.#prefix = prefix
  }

  get paragraph(): string {
    return paragraphOf(this.client)
  }

  /** What its paragraph must read. */
  get text(): string {
    return Array.from({ length: this.clock }, (_, at) => letterAt(at)).join('')
  }

  /** The next letters, an update each, packed for the wire in one piece. */
  type(count: number): Buffer {
    const frames = Array.from({ length: count }, () => {
      const frame = encodeSync(syncKinds.update, this.next())
      return packed(this.#prefix.length > 0 ? Buffer.concat([this.#prefix, frame]) : frame)
    })
    return Buffer.concat(frames)
  }

  /** The update that types one more letter, the very bytes Yjs would write. */
  next(): Uint8Array {
    const clock = this.clock++
    return clock === 0 ? this.#first() : this.#after(clock)
  }

  #first(): Uint8Array {
    const doc = new Y.Doc()
    doc.clientID = this.client
    doc.getText(this.paragraph).insert(0, letterAt(0))
    return Y.encodeStateAsUpdate(doc)
  }

  /** One writer with one struct: a string that follows the writer's last letter. Nothing deleted. */
  #after(clock: number): Uint8Array {
    return encoding.encode((encoder) => {
      for (const one of [1, 1, this.client, clock]) encoding.writeVarUint(encoder, one)
      encoding.writeUint8(encoder, followsSomething | stringContent)
      encoding.writeVarUint(encoder, this.client)
      encoding.writeVarUint(encoder, clock - 1)
      encoding.writeVarString(encoder, letterAt(clock))
      encoding.writeVarUint(encoder, 0)
    })
  }
}

const followsSomething = 0x80
const stringContent = 4

const paragraphOf = (client: number) => `paragraph ${client}`
