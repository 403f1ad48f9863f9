/**
 * A client so cheap that one core plays fifty of them in a torrent: it keeps the bytes, and looks at
 * no more of a frame than its header until somebody asks.
 */
import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import type { Socket } from 'node:net'
import { messageKinds, syncKinds } from '@atelier/shared/sync/messages'
import * as Y from 'yjs'
import { encodeSync } from '../sync/sync-frames'
import { type ClientAddress, dressOf } from './client-address'
import { FrameReader, packed } from './websocket-frames'

export type RawClient = {
  /** The name before each message, where the server wants one. */
  readonly prefix: Uint8Array
  /** Frames packed for the wire, many at once if one likes. */
  write(packedFrames: Uint8Array): void
  /** Every frame from now on, as it comes, without the prefix; a view. */
  hear(listen: (frame: Uint8Array) => void): void
  /** Every frame since the beginning, without the prefix; views. */
  frames(): Generator<Uint8Array>
  /** Resolves with the server's close code, null for none, when the connection has ended. */
  readonly ended: Promise<number | null>
  readonly isOpen: boolean
  /** Bytes that have not left this process. */
  readonly unsent: number
  pause(): void
  resume(): void
  close(): void
}

/** Joins with nothing; resolves when the conversation has begun: where a document is kept, after the sync step 2. */
export async function joinRaw(address: ClientAddress, keeps: boolean): Promise<RawClient> {
  const dress = dressOf(address)
  const { socket, head } = await upgrade(address)
  socket.setNoDelay(true)
  const reader = new FrameReader((pong) => socket.write(pong))
  let listener: ((frame: Uint8Array) => void) | null = null
  const undressed = (message: Uint8Array) => dress.off(message)
  socket.on('data', (chunk: Buffer) => {
    for (const message of reader.take(chunk, listener !== null)) {
      const frame = undressed(message)
      if (frame) listener?.(frame)
    }
  })
  const ended = new Promise<number | null>((resolve) =>
    socket.on('close', () => resolve(reader.closedWith)),
  )
  // Said again by `close`, which always follows.
  socket.on('error', () => undefined)
  const client: RawClient = {
    prefix: dress.on(new Uint8Array()),
    write: (frames) => socket.write(frames),
    hear(listen) {
      listener = listen
    },
    *frames() {
      for (const message of reader.all()) {
        const frame = undressed(message)
        if (frame) yield frame
      }
    },
    ended,
    get isOpen() {
      return !socket.destroyed
    },
    get unsent() {
      return socket.writableLength
    },
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    close: () => socket.destroy(),
  }
  const say = (frame: Uint8Array) => socket.write(packed(dress.on(frame)))
  for (const frame of dress.greeting) socket.write(packed(frame))
  const begun = keeps ? sync(client, say) : Promise.resolve()
  if (head.length > 0) socket.emit('data', head)
  const failed = ended.then((code) => Promise.reject(new Error(`Not let in (${code}).`)))
  failed.catch(() => undefined)
  await Promise.race([begun, failed])
  listener = null
  return client
}

function upgrade({ url, headers }: ClientAddress): Promise<{ socket: Socket; head: Buffer }> {
  return new Promise((resolve, reject) => {
    const asked = request(url.replace(/^ws/, 'http'), {
      headers: {
        ...headers,
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': randomBytes(16).toString('base64'),
      },
    })
    asked.on('upgrade', (_, socket, head) => resolve({ socket: socket as Socket, head }))
    asked.on('response', ({ statusCode }) => reject(new Error(`Not let in (${statusCode}).`)))
    asked.on('error', reject)
    asked.end()
  })
}

const nothing = Y.encodeStateVector(new Y.Doc())
const emptyUpdate = Y.encodeStateAsUpdate(new Y.Doc())

/** Our server asks first what we have, others after they have answered. Both questions are answered. */
function sync(client: RawClient, say: (frame: Uint8Array) => void): Promise<void> {
  say(encodeSync(syncKinds.step1, nothing))
  const open = new Set(['asked', 'answered'])
  return new Promise((resolve) => {
    client.hear((frame) => {
      if (frame[0] !== messageKinds.sync) return
      if (frame[1] === syncKinds.step1) {
        say(encodeSync(syncKinds.step2, emptyUpdate))
        open.delete('asked')
      } else if (frame[1] === syncKinds.step2) open.delete('answered')
      if (open.size === 0) resolve()
    })
  })
}
