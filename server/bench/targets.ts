/** The servers a scenario is played on, ours and the peers', all started and measured alike. */
import { join } from 'node:path'
import { freePort } from '../launch/free-port'
import { root } from '../launch/root.mjs'
import { type ChildServer, startChild } from './child-process'
import { type Backend, backendName, makeHouse } from './house-process'
import { installPeer, yWebsocketServers } from './peers/peer-installs'
import type { ClientAddress } from './protocol-client'
import type { LimitName } from './rows'

/** One server, running, with one room. */
export type Running = {
  address(nth: number): ClientAddress
  cpuMicros(): number | null
  remove(): Promise<void>
}

export type Target = {
  name: string
  /** Whether it keeps a document and answers sync steps. */
  keeps: boolean
  /** Whether it acknowledges what is stored. */
  acknowledges: boolean
  start(core: number | null): Promise<Running>
}

export function ourTarget(backend: Backend, people: number): Target {
  return {
    name: backendName(backend),
    keeps: true,
    acknowledges: true,
    async start(core) {
      const house = await makeHouse({ backend, core, people })
      await house.start()
      return house
    },
  }
}

const limit = (name: LimitName, script: string, env: Record<string, string> = {}): Target => ({
  name,
  keeps: false,
  acknowledges: false,
  start: (core) =>
    startPeer(join(root, 'server/bench/peers', script), root, core, /^listening/, env),
})

/** What passing on costs whoever does nothing else. */
export const relays: Target[] = [
  limit('bare relay', 'bare-relay.mjs'),
  limit('coalescing relay', 'coalescing-relay.mjs'),
]

/** What answering costs whoever has the answer, a file, ready. */
export const storedBlob = (file: string): Target =>
  limit('stored blob', 'stored-blob.mjs', { BLOB: file })

/** Installed on the way; one that cannot be had is told of and left out. */
export async function installedPeers(say: (line: string) => void): Promise<Target[]> {
  const found: Target[] = []
  for (const peer of yWebsocketServers) {
    try {
      const folder = await installPeer(peer)
      const script = join(folder, 'node_modules/@y/websocket-server/src/server.js')
      found.push({
        name: peer.name,
        keeps: true,
        acknowledges: false,
        start: (core) => startPeer(script, folder, core, /^running at/),
      })
    } catch (error) {
      say(`${peer.name} could not be installed and is left out: ${String(error).split('\n')[0]}`)
    }
  }
  return found
}

async function startPeer(
  script: string,
  cwd: string,
  core: number | null,
  ready: RegExp,
  more: Record<string, string> = {},
) {
  const port = await freePort()
  const env = { PORT: `${port}`, HOST: '127.0.0.1', ...more }
  const child: ChildServer = await startChild({ args: [script], cwd, env, ready, core })
  return {
    address: () => ({ url: `ws://127.0.0.1:${port}/bench`, headers: {} }),
    cpuMicros: child.cpuMicros,
    remove: child.stop,
  }
}
