import type { AddressInfo } from 'node:net'
import { contentVersions, messageKinds, wireVersion } from '@atelier/shared/sync/messages'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { afterEach, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { memoryRoomStore } from '../sync/memory-room-store'
import { createRooms } from '../sync/rooms'
import { admitted, docRoom, roomId } from '../testing/two-people'
import { roomSocket } from './room-socket'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

/** A listening server; whoever says `?as=name` is signed in as that person. */
async function listen() {
  const store = memoryRoomStore()
  store.create(roomId)
  const logged: string[] = []
  const note = (_: object, message: string) => logged.push(message)
  const rooms = createRooms({
    store,
    admit: async ({ personId }) => admitted(personId),
    log: { warn: note, error: note },
  })
  const app = new Hono().get(
    '/ws/rooms/:room',
    roomSocket({
      rooms,
      ticketOf: async (c) => {
        const name = c.req.query('as')
        return name ? { personId: name, sessionId: name } : null
      },
    }),
  )
  const websocket = { server: new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 }) }
  const port = await new Promise<number>((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, websocket }, (info: AddressInfo) =>
      resolve(info.port),
    )
    closers.push(() => server.close())
  })
  closers.push(() => rooms.close())
  return { url: `ws://localhost:${port}/ws/rooms`, store, rooms, logged }
}

const versions = { wire: `${wireVersion}`, content: `${contentVersions.doc}` }

function connect(url: string, params: Record<string, string>, room: string = docRoom) {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(url, room, doc, {
    params: { ...versions, ...params },
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  provider.messageHandlers[messageKinds.stored] = () => undefined
  provider.messageHandlers[messageKinds.welcome] = () => undefined
  closers.push(() => provider.destroy())
  return { doc, provider, text: doc.getText('body') }
}

const closeOf = (provider: WebsocketProvider) =>
  new Promise<{ code: number; reason: string }>((resolve) => provider.on('closed', resolve))

const untilTextIs = (text: Y.Text, wanted: string) =>
  new Promise<void>((resolve) => {
    const look = () => text.toString() === wanted && resolve()
    text.observe(look)
    look()
  })

test('[S3] two y-websocket clients see each other type and point', async () => {
  const { url, store } = await listen()
  const [ana, ben] = [connect(url, { as: 'ana' }), connect(url, { as: 'ben' })]
  ana.text.insert(0, 'over a real line')
  await untilTextIs(ben.text, 'over a real line')
  ana.provider.awareness.setLocalState({ card: 'c1', person: { name: 'forged' } })
  await new Promise<void>((resolve) =>
    ben.provider.awareness.on('update', () => {
      const seen = ben.provider.awareness.getStates().get(ana.doc.clientID)
      if (seen?.card === 'c1' && seen.person.name === 'ana') resolve()
    }),
  )
  expect(store.rows(roomId).length).toBeGreaterThan(0)
})

test('[S5] nobody signed in gets a final 4401, not an HTTP status a browser cannot see', async () => {
  const { url } = await listen()
  expect(await closeOf(connect(url, {}).provider)).toMatchObject({ code: 4401 })
})

test('[S9] a room that is none gets a final 4404', async () => {
  const { url } = await listen()
  const nowhere = 'doc:00000000-0000-4000-8000-000000000000'
  for (const room of [nowhere, 'doc', 'shed:1']) {
    expect(await closeOf(connect(url, { as: 'ana' }, room).provider)).toMatchObject({ code: 4404 })
  }
})

test('[S14] an older wire gets a final 4426', async () => {
  const { url } = await listen()
  const { provider } = connect(url, { as: 'ana', wire: '0' })
  expect(await closeOf(provider)).toMatchObject({ code: 4426, reason: 'reload' })
})

test('[S6] text, and a frame beyond the limit, close their own connection only', async () => {
  const { url } = await listen()
  const ana = connect(url, { as: 'ana' })
  const closes = (data: string | Uint8Array) =>
    new Promise<number>((resolve) => {
      const query = new URLSearchParams({ ...versions, as: 'mallory' })
      const socket = new WebSocket(`${url}/${docRoom}?${query}`)
      socket.on('open', () => socket.send(data))
      socket.on('close', resolve)
    })
  expect(await closes('hello')).toBe(4400)
  expect(await closes(new Uint8Array(2 * 1024 * 1024))).toBe(1009)
  const ben = connect(url, { as: 'ben' })
  ana.text.insert(0, 'unharmed')
  await untilTextIs(ben.text, 'unharmed')
})

test('[S2] a server that goes down says so, once all is stored', async () => {
  const { url, rooms, store } = await listen()
  const ana = connect(url, { as: 'ana' })
  ana.text.insert(0, 'kept')
  const ben = connect(url, { as: 'ben' })
  await untilTextIs(ben.text, 'kept')
  const closed = new Promise<number | undefined>((resolve) =>
    ana.provider.on('connection-close', (event) => resolve(event?.code)),
  )
  await rooms.close()
  expect(await closed).toBe(1012)
  expect(store.rows(roomId).length).toBeGreaterThan(0)
})
