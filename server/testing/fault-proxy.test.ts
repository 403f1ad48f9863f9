import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FaultProxy, faultProxy } from './fault-proxy'
import { Random } from './random'

let server: Server
let proxy: FaultProxy
/** The server's ends, and what arrived at each. */
let arrived: { socket: Socket; chunks: Buffer[]; length: number; isOver: boolean }[]
/** What arrived at the client. */
let heard: string
let client: Socket

beforeEach(async () => {
  arrived = []
  heard = ''
  server = createServer((socket) => {
    const one = { socket, chunks: [] as Buffer[], length: 0, isOver: false }
    arrived.push(one)
    socket.on('data', (bytes) => {
      one.chunks.push(bytes)
      one.length += bytes.length
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      one.isOver = true
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  proxy = await faultProxy({ host: '127.0.0.1', port: (server.address() as AddressInfo).port })
  client = await dial()
})
afterEach(async () => {
  client.destroy()
  await proxy.close()
  for (const { socket } of arrived) socket.destroy()
  await new Promise((resolve) => server.close(resolve))
})

async function dial(): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port: proxy.port })
  socket.on('data', (bytes) => {
    heard += bytes
  })
  socket.on('error', () => undefined)
  const before = arrived.length
  await until(() => arrived.length > before)
  return socket
}

async function until(holds: () => boolean) {
  while (!holds()) await wait(5)
}

const text = (nth = 0) => `${Buffer.concat(arrived[nth]?.chunks ?? [])}`

test('without a fault everything passes, both ways, and so does a goodbye', async () => {
  client.write('hello')
  await until(() => text() === 'hello')
  arrived[0]?.socket.end('and back')
  await until(() => heard === 'and back' && proxy.connections() === 0)
})

test('delayed bytes keep their order', async () => {
  proxy.suffer({ kind: 'delay', ms: 20, jitterMs: 40, random: new Random(1) })
  for (const letter of 'abcdefghij') {
    client.write(letter)
    await wait(3)
  }
  expect(text()).not.toBe('abcdefghij')
  await until(() => text() === 'abcdefghij')
})

test('a slow end gets a part at a time, and all of it', async () => {
  proxy.suffer({ kind: 'slow', bytesPerSecond: 20_000 })
  client.write('x'.repeat(5000))
  await until(() => text().length > 0)
  expect(text().length).toBeLessThan(5000)
  await until(() => text().length === 5000)
})

test('what is stalled piles up at the sender, and comes when it goes on', async () => {
  proxy.suffer({ kind: 'stalled' }, 'there')
  const much = Buffer.alloc(30_000_000)
  client.write(much)
  await wait(100)
  expect(arrived[0]?.length).toBeLessThan(much.length)
  expect(client.writableLength).toBeGreaterThan(0)
  arrived[0]?.socket.write('the other way is open')
  await until(() => heard === 'the other way is open')
  proxy.suffer({ kind: 'none' })
  await until(() => arrived[0]?.length === much.length)
})

test('in the dark nothing arrives and nobody hangs up; only a new connection gets through later', async () => {
  proxy.suffer({ kind: 'dark' })
  client.write('lost')
  await wait(30)
  proxy.suffer({ kind: 'none' })
  client.write('lost too')
  const second = await dial()
  second.write('through')
  await until(() => text(1) === 'through')
  expect(text()).toBe('')
  expect(arrived[0]?.isOver).toBe(false)
  second.destroy()
})

test('a cut connection ends after so many bytes', async () => {
  proxy.suffer({ kind: 'cut', afterBytes: 3 })
  client.write('frame')
  await until(() => arrived[0]?.isOver === true)
  expect(text()).toBe('fra')
})

test('half open: one end is gone, and the other is not told', async () => {
  proxy.hidesHangUps = true
  client.destroy()
  await wait(50)
  expect(arrived[0]?.isOver).toBe(false)
})

test('garbled: something is lost, comes twice or is changed', async () => {
  const outcomes = new Set<string>()
  for (let seed = 0; outcomes.size < 3; seed++) {
    proxy.suffer({ kind: 'garble', chance: 1, random: new Random(seed) }, 'there')
    const socket = await dial()
    const nth = arrived.length - 1
    socket.end('frame')
    await until(() => arrived[nth]?.isOver === true)
    if (text(nth) === '') outcomes.add('lost')
    else outcomes.add(text(nth) === 'frameframe' ? 'twice' : 'changed')
    expect(text(nth)).not.toBe('frame')
  }
})
