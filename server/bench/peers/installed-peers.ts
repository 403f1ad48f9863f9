/** Other people's servers as targets: installed on the way; what cannot be had is told of and left out. */
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as Y from 'yjs'
import { sideBySide } from '../side-by-side'
import { startOther } from '../start-other'
import type { Running, StartWish, Target } from '../targets'
import { query, throwawayDatabase } from '../throwaway-database'
import { hocuspocusServers, installPeer, ownNodeIn, yWebsocketServers } from './peer-installs'

type Say = (line: string) => void

export type Peers = {
  /** As they come: in memory. */
  inMemory: Target[]
  /** Those that can write into a database on the given Postgres server do, as often as they do by default. */
  storing: Target[]
}

export async function installedPeers(say: Say, postgres: string | null): Promise<Peers> {
  const plain = await installed(yWebsocketServers, say, yWebsocketServer)
  const hocuspocusOn = (where: string | null) =>
    installed(hocuspocusServers, say, ({ name, ownNode }, folder) =>
      hocuspocus(where ? `${name} on Postgres` : name, folder, ownNode, where),
    )
  return {
    inMemory: [...plain, ...(await hocuspocusOn(null))],
    storing: [...plain, ...(await hocuspocusOn(postgres))],
  }
}

async function installed<I extends { name: string; packages: string[] }>(
  wanted: readonly I[],
  say: Say,
  asTarget: (install: I, folder: string) => Target,
): Promise<Target[]> {
  const found: Target[] = []
  for (const install of wanted) {
    try {
      found.push(asTarget(install, await installPeer(install)))
    } catch (error) {
      say(`${install.name} could not be installed and is left out: ${String(error).split('\n')[0]}`)
    }
  }
  return found
}

function yWebsocketServer({ name }: { name: string }, folder: string): Target {
  const script = join(folder, 'node_modules/@y/websocket-server/src/server.js')
  return {
    name,
    keeps: true,
    stores: false,
    acknowledges: false,
    spreads: false,
    start: ({ core }) => startOther({ script, cwd: folder, core, ready: /^running at/ }),
  }
}

function hocuspocus(
  name: string,
  folder: string,
  ownNode: boolean,
  postgres: string | null,
): Target {
  // Beside its packages, else they are not found.
  const script = join(folder, 'hocuspocus.mjs')
  copyFileSync(fileURLToPath(new URL('hocuspocus.mjs', import.meta.url)), script)
  const program = ownNode ? ownNodeIn(folder) : process.execPath
  const serve = ({ core }: StartWish, env: Record<string, string>) =>
    startOther({ script, cwd: folder, core, ready: /^listening/, program, env, named: true })
  return {
    name,
    keeps: true,
    stores: postgres !== null,
    acknowledges: false,
    spreads: postgres !== null,
    async start(wish) {
      // Empty, not absent: what whoever runs the bench has set must not reach the server.
      if (postgres === null) return serve(wish, { DATABASE_URL: '', REDIS_URL: '' })
      const database = await throwawayDatabase(postgres)
      if (wish.holds) await storeWhole(database.url, wish.holds)
      const env = { DATABASE_URL: database.url, REDIS_URL: wish.redis ?? '' }
      const nodes: Running[] = []
      while (nodes.length < (wish.nodes ?? 1)) nodes.push(await serve(wish, env))
      return sideBySide(nodes, async () => {
        await Promise.all(nodes.map((node) => node.remove()))
        await database.remove()
      })
    },
  }
}

async function storeWhole(url: string, updates: readonly Uint8Array[]) {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  await query(url, 'create table documents (name text primary key, data bytea)')
  const whole = Buffer.from(Y.encodeStateAsUpdate(doc))
  await query(url, 'insert into documents values ($1, $2)', ['bench', whole])
}
