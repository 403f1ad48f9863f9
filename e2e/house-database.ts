/** The database of one house: its own, on the throw-away server, so that a test can hold it still. */
import { randomUUID } from 'node:crypto'
import { openDatabase } from '@atelier/server/db/connect'
import type { Database } from '@atelier/server/db/database'
import { must } from '@atelier/shared/basics/must'
import { Client } from 'pg'

/** Until released, nothing can be written to or read from the log of updates. */
export type Hold = {
  /** How many are waiting for it. */
  waiting(): Promise<number>
  release(): Promise<void>
}

export type HouseDatabase = {
  url: string
  /** For the factories of server/testing/make. */
  db: Database
  hold(): Promise<Hold>
  drop(): Promise<void>
}

export async function createHouseDatabase(): Promise<HouseDatabase> {
  const server = must(process.env.TEST_DATABASE_URL, 'TEST_DATABASE_URL')
  const name = `atelier_e2e_${randomUUID().replaceAll('-', '')}`
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href
  await command(server, `create database ${name}`)
  const broken = (error: Error) => console.warn('a connection of the tests broke:', error.message)
  const ours = { databaseUrl: url, dataDir: '', onLost: broken, onIdleError: broken }
  const { db, close } = await openDatabase(ours)
  return {
    url,
    db,
    hold: () => holdUpdates(url),
    async drop() {
      await close()
      await command(server, `drop database ${name} with (force)`)
    },
  }
}

async function command(url: string, sql: string) {
  const client = new Client(url)
  await client.connect()
  await client.query(sql)
  await client.end()
}

async function holdUpdates(url: string): Promise<Hold> {
  const client = new Client(url)
  await client.connect()
  await client.query('begin')
  await client.query('lock table room_updates in access exclusive mode')
  return {
    async waiting() {
      const { rowCount } = await client.query(
        "select 1 from pg_locks where not granted and relation = 'room_updates'::regclass",
      )
      return rowCount ?? 0
    },
    release: () => client.end(),
  }
}
