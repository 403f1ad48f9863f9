import {
  contentVersions,
  messageKinds,
  syncKinds,
  wireVersion,
} from '@atelier/shared/sync/messages'
import { Hono } from 'hono'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { memoryRoomStore } from '../sync/memory-room-store'
import { createRooms, type Rooms } from '../sync/rooms'
import { encodeSync } from '../sync/sync-frames'
import { admitted, docRoom, roomId } from '../testing/two-people'
import { answerError } from './answer-refusal'
import { slowLineRoutes } from './slow-line-routes'
import { lostAfterMs, SlowLines } from './slow-lines'

let rooms: Rooms
let store: ReturnType<typeof memoryRoomStore>
let app: Hono
let now: number

beforeEach(() => {
  now = 1_000_000
  store = memoryRoomStore()
  store.create(roomId)
  const log = pino({ level: 'silent' })
  rooms = createRooms({ store, admit: async ({ personId }) => admitted(personId), log })
  app = new Hono()
  app.onError(answerError(log))
  app.route(
    '/',
    slowLineRoutes({
      rooms,
      notices: { join: () => () => undefined },
      trustProxy: false,
      lines: new SlowLines(() => now),
      ticketOf: async (c) => {
        const name = c.req.query('as')
        return name ? { personId: name, sessionId: name } : null
      },
    }),
  )
})
afterEach(() => rooms.close())

/** Somebody whose network lets only plain requests through. */
async function connect(name: string) {
  const query = `wire=${wireVersion}&content=${contentVersions.doc}&as=${name}`
  const opened = await app.request(`/slow/rooms/${docRoom}?${query}`, { method: 'POST' })
  const { line } = (await opened.json()) as { line: string }
  let after = 0
  let first = 1
  return {
    line,
    async pull() {
      const answer = await app.request(`/slow/lines/${line}?after=${after}`)
      const decoder = decoding.createDecoder(new Uint8Array(await answer.arrayBuffer()))
      const frames: Uint8Array[] = []
      while (decoding.hasContent(decoder)) frames.push(decoding.readVarUint8Array(decoder))
      after = Number(answer.headers.get('x-line-up-to') ?? after)
      return { status: answer.status, frames, closed: answer.headers.get('x-line-closed') }
    },
    /** Answers the status of each try. */
    async push(frames: Uint8Array[], { times = 1 } = {}) {
      const encoder = encoding.createEncoder()
      for (const frame of frames) encoding.writeVarUint8Array(encoder, frame)
      const body = new Uint8Array(encoding.toUint8Array(encoder))
      const at = first
      first += frames.length
      const statuses: number[] = []
      for (let i = 0; i < times; i++) {
        const init = { method: 'POST', body }
        statuses.push((await app.request(`/slow/lines/${line}?first=${at}`, init)).status)
      }
      return statuses
    },
  }
}

type Slow = Awaited<ReturnType<typeof connect>>

function update(words: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('body').insert(0, words)
  return encodeSync(syncKinds.update, Y.encodeStateAsUpdate(doc))
}

/** Until a frame of this kind has come; answers it. */
async function until(one: Slow, kind: number): Promise<Uint8Array> {
  for (;;) {
    const { frames, closed } = await one.pull()
    const found = frames.find((frame) => frame[0] === kind)
    if (found) return found
    if (closed !== null) throw new Error(`closed with ${closed}`)
  }
}

const stored = async () => {
  const doc = new Y.Doc()
  for (const one of (await store.load(roomId))?.updates ?? []) Y.applyUpdate(doc, one.update)
  return doc.getText('body').toString()
}

test('[S1] what is written over plain requests is stored, and said to be', async () => {
  const ana = await connect('ana')
  await until(ana, messageKinds.welcome)
  await ana.push([update('over requests')])
  await until(ana, messageKinds.stored)
  expect(await stored()).toBe('over requests')
})

test('[S7] a request that is sent twice, because its answer got lost, counts once', async () => {
  const [ana, ben] = [await connect('ana'), await connect('ben')]
  await until(ana, messageKinds.welcome)
  await until(ben, messageKinds.welcome)
  expect(await ana.push([update('once')], { times: 3 })).toEqual([204, 204, 204])
  const told = decoding.createDecoder(await until(ana, messageKinds.stored))
  decoding.readVarUint(told)
  expect(decoding.readVarUint(told)).toBe(1)
})

test('what was sent down and not seen to arrive comes again', async () => {
  const ana = await connect('ana')
  const again = () => app.request(`/slow/lines/${ana.line}?after=0`)
  const first = new Uint8Array(await (await again()).arrayBuffer())
  expect(first.length).toBeGreaterThan(0)
  expect(new Uint8Array(await (await again()).arrayBuffer()).slice(0, first.length)).toEqual(first)
})

test('[S5] who is signed out is told so with the code a websocket would be closed with', async () => {
  const opened = await app.request(`/slow/rooms/${docRoom}?wire=${wireVersion}`, { method: 'POST' })
  const { line } = (await opened.json()) as { line: string }
  const answer = await app.request(`/slow/lines/${line}?after=0`)
  expect(answer.headers.get('x-line-closed')).toBe('4401')
})

test('[S6] what is no frame ends its own line only', async () => {
  const [ana, ben] = [await connect('ana'), await connect('ben')]
  await until(ana, messageKinds.welcome)
  await until(ben, messageKinds.welcome)
  await ana.push([Uint8Array.of(99, 1, 2, 3)])
  let { closed } = await ana.pull()
  while (closed === null) closed = (await ana.pull()).closed
  expect(closed).toBe('4400')
  await ben.push([update('still here')])
  await until(ben, messageKinds.stored)
})

test('a body that is no list of frames is refused, a line nobody knows is not found', async () => {
  const ana = await connect('ana')
  const body = Uint8Array.of(0xff, 0xff, 0x03)
  const bad = await app.request(`/slow/lines/${ana.line}?first=1`, { method: 'POST', body })
  expect(bad.status).toBe(400)
  expect((await app.request('/slow/lines/guess?after=0')).status).toBe(404)
})

test('[S10] who asks no more is gone from the room', async () => {
  await connect('ana')
  await connect('ben').then((ben) => until(ben, messageKinds.welcome))
  expect(
    rooms
      .whoIsHere([docRoom])
      .get(docRoom)
      ?.map(({ id }) => id)
      .sort(),
  ).toEqual(['person-ana', 'person-ben'])
  now += lostAfterMs + 1
  await connect('cem').then((cem) => until(cem, messageKinds.welcome))
  expect(
    rooms
      .whoIsHere([docRoom])
      .get(docRoom)
      ?.map(({ id }) => id),
  ).toEqual(['person-cem'])
})
