import type { NodePgDatabase, NodePgQueryResultHKT } from 'drizzle-orm/node-postgres'
import type { PgDatabase } from 'drizzle-orm/pg-core'

export type Database = NodePgDatabase

/** The database or a transaction in it: what a query function asks for. */
export type Queryable = PgDatabase<NodePgQueryResultHKT>

const causeOf = (error: unknown): { code?: unknown; constraint?: unknown; message?: unknown } => {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  return typeof cause === 'object' && cause !== null ? cause : {}
}

/** Whether a write failed because `constraint` (a unique index) already holds such a row. */
export function isTaken(error: unknown, constraint: string): boolean {
  const { code, constraint: broken } = causeOf(error)
  return code === '23505' && broken === constraint
}

/** Class 08 and 57P: no connection, or the server is going down or coming up. */
const awayCodes = /^(08...|57P0.|53300|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT)$/
const awayWords = /Connection terminated|timeout exceeded when trying to connect/

/** Whether the database could not be reached, which passes: nobody did anything wrong. */
export function isAway(error: unknown): boolean {
  const { code, message } = causeOf(error)
  return awayCodes.test(String(code)) || awayWords.test(String(message))
}
