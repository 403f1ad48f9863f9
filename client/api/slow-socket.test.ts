// @vitest-environment happy-dom
import * as encoding from 'lib0/encoding'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SlowSocket } from './slow-socket'

type Asked = { path: string; body: number }
let asked: Asked[]
/** What the server answers to those that wait for frames, one after the other; the last for ever. */
let pulls: (() => Response | Promise<Response>)[]

const framesOf = (...frames: Uint8Array[]) => {
  const encoder = encoding.createEncoder()
  for (const frame of frames) encoding.writeVarUint8Array(encoder, frame)
  return new Uint8Array(encoding.toUint8Array(encoder))
}
const pulled = (upTo: number, ...frames: Uint8Array[]) =>
  new Response(framesOf(...frames), { headers: { 'x-line-up-to': `${upTo}` } })
const forEver = () => new Promise<Response>(() => undefined)

beforeEach(() => {
  vi.useFakeTimers()
  asked = []
  pulls = [forEver]
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const body = init.body instanceof Blob ? init.body.size : 0
    asked.push({ path, body })
    if (path.startsWith('/slow/rooms')) return Response.json({ line: 'secret' })
    if (init.method === 'POST') return new Response(null, { status: 204 })
    return (pulls.length > 1 ? pulls.shift() : pulls[0])?.()
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function open() {
  const socket = new SlowSocket('ws://here.test/ws/rooms/doc:x?wire=1')
  const heard: number[] = []
  socket.onmessage = ({ data }) => heard.push(new Uint8Array(data)[0] ?? -1)
  const closed = vi.fn()
  socket.onclose = ({ code }) => closed(code)
  await vi.advanceTimersByTimeAsync(0)
  return { socket, heard, closed }
}

test('[S7] an answer that is cut off, or somebody else’s, is asked for again, and its frames come once', async () => {
  pulls = [
    () =>
      new Response(framesOf(Uint8Array.of(1, 2, 3)).slice(0, 2), {
        headers: { 'x-line-up-to': '1' },
      }),
    () => new Response('<h1>Welcome to our wifi</h1>'),
    () => pulled(2, Uint8Array.of(1), Uint8Array.of(2)),
    forEver,
  ]
  const { heard, closed } = await open()
  await vi.advanceTimersByTimeAsync(5000)
  expect([heard, closed.mock.calls]).toEqual([[1, 2], []])
  expect(asked.map(({ path }) => path)).toEqual([
    '/slow/rooms/doc:x?wire=1',
    ...['/slow/lines/secret?after=0', '/slow/lines/secret?after=0', '/slow/lines/secret?after=0'],
    '/slow/lines/secret?after=2',
  ])
})

test('whoever listens and fails does not end the line', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  pulls = [() => pulled(1, Uint8Array.of(1)), () => pulled(2, Uint8Array.of(2)), forEver]
  const socket = new SlowSocket('ws://here.test/ws/rooms/doc:x?wire=1')
  const heard: number[] = []
  socket.onmessage = ({ data }) => {
    heard.push(new Uint8Array(data)[0] ?? -1)
    if (heard.length === 1) throw new Error('a mistake')
  }
  await vi.advanceTimersByTimeAsync(10)
  expect(heard).toEqual([1, 2])
})

test('what waits goes up in requests no larger than the server takes', async () => {
  const { socket } = await open()
  const large = new Uint8Array(3 * 1024 * 1024)
  for (let i = 0; i < 3; i++) socket.send(large)
  await vi.advanceTimersByTimeAsync(100)
  const sent = asked.filter(({ body }) => body > 0)
  expect(sent.map(({ path }) => path)).toEqual([
    ...['/slow/lines/secret?first=1', '/slow/lines/secret?first=2', '/slow/lines/secret?first=3'],
  ])
})

test('[S1] every frame has its number, also those that come while others are on their way', async () => {
  const { socket } = await open()
  for (let nth = 0; nth < 3; nth++) {
    socket.send(Uint8Array.of(nth))
    await vi.advanceTimersByTimeAsync(30)
  }
  expect(asked.filter(({ body }) => body > 0).map(({ path }) => path)).toEqual([
    ...['/slow/lines/secret?first=1', '/slow/lines/secret?first=2', '/slow/lines/secret?first=3'],
  ])
})
