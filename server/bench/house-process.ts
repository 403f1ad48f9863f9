/** The real server in a process of its own, with people and rooms that its own queries made. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contentVersions, wireVersion } from '@atelier/shared/sync/messages'
import { roomName } from '@atelier/shared/sync/room-name'
import { Client } from 'pg'
import { sessionCookieOn, writeToken } from '../access/cookie'
import { signInSessions } from '../access/sign-in-session'
import { type OpenDatabase, openDatabase } from '../db/connect'
import { freePort } from '../launch/free-port'
import { root } from '../launch/root.mjs'
import { makeDoc, makePerson, makeProject, makeWorkspace } from '../testing/make'
import { type ChildServer, startChild } from './child-process'
import type { ClientAddress } from './protocol-client'

/** A Postgres server whose user may create databases, or null for the embedded one. */
export type Backend = { postgres: string | null }
export const backendName = ({ postgres }: Backend) => (postgres === null ? 'PGlite' : 'Postgres')

export type HouseProcess = {
  /** Of a doc without content, the address the nth person joins it by. */
  address(nth: number): ClientAddress
  docId: string
  cpuMicros(): number | null
  start(): Promise<void>
  /** kill -9. The database of the house stays. */
  kill(): Promise<void>
  stop(): Promise<void>
  /** Ends the server and throws everything away. */
  remove(): Promise<void>
}

type Wish = {
  backend: Backend
  core: number | null
  people: number
  /** Writes more into the database before the server starts. */
  furnish?: (database: OpenDatabase, docId: string) => Promise<void>
}

export async function makeHouse({ backend, core, people, furnish }: Wish): Promise<HouseProcess> {
  const place = await findPlace(backend)
  const { docId, cookies } = await furnished(place, people, furnish)
  const port = await freePort()
  let child: ChildServer | null = null
  return {
    docId,
    address: (nth) => roomAddress(port, docId, cookies[nth % cookies.length] ?? ''),
    cpuMicros: () => child?.cpuMicros() ?? null,
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
    async remove() {
      await child?.stop()
      child = null
      await place.remove()
    },
  }
}

function roomAddress(port: number, docId: string, cookie: string): ClientAddress {
  const versions = `wire=${wireVersion}&content=${contentVersions.doc}`
  return {
    url: `ws://localhost:${port}/ws/rooms/${encodeURIComponent(roomName('doc', docId))}?${versions}`,
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
    // Empty, not absent: a DATABASE_URL of whoever runs the bench must not reach the server.
    const env = { DATA_DIR: dataDir, DATABASE_URL: '' }
    return { databaseUrl: null, dataDir, env, remove: async () => removeDir() }
  }
  const name = `atelier_bench_${crypto.randomUUID().replaceAll('-', '')}`
  await onServer(postgres, `create database ${name}`)
  const url = new URL(postgres)
  url.pathname = `/${name}`
  return {
    databaseUrl: url.href,
    dataDir,
    env: { DATA_DIR: dataDir, DATABASE_URL: url.href },
    async remove() {
      removeDir()
      await onServer(postgres, `drop database ${name} with (force)`)
    },
  }
}

async function onServer(url: string, statement: string) {
  const admin = new Client({ connectionString: url })
  await admin.connect()
  try {
    await admin.query(statement)
  } finally {
    await admin.end()
  }
}

async function furnished(place: Place, people: number, furnish: Wish['furnish']) {
  const database = await openDatabase({ ...place, onLost: fail, onIdleError: fail })
  try {
    const { db } = database
    const workspace = await makeWorkspace(db)
    const project = await makeProject(db, workspace.owner)
    const doc = await makeDoc(db, project, workspace.owner)
    const cookies = [await cookieOf(database, workspace.owner.id)]
    while (cookies.length < people) {
      const person = await makePerson(db, workspace, { role: 'admin' })
      cookies.push(await cookieOf(database, person.id))
    }
    await furnish?.(database, doc.id)
    return { docId: doc.id, cookies }
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
