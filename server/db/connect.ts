import { drizzle } from 'drizzle-orm/node-postgres'
import { Pool, type PoolConfig } from 'pg'
import type { Database } from './database'
import { openEmbedded, type PostgresAddress } from './embedded-postgres'
import { migrate } from './migrate'
import { connectionTimeoutMillis, watchedPool } from './watched-pool'

export type OpenDatabase = {
  pool: Pool
  /** For the log of rooms alone: one connection, which no slow query can keep busy. */
  appendPool: Pool
  db: Database
  close(): Promise<void>
}

export type DatabaseChoice = {
  databaseUrl: string | null
  dataDir: string
  /** The embedded database ended by itself: nothing can be promised any more. */
  onLost: (error: Error) => void
  /** An idle connection broke; the pool replaces it by itself. */
  onIdleError: (error: Error) => void
}

/** A connection is kept for so long without use. */
const idleTimeoutMillis = 30_000

/** A Postgres server where one is named, the embedded one in the data folder otherwise; migrated. */
export async function openDatabase(choice: DatabaseChoice): Promise<OpenDatabase> {
  return choice.databaseUrl === null ? openFolder(choice) : openServer(choice.databaseUrl, choice)
}

async function openServer(url: string, { onIdleError }: DatabaseChoice): Promise<OpenDatabase> {
  const config = { connectionString: url, max: 16, idleTimeoutMillis }
  return openPool(config, onIdleError, async () => undefined)
}

async function openFolder({ dataDir, onLost, onIdleError }: DatabaseChoice): Promise<OpenDatabase> {
  const embedded = await openEmbedded(dataDir, onLost)
  return openPool(configAt(embedded.address), onIdleError, embedded.close)
}

/** `max` stays below what the embedded database's socket takes, with one more for appends. */
const configAt = (address: PostgresAddress): PoolConfig => ({
  ...address,
  user: 'postgres',
  database: 'postgres',
  max: 8,
})

export const poolAt = (address: PostgresAddress) => watchedPool(configAt(address))

async function openPool(
  config: PoolConfig,
  onIdleError: (error: Error) => void,
  closeServer: () => Promise<void>,
): Promise<OpenDatabase> {
  try {
    await migratePatiently(config)
  } catch (error) {
    await closeServer()
    throw error
  }
  const pool = watchedPool(config)
  const appendPool = watchedPool({ ...config, max: 1 })
  for (const each of [pool, appendPool]) each.on('error', onIdleError)
  const close = async () => {
    await Promise.all([pool.end(), appendPool.end()])
    await closeServer()
  }
  // Whoever comes first need not wait for a connection.
  await pool.query('select 1').catch(async (error: unknown) => {
    await close()
    throw error
  })
  return { pool, appendPool, db: drizzle(pool), close }
}

/** Changing a large table takes as long as it takes. */
async function migratePatiently(config: PoolConfig) {
  const pool = new Pool({ ...config, max: 1, connectionTimeoutMillis })
  try {
    await migrate(pool)
  } finally {
    await pool.end()
  }
}
