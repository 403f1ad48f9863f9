/** Frames of the sync protocol as y-websocket writes and reads them. */
import { messageKinds, syncKinds } from '@atelier/shared/sync/messages'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { BadFrame, orBadFrame } from './bad-frame'

export function encodeSync(kind: number, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageKinds.sync)
  encoding.writeVarUint(encoder, kind)
  encoding.writeVarUint8Array(encoder, payload)
  return encoding.toUint8Array(encoder)
}

/** A view of what `encodeSync` was given. */
export function payloadOf(frame: Uint8Array): Uint8Array {
  const d = decoding.createDecoder(frame)
  // The two kinds are below 128, a byte each.
  d.pos = 2
  return decoding.readVarUint8Array(d)
}

/** The same of a presence frame. */
export function presencePayloadOf(frame: Uint8Array): Uint8Array {
  const d = decoding.createDecoder(frame)
  d.pos = 1
  return decoding.readVarUint8Array(d)
}

export type Heard =
  | { kind: 'step1' | 'presence'; payload: Uint8Array }
  /** `nth`: its number on this connection, where the client says it. */
  | { kind: 'step2' | 'update'; payload: Uint8Array; nth: number | null }
  | { kind: 'queryPresence' }
  /** Not something a client may say: ours to send, or nobody's. */
  | { kind: 'unknown' }

/** The payload is a view into `frame`. */
export function readFrame(frame: Uint8Array): Heard {
  return orBadFrame((): Heard => {
    const d = decoding.createDecoder(frame)
    const kind = decoding.readVarUint(d)
    if (kind === messageKinds.queryPresence) return { kind: 'queryPresence' }
    const heard = kind === messageKinds.sync ? readSyncKind(d) : presenceOf(kind)
    if (!heard) return { kind: 'unknown' }
    const payload = decoding.readVarUint8Array(d)
    const isUpdate = heard === 'step2' || heard === 'update'
    const nth = isUpdate && d.pos < frame.length ? decoding.readVarUint(d) : null
    if (d.pos !== frame.length) throw new BadFrame('bytes after the end')
    return isUpdate ? { kind: heard, payload, nth } : { kind: heard, payload }
  })
}

const presenceOf = (kind: number) => (kind === messageKinds.presence ? 'presence' : null)

function readSyncKind(d: decoding.Decoder): 'step1' | 'step2' | 'update' | null {
  const kind = decoding.readVarUint(d)
  if (kind === syncKinds.step1) return 'step1'
  if (kind === syncKinds.step2) return 'step2'
  return kind === syncKinds.update ? 'update' : null
}
