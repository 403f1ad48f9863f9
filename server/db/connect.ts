import { drizzle } from 'drizzle-orm/node-postgres'
import { Pool } from 'pg'
import type { Database } from './database'
import { openEmbedded } from './embedded-postgres'
import { migrate } from './migrate'

export type OpenDatabase = { pool: Pool; db: Database; close(): Promise<void> }

export type DatabaseChoice = {
  databaseUrl: string | null
  dataDir: string
  /** The embedded database ended by itself: nothing can be promised any more. */
  onLost: (error: Error) => void
  /** An idle connection broke; the pool replaces it by itself. */
  onIdleError: (error: Error) => void
}

/** Rather an answer that says “try again” than a page that waits for ever. */
const connectionTimeoutMillis = 10_000

/** A Postgres server where one is named, the embedded one in the data folder otherwise; migrated. */
export async function openDatabase(choice: DatabaseChoice): Promise<OpenDatabase> {
  return choice.databaseUrl === null ? openFolder(choice) : openServer(choice.databaseUrl, choice)
}

async function openServer(url: string, { onIdleError }: DatabaseChoice): Promise<OpenDatabase> {
  const pool = new Pool({ connectionString: url, max: 16, connectionTimeoutMillis })
  pool.on('error', onIdleError)
  return openPool(pool, async () => undefined)
}

async function openFolder({ dataDir, onLost, onIdleError }: DatabaseChoice): Promise<OpenDatabase> {
  const embedded = await openEmbedded(dataDir, onLost)
  const pool = poolAt(embedded.address)
  pool.on('error', onIdleError)
  return openPool(pool, embedded.close)
}

/** `max` stays below what the embedded database's socket takes. */
export const poolAt = (address: { host: string; port?: number }) =>
  new Pool({ ...address, user: 'postgres', database: 'postgres', max: 8, connectionTimeoutMillis })

async function openPool(pool: Pool, closeServer: () => Promise<void>): Promise<OpenDatabase> {
  const close = async () => {
    await pool.end()
    await closeServer()
  }
  try {
    await migrate(pool)
  } catch (error) {
    await close()
    throw error
  }
  return { pool, db: drizzle(pool), close }
}
