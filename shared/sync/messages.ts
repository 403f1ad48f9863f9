/**
 * The whole wire of a room socket on one page. Binary frames, lib0 encoding; the first
 * varUint is the kind. 0–3 are y-websocket's own, the rest is ours. Yjs updates are V1 only.
 *
 * Conversation: connect to `/ws/rooms/<room name>?wire=<wireVersion>&content=<contentVersion>`
 *   server → welcome, sync step 1            client → sync step 1
 *   server → sync step 2 (in reply)          client → sync step 2 (in reply)
 *   both   → sync update …, presence …
 *   server → stored(n) after each commit: the first n *update frames* (sync step 2 or update)
 *            this connection sent are in the database (promise S1)
 *   server → refused(n, why): the n-th update frame changed nothing (promise S4)
 *   server → fill(percent of what it may have) to whoever comes into a room that is at least
 *            limits.warnFrom full; to everybody when it has become so, or fuller by a further
 *            5 %, or less full again (promise S16). A room that says nothing is not that full.
 *
 * An update frame may end with its number on this connection, a varUint from 1 (`numbered`). By it a
 * frame that got lost, comes twice or late on its way to the server is noticed at once (promise S7).
 *
 * A frame that leaves a gap (an update whose predecessors the server lacks) is not stored;
 * the server answers with sync step 1, and the frame counts as stored with the step 2 that heals it.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { PersonColour } from '../people/choices'
import type { RoomKind } from './room-name'

export const messageKinds = {
  sync: 0,
  presence: 1,
  queryPresence: 3,
  stored: 4,
  refused: 5,
  welcome: 6,
  fill: 7,
} as const

export const syncKinds = { step1: 0, step2: 1, update: 2 } as const

/** Raised when a frame's shape changes. */
export const wireVersion = 1

/** Raised when a room's content gains something an older client would delete. */
export const contentVersions: Record<RoomKind, number> = {
  doc: 2,
  board: 3,
  suggestion: 2,
  section: 1,
  'section-suggestion': 1,
  workshop: 1,
  pad: 1,
}

export type Access = 'read' | 'write'

/** Stamped by the server from the session; never taken from a client. `guest`: `id` is that of a participant, with no account. */
export type PresentPerson = { id: string; name: string; colour: PersonColour; guest?: true }

/** `reload`: the client's content version is older; it may only read until it reloads. */
export type Welcome = { access: Access; reload: boolean; me: PresentPerson }

export const refusedReasons = ['read-only', 'too-large'] as const
export type RefusedReason = (typeof refusedReasons)[number]

export function encodeStored(frames: number): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageKinds.stored)
  encoding.writeVarUint(encoder, frames)
  return encoding.toUint8Array(encoder)
}

/** Reads what follows the kind. */
export const readStored = (decoder: decoding.Decoder): number => decoding.readVarUint(decoder)

export function encodeRefused(frame: number, reason: RefusedReason): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageKinds.refused)
  encoding.writeVarUint(encoder, frame)
  encoding.writeVarString(encoder, reason)
  return encoding.toUint8Array(encoder)
}

export function readRefused(decoder: decoding.Decoder): { frame: number; reason: RefusedReason } {
  const frame = decoding.readVarUint(decoder)
  const word = decoding.readVarString(decoder)
  return { frame, reason: refusedReasons.find((known) => known === word) ?? 'read-only' }
}

export function encodeWelcome(welcome: Welcome): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageKinds.welcome)
  encoding.writeVarString(encoder, JSON.stringify(welcome))
  return encoding.toUint8Array(encoder)
}

export const readWelcome = (decoder: decoding.Decoder): Welcome =>
  JSON.parse(decoding.readVarString(decoder)) as Welcome

export function encodeFill(percent: number): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageKinds.fill)
  encoding.writeVarUint(encoder, percent)
  return encoding.toUint8Array(encoder)
}

/** A whole number from 0 to 100. */
export const readFill = (decoder: decoding.Decoder): number => decoding.readVarUint(decoder)

/** Whether a frame a client is about to send is one the server will count (promise S1). */
export const isUpdateFrame = (frame: Uint8Array): boolean =>
  frame[0] === messageKinds.sync && (frame[1] === syncKinds.step2 || frame[1] === syncKinds.update)

/** An update frame with its number at the end, where readers that know of none stop before it. */
export function numbered(frame: Uint8Array, nth: number): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeUint8Array(encoder, frame)
  encoding.writeVarUint(encoder, nth)
  return encoding.toUint8Array(encoder)
}
