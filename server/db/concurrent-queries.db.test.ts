import type { Pool } from 'pg'
import { expect, test } from 'vitest'
import { testDatabase } from '../testing/test-database'
import { inTransaction } from './in-transaction'

const ask = async (by: Pick<Pool, 'query'>, value: string) => {
  const { rows } = await by.query<{ found: string }>('select $1::text as found', [value])
  return rows[0]?.found
}

test('queries and transactions of many connections at once never run each other’s statements', async () => {
  const { pool, close } = await testDatabase()
  const asked = Array.from({ length: 200 }, (_, i) => `value ${i}`)
  const answers = await Promise.all(
    asked.map((value, i) =>
      i % 4 === 0 ? inTransaction(pool, (client) => ask(client, value)) : ask(pool, value),
    ),
  )
  expect(answers).toEqual(asked)
  await close()
})
