/** Somebody's caret, as the others are told of it: a count of moves dressed as a place in the text. */
import { messageKinds } from '@atelier/shared/sync/messages'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { RawClient } from './raw-client'
import { packed } from './websocket-frames'

export class MovingCursor {
  readonly client = new Y.Doc().clientID
  readonly connection: RawClient
  /** When the nth move was made, milliseconds; index n. */
  readonly movedAt: number[] = []

  constructor(connection: RawClient) {
    this.connection = connection
  }

  move(): void {
    const place = { type: null, tname: 'body', assoc: 0 }
    const caret = { ...place, item: { client: this.client, clock: this.movedAt.length } }
    const state = JSON.stringify({ cursor: { anchor: caret, head: caret } })
    const frame = presenceFrame(this.client, this.movedAt.length + 1, state)
    this.movedAt.push(performance.now())
    this.connection.write(packed(Buffer.concat([this.connection.prefix, frame])))
  }
}

function presenceFrame(client: number, clock: number, state: string): Uint8Array {
  const payload = encoding.encode((encoder) => {
    for (const one of [1, client, clock]) encoding.writeVarUint(encoder, one)
    encoding.writeVarString(encoder, state)
  })
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageKinds.presence)
    encoding.writeVarUint8Array(encoder, payload)
  })
}

/** Whose carets a frame tells of, and how many moves they have behind them. */
export function* movesIn(frame: Uint8Array): Generator<[client: number, move: number]> {
  if (frame[0] !== messageKinds.presence) return
  const outer = decoding.createDecoder(frame)
  outer.pos = 1
  const decoder = decoding.createDecoder(decoding.readVarUint8Array(outer))
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const client = decoding.readVarUint(decoder)
    decoding.readVarUint(decoder)
    const move = moveOf(JSON.parse(decoding.readVarString(decoder)))
    if (move !== null) yield [client, move]
  }
}

type State = { cursor?: { anchor?: { item?: { clock?: number } } } }

/** Of somebody who has left there is none. */
const moveOf = (state: State | null): number | null => state?.cursor?.anchor?.item?.clock ?? null
