/** One of many people in a room, as cheap as can be: a reader keeps the bytes and looks at clocks. */
import { messageKinds, readStored, syncKinds } from '@atelier/shared/sync/messages'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { encodeSync } from '../sync/sync-frames'
import { type ClientAddress, dial } from './client-address'

export type Listener = {
  /** Up to this clock of that Yjs client, everything has arrived. */
  onArrived?(client: number, clock: number): void
  /** The first n update frames of this connection are stored. */
  onStored?(frames: number): void
}

export type LoadClient = {
  /** Update frames sent so far; the first is the answer to the server's sync step 1, where it asks. */
  readonly framesSent: number
  /** Every update that came in, in order. */
  readonly received: readonly Uint8Array[]
  send(update: Uint8Array): void
  close(): void
}

/** Resolves when the conversation has begun: with a server that keeps a document, after its sync step 2. */
export function joinRoom(
  address: ClientAddress,
  keeps: boolean,
  listener: Listener,
): Promise<LoadClient> {
  const received: Uint8Array[] = []
  let framesSent = 0
  const socket = dial(address)
  const send = (kind: number, payload: Uint8Array) => {
    if (kind !== syncKinds.step1) framesSent++
    socket.send(encodeSync(kind, payload))
  }
  const client: LoadClient = {
    get framesSent() {
      return framesSent
    },
    received,
    send: (update) => send(syncKinds.update, update),
    close: () => socket.close(),
  }

  return new Promise((resolve, reject) => {
    const hearSync = (decoder: decoding.Decoder) => {
      const kind = decoding.readVarUint(decoder)
      const payload = decoding.readVarUint8Array(decoder)
      if (kind === syncKinds.step1) return send(syncKinds.step2, emptyUpdate)
      // A view into a buffer that the socket will not use again.
      received.push(payload)
      if (kind === syncKinds.step2) resolve(client)
      for (const [author, clock] of Y.parseUpdateMeta(payload).to)
        listener.onArrived?.(author, clock)
    }
    socket.onOpen(() => {
      if (keeps) send(syncKinds.step1, Y.encodeStateVector(new Y.Doc()))
      else resolve(client)
    })
    socket.onFrame((frame) => {
      const decoder = decoding.createDecoder(frame)
      const kind = decoding.readVarUint(decoder)
      if (kind === messageKinds.sync) hearSync(decoder)
      else if (kind === messageKinds.stored) listener.onStored?.(readStored(decoder))
    })
    socket.onError(reject)
    socket.onClose((code) => reject(new Error(`The server closed a socket (${code}).`)))
  })
}

const emptyUpdate = Y.encodeStateAsUpdate(new Y.Doc())
