/** The real server in a process of its own, with people and rooms that its own queries made. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contentVersions, wireVersion } from '@atelier/shared/sync/messages'
import {
  type PageKind,
  parseRoomName,
  type RoomName,
  roomName,
} from '@atelier/shared/sync/room-name'
import { sessionCookieOn, writeToken } from '../access/cookie'
import { signInSessions } from '../access/sign-in-session'
import { type OpenDatabase, openDatabase } from '../db/connect'
import { freePort } from '../launch/free-port'
import { root } from '../launch/root.mjs'
import { makeBoard, makeDoc, makePerson, makeProject, makeWorkspace } from '../testing/make'
import { type ChildServer, type Memory, startChild } from './child-process'
import type { ClientAddress } from './client-address'
import { insertLog } from './insert-log'
import { furnishFolder } from './migrated-folder'
import { throwawayDatabase } from './throwaway-database'

/** A Postgres server whose user may create databases, or null for the embedded one. */
export type Backend = { postgres: string | null }
export const backendName = ({ postgres }: Backend) => (postgres === null ? 'PGlite' : 'Postgres')

export type NodeProcess = {
  /** Of a room without content, the address the nth person joins it by; its rooms are counted from 0. */
  address(nth: number, room?: number): ClientAddress
  /** `http://` and its port. */
  origin: string
  /** Null while it does not run. */
  pid(): number | null
  cpuMicros(): number | null
  memory(): Promise<Memory>
  watchPeak(): () => number | null
  start(): Promise<void>
  /** kill -9. The database of the house stays. */
  kill(): Promise<void>
  stop(): Promise<void>
}

/** The first node; `docId` is that of the first room, which is a doc unless it was wished otherwise. */
export type HouseProcess = NodeProcess & {
  docId: string
  /** Of the nth person. */
  cookie(nth: number): string
  /** Null for the embedded one. */
  databaseUrl: string | null
  /** One more server for the same people and docs, not started yet. Needs `redis`; `env` is its own. */
  anotherNode(core?: number | null, env?: Record<string, string>): Promise<NodeProcess>
  /** Ends all its nodes and throws everything away. */
  remove(): Promise<void>
}

type Wish = {
  backend: Backend
  core: number | null
  /** How many accounts there are, and how many rooms; one of each. */
  people?: number
  rooms?: number
  /** What kind of rooms; docs, where nothing is said. */
  kind?: PageKind
  /** What the first room's log holds; its template, where nothing is given. */
  holds?: readonly Uint8Array[]
  /** The address of a Redis, for several nodes. */
  redis?: string
}

export async function makeHouse(wish: Wish): Promise<HouseProcess> {
  const place = await findPlace(wish.backend)
  if (wish.redis !== undefined) place.env.REDIS_URL = wish.redis
  const furniture = await furnished(place, wish)
  const nodes: NodeProcess[] = []
  const add = async (core: number | null, env: Record<string, string> = {}) => {
    const own = { ...place, env: { ...place.env, ...env } }
    const node = await nodeProcess(own, furniture, core)
    nodes.push(node)
    return node
  }
  return {
    ...(await add(wish.core)),
    docId: furniture.roomIds[0] ?? '',
    cookie: (nth) => furniture.cookies[nth % furniture.cookies.length] ?? '',
    databaseUrl: place.databaseUrl,
    anotherNode: (core = null, env = {}) => add(core, env),
    async remove() {
      await Promise.all(nodes.map((node) => node.stop()))
      await place.remove()
    },
  }
}

type Furniture = { kind: PageKind; roomIds: string[]; cookies: string[] }

async function nodeProcess(
  place: Place,
  { kind, roomIds, cookies }: Furniture,
  core: number | null,
): Promise<NodeProcess> {
  const port = await freePort()
  let child: ChildServer | null = null
  return {
    origin: `http://localhost:${port}`,
    address: (nth, room = 0) =>
      roomAddress(port, roomName(kind, roomIds[room] ?? ''), cookies[nth % cookies.length] ?? ''),
    pid: () => child?.pid ?? null,
    cpuMicros: () => child?.cpuMicros() ?? null,
    memory: () => child?.memory() ?? Promise.reject(new Error('The server does not run.')),
    watchPeak: () => child?.watchPeak() ?? (() => null),
    async start() {
      child = await startChild({
        args: ['--import', 'tsx', 'server/main.ts'],
        cwd: root,
        env: { ...place.env, PORT: `${port}`, HOST: '127.0.0.1', LOG_LEVEL: 'warn' },
        ready: /^Atelier is ready/,
        core,
      })
    },
    async kill() {
      await child?.kill()
      child = null
    },
    async stop() {
      await child?.stop()
      child = null
    },
  }
}

function roomAddress(port: number, room: RoomName, cookie: string): ClientAddress {
  const kind = parseRoomName(room)?.kind ?? 'doc'
  const versions = `wire=${wireVersion}&content=${contentVersions[kind]}`
  return {
    url: `ws://localhost:${port}/ws/rooms/${encodeURIComponent(room)}?${versions}`,
    headers: { cookie, origin: `http://localhost:${port}` },
  }
}

type Place = {
  databaseUrl: string | null
  dataDir: string
  env: Record<string, string>
  remove(): Promise<void>
}

async function findPlace({ postgres }: Backend): Promise<Place> {
  const dataDir = mkdtempSync(join(tmpdir(), 'atelier-bench-'))
  const removeDir = () => {
    process.off('exit', removeDir)
    rmSync(dataDir, { recursive: true, force: true })
  }
  process.once('exit', removeDir)
  if (postgres === null) {
    await furnishFolder(dataDir)
    // Empty, not absent: a DATABASE_URL of whoever runs the bench must not reach the server.
    const env = { DATA_DIR: dataDir, DATABASE_URL: '', REDIS_URL: '' }
    return { databaseUrl: null, dataDir, env, remove: async () => removeDir() }
  }
  const database = await throwawayDatabase(postgres)
  return {
    databaseUrl: database.url,
    dataDir,
    env: { DATA_DIR: dataDir, DATABASE_URL: database.url, REDIS_URL: '' },
    async remove() {
      removeDir()
      await database.remove()
    },
  }
}

async function furnished(
  place: Place,
  { people = 1, rooms = 1, kind = 'doc', holds = [] }: Wish,
): Promise<Furniture> {
  const database = await openDatabase({ ...place, onLost: fail, onIdleError: fail })
  try {
    const { db } = database
    const workspace = await makeWorkspace(db)
    const project = await makeProject(db, workspace.owner)
    const make = kind === 'doc' ? makeDoc : makeBoard
    const roomIds: string[] = []
    while (roomIds.length < rooms) roomIds.push((await make(db, project, workspace.owner)).id)
    const cookies = [await cookieOf(database, workspace.owner.id)]
    while (cookies.length < people) {
      const person = await makePerson(db, workspace, { role: 'admin' })
      cookies.push(await cookieOf(database, person.id))
    }
    await insertLog(db, roomIds[0] ?? '', holds)
    return { kind, roomIds, cookies }
  } finally {
    await database.close()
  }
}

async function cookieOf({ db }: OpenDatabase, personId: string): Promise<string> {
  const { token, session } = await signInSessions(db).create(personId, 'bench')
  return writeToken(token, session.endsAt, sessionCookieOn(null)).split(';')[0] ?? ''
}

function fail(error: Error): never {
  throw error
}
