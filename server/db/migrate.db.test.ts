import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../testing/test-database'
import { migrate, readMigrations } from './migrate'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

/** As if nothing had ever been migrated. */
const empty = async () => {
  await database.pool.query('drop schema public cascade')
  await database.pool.query('create schema public')
}

test('servers that start at the same moment migrate once between them', async () => {
  await empty()
  const names = (await readMigrations()).map((migration) => migration.name)
  const applied = await Promise.all([1, 2, 3].map(() => migrate(database.pool)))
  expect(applied.flat().sort()).toEqual(names)
  expect(await migrate(database.pool)).toEqual([])
})

test('a migration that fails leaves nothing of itself behind', async () => {
  await empty()
  await database.pool.query('create table docs (surprise text)')
  await expect(migrate(database.pool)).rejects.toThrow('already exists')
  const { rows } = await database.pool.query(
    `select table_name from information_schema.tables where table_schema = 'public'`,
  )
  expect(rows).toEqual([{ table_name: 'docs' }])
  await empty()
  await migrate(database.pool)
})

test('a database newer than the program is refused in words', async () => {
  await database.pool.query(`insert into migrations (name, hash) values ('9999_later.sql', 'x')`)
  await expect(migrate(database.pool)).rejects.toThrow('newer than this Atelier')
  await database.pool.query(`delete from migrations where name = '9999_later.sql'`)
})

test('a migration changed after it ran is refused in words', async () => {
  await database.pool.query(`update migrations set hash = 'other'`)
  await expect(migrate(database.pool)).rejects.toThrow('was changed after')
})
