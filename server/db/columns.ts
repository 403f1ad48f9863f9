/** Columns that many tables have. */
import { sql } from 'drizzle-orm'
import { type AnyPgColumn, customType, timestamp, uuid } from 'drizzle-orm/pg-core'

export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
  fromDriver: (value) => new Uint8Array(value.buffer, value.byteOffset, value.byteLength),
})
export const time = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
export const created = () => time('created_at').notNull().defaultNow()
export const key = () => uuid('id').primaryKey().defaultRandom()

/** `column in ('a', 'b')`, so that no word is stored which the code does not know. */
export const oneOf = (column: AnyPgColumn, words: readonly string[]) =>
  sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(', '))})`
