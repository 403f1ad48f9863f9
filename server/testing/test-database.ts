/** A fresh, migrated database of one's own, on whichever backend the test project is for. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { Client, Pool } from 'pg'
import { poolAt } from '../db/connect'
import type { Database } from '../db/database'
import { openInMemory } from '../db/embedded-postgres'
import { migrate, readMigrations } from '../db/migrate'
import { readTestBackend } from '../env'

export type TestDatabase = {
  pool: Pool
  db: Database
  /** Null for the embedded one. */
  url: string | null
  close(): Promise<void>
}

export async function testDatabase(): Promise<TestDatabase> {
  const backend = readTestBackend()
  return backend.kind === 'pglite' ? inMemory() : onServer(backend.url)
}

/** Opened from a migrated template file, made once for each state of the migrations. */
async function inMemory(): Promise<TestDatabase> {
  const postgres = await openInMemory(await templateFile())
  const pool = poolAt(postgres.address)
  return withPool(pool, null, postgres.close)
}

async function templateFile(): Promise<string> {
  const dir = fileURLToPath(new URL('../../.cache/', import.meta.url))
  const path = `${dir}pglite-${await migrationsHash()}.tar`
  if (existsSync(path)) return path
  mkdirSync(dir, { recursive: true })
  const draft = `${path}.${crypto.randomUUID()}`
  const postgres = await openInMemory()
  const pool = poolAt(postgres.address)
  await migrate(pool)
  await pool.end()
  await postgres.dump(draft)
  await postgres.close()
  renameSync(draft, path)
  return path
}

async function onServer(url: string): Promise<TestDatabase> {
  const template = `atelier_template_${await migrationsHash()}`
  const name = `atelier_test_${crypto.randomUUID().replaceAll('-', '')}`
  await asAdmin(url, async (admin) => {
    await ensureTemplate(admin, url, template)
    await admin.query(`create database ${name} template ${template}`)
  })
  const own = databaseUrl(url, name)
  return withPool(new Pool({ connectionString: own, max: 8 }), own, () =>
    asAdmin(url, async (admin) => {
      await admin.query(`drop database ${name} with (force)`)
    }),
  )
}

/** Two test files may start at once; the lock is held by this connection until it ends. */
async function ensureTemplate(admin: Client, url: string, template: string) {
  await admin.query('select pg_advisory_lock(5204732)')
  const found = await admin.query('select 1 from pg_database where datname = $1', [template])
  if (found.rowCount === 0) {
    const draft = `${template}_draft`
    await admin.query(`drop database if exists ${draft}`)
    await admin.query(`create database ${draft}`)
    const pool = new Pool({ connectionString: databaseUrl(url, draft), max: 1 })
    await migrate(pool)
    await pool.end()
    await admin.query(`alter database ${draft} rename to ${template}`)
  }
  await admin.query('select pg_advisory_unlock(5204732)')
}

async function asAdmin(url: string, work: (admin: Client) => Promise<void>) {
  const admin = new Client({ connectionString: url })
  await admin.connect()
  try {
    await work(admin)
  } finally {
    await admin.end()
  }
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

export async function migrationsHash(): Promise<string> {
  const hash = createHash('sha256')
  for (const migration of await readMigrations()) hash.update(migration.hash)
  return hash.digest('hex').slice(0, 16)
}

function withPool(pool: Pool, url: string | null, closeServer: () => Promise<void>): TestDatabase {
  let closing = false
  pool.on('error', (error) => {
    // Dropping the database ends what the pool has not quite ended yet.
    if (!closing) throw error
  })
  const close = async () => {
    closing = true
    await pool.end()
    await closeServer()
  }
  return { pool, db: drizzle(pool), url, close }
}
