/** A person's machine without a browser: a Y.Doc on a room's socket that counts what it sends. */
import {
  isUpdateFrame,
  messageKinds,
  numbered,
  readRefused,
  readStored,
  readWelcome,
  syncKinds,
  type Welcome,
} from '@atelier/shared/sync/messages'
import * as decoding from 'lib0/decoding'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { encodeSync } from '../sync/sync-frames'
import { type ClientAddress, dial, type RoomSocket } from './client-address'

export type ProtocolClient = {
  readonly doc: Y.Doc
  /** What the server said of us when we joined, null before. */
  readonly welcome: Welcome | null
  /** The updates the server has promised to keep, over all connections. */
  readonly acknowledged: readonly Uint8Array[]
  /** Update frames of this connection that are not acknowledged yet. */
  readonly unstored: number
  readonly isConnected: boolean
  /** The code of the last close, null before. */
  readonly closedWith: number | null
  /** Reconnects by itself until `leave` or a final close code; resolves once the server's content is in. */
  enter(): Promise<void>
  /** Stays away, keeping the document. */
  leave(): Promise<void>
  /** Resolves when everything this document holds is in and acknowledged. */
  settled(): Promise<void>
  /** Resolves when `holds` does; looked at after every change, for at most a minute. */
  until(holds: () => boolean): Promise<void>
}

/** As for y-websocket: see shared/sync/close-codes.ts. */
const isFinal = (code: number) => code >= 4400 && code < 4500
const retryMs = 100
const patienceMs = 60_000

export function protocolClient(address: () => ClientAddress, doc = new Y.Doc()): ProtocolClient {
  let socket: RoomSocket | null = null
  let wanted = false
  let synced = false
  /** Whether this connection's step 2, which carries all that was written offline, is on its way. */
  let told = false
  let sent: Uint8Array[] = []
  /** Hocuspocus is told no numbers. */
  let numbers = false
  let stored = 0
  let welcome: Welcome | null = null
  let closedWith: number | null = null
  /** What the server must never say. */
  let broken: Error | null = null
  const acknowledged: Uint8Array[] = []
  const waiting = new Set<() => void>()
  const changed = () => {
    for (const look of waiting) look()
  }

  const until = (holds: () => boolean) =>
    new Promise<void>((resolve, reject) => {
      const end = () => {
        waiting.delete(look)
        clearTimeout(timer)
      }
      const look = () => {
        if (!broken && !holds()) return
        end()
        if (broken) reject(broken)
        else resolve()
      }
      const timer = setTimeout(() => {
        end()
        reject(new Error(`Waited ${patienceMs / 1000} s in vain; last closed with ${closedWith}.`))
      }, patienceMs)
      waiting.add(look)
      look()
    })

  const send = (kind: number, payload: Uint8Array) => {
    if (socket?.readyState !== WebSocket.OPEN) return
    const frame = encodeSync(kind, payload)
    if (isUpdateFrame(frame)) sent.push(payload)
    socket.send(isUpdateFrame(frame) && numbers ? numbered(frame, sent.length) : frame)
  }

  const hearSync = (decoder: decoding.Decoder) => {
    const kind = decoding.readVarUint(decoder)
    const payload = decoding.readVarUint8Array(decoder)
    if (kind === syncKinds.step1) {
      send(syncKinds.step2, Y.encodeStateAsUpdate(doc, payload))
      told = true
      return
    }
    Y.applyUpdate(doc, payload, 'server')
    if (kind === syncKinds.step2) synced = true
  }

  const hear = (data: Uint8Array) => {
    const decoder = decoding.createDecoder(data)
    const kind = decoding.readVarUint(decoder)
    if (kind === messageKinds.sync) hearSync(decoder)
    else if (kind === messageKinds.welcome) welcome = readWelcome(decoder)
    else if (kind === messageKinds.stored) acknowledge(readStored(decoder))
    else if (kind === messageKinds.refused) {
      const { frame, reason } = readRefused(decoder)
      throw new Error(`The server refused frame ${frame}: ${reason}.`)
    }
    changed()
  }

  const acknowledge = (frames: number) => {
    if (frames > sent.length) throw new Error(`Told ${frames} of ${sent.length} frames are stored.`)
    acknowledged.push(...sent.slice(stored, frames))
    stored = frames
  }

  /** Told to whoever waits, now and later: nobody would catch it here. */
  const hearOrBreak = (frame: Uint8Array) => {
    try {
      hear(frame)
    } catch (error) {
      broken ??= error instanceof Error ? error : new Error(String(error))
      wanted = false
      socket?.terminate()
    }
  }

  const connect = () => {
    const where = address()
    const opening = dial(where)
    socket = opening
    numbers = where.document === undefined
    opening.onOpen(() => send(syncKinds.step1, Y.encodeStateVector(doc)))
    opening.onFrame((frame) => {
      if (socket === opening) hearOrBreak(frame)
    })
    // Said again by `close`, which always follows.
    opening.onError(() => undefined)
    opening.onClose((code) => {
      if (socket !== opening) return
      closedWith = code
      socket = null
      synced = false
      told = false
      // What is not acknowledged now will be part of the next connection's step 2.
      sent = []
      stored = 0
      changed()
      if (isFinal(code)) wanted = false
      if (wanted) setTimeout(() => wanted && connect(), retryMs)
    })
  }

  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server') send(syncKinds.update, update)
    changed()
  })

  return {
    doc,
    acknowledged,
    get welcome() {
      return welcome
    },
    get isConnected() {
      return socket !== null
    },
    get closedWith() {
      return closedWith
    },
    get unstored() {
      return sent.length - stored
    },
    async enter() {
      wanted = true
      if (socket === null) connect()
      await until(() => synced)
    },
    async leave() {
      wanted = false
      if (socket === null) return
      socket.terminate()
      await until(() => socket === null)
    },
    settled: () => until(() => synced && told && stored === sent.length),
    until,
  }
}
