import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { packFrames } from './pack-frames'

/** What a browser's side of a websocket hears when these pieces are written on its line. */
async function heard(pieces: Uint8Array[], count: number): Promise<Buffer[]> {
  const http = createServer()
  const server = new WebSocketServer({ server: http })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  server.on('connection', (_, request) => {
    for (const piece of pieces) request.socket.write(piece)
  })
  const socket = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`)
  const messages: Buffer[] = []
  try {
    await new Promise<void>((resolve, reject) => {
      socket.on('error', reject)
      socket.on('message', (data: Buffer, isBinary) => {
        expect(isBinary).toBe(true)
        if (messages.push(data) === count) resolve()
      })
    })
  } finally {
    socket.terminate()
    http.close()
  }
  return messages
}

test('messages of every length arrive as they were, in order', async () => {
  const lengths = [0, 1, 125, 126, 127, 255, 256, 16_383, 16_384, 65_535, 65_536, 300_000, 3]
  const messages = lengths.map((length, i) => Buffer.alloc(length, i + 1))
  expect(await heard(packFrames(messages), messages.length)).toEqual(messages)
})

test('what is small goes in one piece, what is large is not copied', () => {
  const [small, large] = [new Uint8Array(10), new Uint8Array(100_000)]
  expect(packFrames([small, small, small])).toHaveLength(1)
  expect(packFrames([small, large, small])).toContain(large)
})
