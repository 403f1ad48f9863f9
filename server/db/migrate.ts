/** Brings a database up to the committed migrations: forward only, whole or not at all. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { Pool, PoolClient } from 'pg'

const migrationsDir = new URL('./migrations/', import.meta.url)

type Migration = { name: string; hash: string; statements: string[] }

/** Any number, the same for every Atelier server: who holds it migrates. */
const lockKey = 5_204_731

export async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(migrationsDir)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(names.map(readMigration))
}

async function readMigration(name: string): Promise<Migration> {
  const text = await readFile(new URL(name, migrationsDir), 'utf8')
  return {
    name,
    hash: createHash('sha256').update(text).digest('hex'),
    statements: text.split('--> statement-breakpoint'),
  }
}

/** Resolves with the names just applied. Two servers may call it at once: the second waits, then finds nothing to do. */
export async function migrate(pool: Pool): Promise<string[]> {
  const migrations = await readMigrations()
  const client = await pool.connect()
  try {
    await client.query('begin')
    // Held by the transaction, not the session: on the embedded database all connections are one session.
    await client.query('select pg_advisory_xact_lock($1)', [lockKey])
    const applied = await applyMissing(client, migrations)
    await client.query('commit')
    return applied
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

async function applyMissing(client: PoolClient, migrations: Migration[]): Promise<string[]> {
  await client.query(`create table if not exists migrations (
    name text primary key, hash text not null, applied_at timestamptz not null default now())`)
  const { rows } = await client.query<{ name: string; hash: string }>('select * from migrations')
  const known = new Map(rows.map((row) => [row.name, row.hash]))
  refuseForeign(migrations, known)
  const missing = migrations.filter((migration) => !known.has(migration.name))
  for (const migration of missing) {
    for (const statement of migration.statements) await client.query(statement)
    await client.query('insert into migrations (name, hash) values ($1, $2)', [
      migration.name,
      migration.hash,
    ])
  }
  return missing.map((migration) => migration.name)
}

function refuseForeign(migrations: Migration[], known: Map<string, string>) {
  const ours = new Map(migrations.map((migration) => [migration.name, migration.hash]))
  for (const [name, hash] of known) {
    if (!ours.has(name)) {
      throw new Error(`This database is newer than this Atelier (it has ${name}). Please update.`)
    }
    if (ours.get(name) !== hash) {
      throw new Error(`Migration ${name} was changed after this database had run it.`)
    }
  }
}
