/** The servers a scenario is played on, ours and the others', all started and measured alike. */
import { join } from 'node:path'
import type { PageKind } from '@atelier/shared/sync/room-name'
import { root } from '../launch/root.mjs'
import type { Memory } from './child-process'
import type { ClientAddress } from './client-address'
import { type Backend, backendName, makeHouse, type NodeProcess } from './house-process'
import type { LimitName } from './rows'
import { sideBySide } from './side-by-side'
import { startOther } from './start-other'

/** One server, running. */
export type Running = {
  /** Where the nth person joins a room; the rooms are counted from 0. */
  address(nth: number, room?: number): ClientAddress
  cpuMicros(): number | null
  memory(): Promise<Memory>
  watchPeak(): () => number | null
  remove(): Promise<void>
}

export type StartWish = {
  /** The core to stay on; null for any. */
  core: number | null
  /** How many accounts its people share, and how many rooms there are; one of each. */
  people?: number
  rooms?: number
  /** What kind of rooms, where it tells them apart; docs. */
  kind?: PageKind
  /** The updates its first room is stored as; only where a server stores at all. */
  holds?: readonly Uint8Array[]
  /** How many nodes people take turns at, and the Redis behind them; only where it spreads. One, and none. */
  nodes?: number
  redis?: string
}

export type Target = {
  name: string
  /** Whether it keeps a document and answers sync steps. */
  keeps: boolean
  /** Whether it has the document again after a restart. */
  stores: boolean
  /** Whether it acknowledges what is stored. */
  acknowledges: boolean
  /** Whether several nodes of it can serve the same rooms from one database, over a Redis. */
  spreads: boolean
  start(wish: StartWish): Promise<Running>
}

export function ourTarget(backend: Backend): Target {
  return {
    name: backendName(backend),
    keeps: true,
    stores: true,
    acknowledges: true,
    spreads: backend.postgres !== null,
    async start({ nodes: count = 1, ...wish }) {
      const house = await makeHouse({ backend, ...wish })
      const nodes: NodeProcess[] = [house]
      while (nodes.length < count) nodes.push(await house.anotherNode(wish.core))
      await Promise.all(nodes.map((node) => node.start()))
      return sideBySide(nodes, house.remove)
    },
  }
}

const limit = (name: LimitName, script: string, env: Record<string, string> = {}): Target => ({
  name,
  keeps: false,
  stores: false,
  acknowledges: false,
  spreads: false,
  start: ({ core }) =>
    startOther({
      script: join(root, 'server/bench/peers', script),
      cwd: root,
      core,
      ready: /^listening/,
      env,
    }),
})

/** What passing on costs whoever does nothing else. */
export const bareRelay = limit('bare relay', 'bare-relay.mjs')
const coalescingRelay = limit('coalescing relay', 'coalescing-relay.mjs')
export const relays = [bareRelay, coalescingRelay]

/** What answering costs whoever has the answer, a file, ready. */
export const storedBlob = (file: string): Target =>
  limit('stored blob', 'stored-blob.mjs', { BLOB: file })
