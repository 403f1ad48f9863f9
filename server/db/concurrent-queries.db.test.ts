import { expect, test } from 'vitest'
import { testDatabase } from '../testing/test-database'

test('queries of many connections at once never get each other’s statements or values', async () => {
  const { pool, close } = await testDatabase()
  const asked = Array.from({ length: 300 }, (_, i) => `value ${i}`)
  const answers = await Promise.all(
    asked.map(async (value, i) => {
      const statement =
        i % 2 === 0 ? 'select $1::text as found' : `select upper($1::text) as found, ${i} as extra`
      const { rows } = await pool.query<{ found: string }>(statement, [value])
      return rows[0]?.found
    }),
  )
  expect(answers).toEqual(asked.map((value, i) => (i % 2 === 0 ? value : value.toUpperCase())))
  await close()
})

test('a transaction on one connection is not entered by queries of the others', async () => {
  const { pool, close } = await testDatabase()
  await pool.query('create table marks (who text not null)')
  const client = await pool.connect()
  await client.query('begin')
  await client.query('insert into marks values ($1)', ['rolled back'])
  const others = Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      pool.query('insert into marks values ($1)', [`kept ${i}`]),
    ),
  )
  await client.query('rollback')
  client.release()
  await others
  const { rows } = await pool.query<{ who: string }>(`select who from marks where who !~ '^kept'`)
  expect(rows).toEqual([])
  await close()
})
