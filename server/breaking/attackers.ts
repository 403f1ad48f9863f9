/** People with an account who wish everybody ill, and strangers at the door. */
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { closeCodes } from '@atelier/shared/sync/close-codes'
import { syncKinds } from '@atelier/shared/sync/messages'
import WebSocket from 'ws'
import * as Y from 'yjs'
import type { ClientAddress } from '../bench/client-address'
import { encodeSync } from '../sync/sync-frames'
import type { Random } from '../testing/random'
import { spoiltFrame } from './spoilt-frames'

/** Sent on one connection, should it live so long. */
const framesPerConnection = 40

export type Throwing = { frames: number; connections: number; closedWith: Map<number, number> }

/** Sends `frames` spoilt frames, each connection until it is thrown out; asks nothing of the answers. */
export async function throwFrames(
  address: () => ClientAddress,
  frames: number,
  random: Random,
): Promise<Throwing> {
  const thrown: Throwing = { frames: 0, connections: 0, closedWith: new Map() }
  while (thrown.frames < frames) {
    thrown.connections++
    const code = await throwUntilClosed(address(), thrown, random)
    thrown.closedWith.set(code, (thrown.closedWith.get(code) ?? 0) + 1)
  }
  return thrown
}

/** One after the other, so that none hides behind the one that ended the connection. */
async function throwUntilClosed(
  { url, headers }: ClientAddress,
  thrown: Throwing,
  random: Random,
): Promise<number> {
  const socket = new WebSocket(url, { headers, perMessageDeflate: false })
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  // Said again by `close`, which always follows.
  socket.on('error', () => undefined)
  socket.once('open', () => throwNext(0))
  const throwNext = (nth: number) => {
    if (socket.readyState !== WebSocket.OPEN) return
    if (nth === framesPerConnection) return socket.close()
    thrown.frames++
    socket.send(spoiltFrame(random))
    // The answer to a ping comes after whatever the frame was answered with.
    socket.ping()
    socket.once('pong', () => throwNext(nth + 1))
  }
  return closed
}

/** Joins, asks for everything again and again, and reads nothing of it. Answers how to end it. */
export async function stall({ url, headers }: ClientAddress): Promise<() => void> {
  const socket = new WebSocket(url, { headers, perMessageDeflate: false })
  socket.on('error', () => undefined)
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('close', reject)
  })
  socket.pause()
  const step1 = encodeSync(syncKinds.step1, Y.encodeStateVector(new Y.Doc()))
  const asking = setInterval(() => {
    if (socket.readyState === WebSocket.OPEN) socket.send(step1)
  }, 500)
  return () => {
    clearInterval(asking)
    socket.terminate()
  }
}

/**
 * Tries to come into a doc that cannot be opened, one try after the other. Answers how to stop,
 * which answers how often it was sent away; throws if it ever got in.
 */
export function knock(address: () => ClientAddress): () => Promise<number> {
  let isOver = false
  let knocks = 0
  const knocking = (async () => {
    while (!isOver) {
      const code = await knockOnce(address())
      if (code !== closeCodes.loadFailed) throw new Error(`A poisoned doc answered with ${code}.`)
      knocks++
    }
  })()
  knocking.catch(() => undefined)
  return async () => {
    isOver = true
    await knocking
    return knocks
  }
}

function knockOnce({ url, headers }: ClientAddress): Promise<number> {
  const socket = new WebSocket(url, { headers, perMessageDeflate: false })
  // Said again by `close`, which always follows.
  socket.on('error', () => undefined)
  return new Promise((resolve) => socket.once('close', resolve))
}

/** Handshakes that break off, lie or make no sense, a hundred at a time. */
export async function breakUpgrades(address: ClientAddress, count: number, random: Random) {
  const { hostname, port, pathname, search } = new URL(address.url)
  const heads = [
    `GET ${pathname}${search} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n`,
    `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}\r\n`,
    ...Object.entries(address.headers).map(([name, value]) => `${name}: ${value}\r\n`),
    '\r\n',
  ]
  const once = () =>
    new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname)
      socket.once('close', () => resolve())
      socket.on('error', () => socket.destroy())
      const whole = heads.filter(() => random.below(6) > 0).join('')
      const bytes = Buffer.from(
        random.below(3) ? whole : whole.slice(0, random.below(whole.length)),
      )
      socket.write(bytes, () =>
        setTimeout(() => (random.below(2) ? socket.resetAndDestroy() : socket.destroy()), 5),
      )
    })
  for (let done = 0; done < count; done += 100) {
    await Promise.all(Array.from({ length: Math.min(100, count - done) }, once))
    await wait(1)
  }
}
