/** The folder of an Atelier of the very first version, with a room somebody wrote in. */
import { mkdirSync } from 'node:fs'
import type { Pool } from 'pg'
import { openDatabase, poolAt } from '../db/connect'
import { openEmbedded } from '../db/embedded-postgres'
import { readMigrations } from '../db/migrate'

const rows = 3000

/** In the words of the first migration, which never change. */
const content = [
  `insert into workspaces (name) values ('Old')`,
  `insert into organisations (workspace_id, name, kind) select id, 'Old', 'company' from workspaces`,
  `insert into people (workspace_id, organisation_id, name, email, password_hash, role, colour, language)
   select workspace_id, id, 'Olga', 'olga@atelier.example', 'x', 'owner', 'teal', 'en' from organisations`,
  `insert into projects (workspace_id, title, challenge, created_by)
   select workspace_id, 'Old', '', id from people`,
  `insert into rooms (workspace_id, project_id, kind) select workspace_id, id, 'doc' from projects`,
  `insert into room_updates (room_id, bytes)
   select id, decode(md5(nth::text), 'hex') from rooms, generate_series(1, ${rows}) nth`,
]

export async function buildHouseOfOld(dataDir: string): Promise<void> {
  mkdirSync(dataDir, { recursive: true })
  const embedded = await openEmbedded(dataDir, fail)
  const pool = poolAt(embedded.address)
  await applyFirst(pool)
  for (const statement of content) await pool.query(statement)
  await pool.end()
  await embedded.close()
}

async function applyFirst(pool: Pool) {
  const [first] = await readMigrations()
  if (!first) throw new Error('There are no migrations.')
  await pool.query(`create table migrations (
    name text primary key, hash text not null, applied_at timestamptz not null default now())`)
  for (const statement of first.statements) await pool.query(statement)
  await pool.query('insert into migrations (name, hash) values ($1, $2)', [first.name, first.hash])
}

/** Throws when a migration or a byte of the room is missing. No server may use the folder. */
export async function requireMovedOn(dataDir: string): Promise<void> {
  const database = await openDatabase({
    databaseUrl: null,
    dataDir,
    onLost: fail,
    onIdleError: fail,
  })
  try {
    const names = (await readMigrations()).map(({ name }) => name)
    const applied = await database.pool.query('select name from migrations order by name')
    const found = applied.rows.map(({ name }) => name)
    if (`${found}` !== `${names}`) throw new Error(`Only these migrations were applied: ${found}.`)
    const kept = await database.pool.query(
      `select count(*)::int as count from room_updates
       join generate_series(1, ${rows}) nth on bytes = decode(md5(nth::text), 'hex')`,
    )
    const { count } = kept.rows[0]
    if (count !== rows) throw new Error(`${count} of ${rows} rows of the room are left.`)
  } finally {
    await database.close()
  }
}

function fail(error: Error): never {
  throw error
}
