/** A whole Atelier for the tests of one worker: server, database, example workspace. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sessionCookieOn, writeToken } from '@atelier/server/access/cookie'
import { signInSessions } from '@atelier/server/access/sign-in-session'
import type { Database } from '@atelier/server/db/database'
import { type DemoPersonKey, demoPeople } from '@atelier/server/demo/demo-people'
import { freePort } from '@atelier/server/launch/free-port'
import { loadCredentials } from '@atelier/server/people/person-queries'
import { must } from '@atelier/shared/basics/must'
import { createHouseDatabase, type Hold } from './house-database'
import { type ServerProcess, startServer } from './server-process'

export type House = {
  origin: string
  db: Database
  /** What the server said so far, the last part of it. */
  log(): string
  /** kill -9: no goodbye to anybody. */
  kill(): Promise<void>
  /** Again after `kill`, at the same address and on the same database. */
  start(): Promise<void>
  /** Holds the database still: what is typed cannot be stored until `release`. */
  holdDatabase(): Promise<Hold>
  /** The cookie of a browser in which this person is signed in. */
  signIn(personId: string): Promise<{ name: string; value: string; url: string }>
  /** Somebody of the example workspace. */
  demoPerson(key: DemoPersonKey): Promise<{ id: string; name: string; email: string }>
  close(): Promise<void>
}

/** `args` as in `npm start -- …`. */
export async function openHouse(args = ['--demo']): Promise<House> {
  const database = await createHouseDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'atelier-e2e-'))
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const env = {
    ...{ PORT: String(port), HOST: '127.0.0.1', PUBLIC_ORIGIN: origin },
    ...{ DATABASE_URL: database.url, DATA_DIR: dataDir, LOG_LEVEL: 'warn', TRUST_PROXY: 'false' },
  }
  let server: ServerProcess = await startServer(env, args)
  return {
    origin,
    db: database.db,
    log: () => server.log(),
    kill: () => server.end('SIGKILL'),
    async start() {
      await server.end('SIGKILL')
      server = await startServer(env)
    },
    holdDatabase: database.hold,
    signIn: (personId) => signIn(database.db, origin, personId),
    async demoPerson(key) {
      const { name, email } = demoPeople[key]
      const { id } = must(await loadCredentials(database.db, email), email)
      return { id, name, email }
    },
    async close() {
      await server.end('SIGTERM')
      await database.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function signIn(db: Database, origin: string, personId: string) {
  const { token, session } = await signInSessions(db).create(personId, 'e2e')
  const written = writeToken(token, session.endsAt, sessionCookieOn(origin))
  const [name = '', value = ''] = written.split(';')[0]?.split('=') ?? []
  return { name, value, url: origin }
}
