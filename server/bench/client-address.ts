/** Where somebody joins a room, and how messages are dressed on that way. */
import { messageKinds } from '@atelier/shared/sync/messages'
import * as encoding from 'lib0/encoding'
import WebSocket from 'ws'

export type ClientAddress = {
  url: string
  headers: Record<string, string>
  /** Hocuspocus serves many documents by one socket: each message begins with the name of its own. */
  document?: string
}

/** A socket on which both sides speak as y-websocket does, whatever the server is. */
export type RoomSocket = Pick<WebSocket, 'close' | 'terminate' | 'readyState'> & {
  send(frame: Uint8Array): void
  onOpen(tell: () => void): void
  onFrame(hear: (frame: Uint8Array) => void): void
  onError(tell: (error: Error) => void): void
  onClose(tell: (code: number) => void): void
}

export function dial(address: ClientAddress): RoomSocket {
  const { url, headers } = address
  const socket = new WebSocket(url, { headers, perMessageDeflate: false })
  const dress = dressOf(address)
  return {
    get readyState() {
      return socket.readyState
    },
    close: () => socket.close(),
    terminate: () => socket.terminate(),
    send: (frame) => socket.send(dress.on(frame)),
    onOpen(tell) {
      socket.on('open', () => {
        for (const frame of dress.greeting) socket.send(frame)
        tell()
      })
    },
    onFrame(hear) {
      socket.on('message', (data: Buffer) => {
        const frame = dress.off(data)
        if (frame) hear(frame)
      })
    },
    onError: (tell) => socket.on('error', tell),
    onClose: (tell) => socket.on('close', tell),
  }
}

type Dress = {
  /** What the server wants to hear before all else. */
  greeting: readonly Uint8Array[]
  on(frame: Uint8Array): Uint8Array
  /** A view; null for what only Hocuspocus' own clients understand. */
  off(message: Uint8Array): Uint8Array | null
}

export const dressOf = ({ document }: ClientAddress): Dress =>
  document === undefined ? plain : named(document)

const plain: Dress = { greeting: [], on: (frame) => frame, off: (message) => message }

const authentication = { kind: 2, token: 0 }
const syncReply = 4

function named(document: string): Dress {
  const name = encoding.encode((encoder) => encoding.writeVarString(encoder, document))
  const on = (frame: Uint8Array) => Buffer.concat([name, frame])
  return {
    greeting: [on(Uint8Array.of(authentication.kind, authentication.token, 0))],
    on,
    off(message) {
      const frame = message.subarray(name.length)
      if (frame[0] === syncReply) frame[0] = messageKinds.sync
      return frame[0] === messageKinds.sync || frame[0] === messageKinds.presence ? frame : null
    },
  }
}
