/** A place elsewhere that hears whether anybody comes. */

import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'

export type Canary = {
  /** `http://127.0.0.1:…`, without a slash at its end. */
  address: string
  /** How many connections there have been. */
  visits(): number
  close(): void
}

export async function openCanary(): Promise<Canary> {
  let visits = 0
  const server = createServer((socket) => {
    visits++
    socket.end('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    visits: () => visits,
    close: () => server.close(),
  }
}
