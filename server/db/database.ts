import type { NodePgDatabase, NodePgQueryResultHKT } from 'drizzle-orm/node-postgres'
import type { PgDatabase } from 'drizzle-orm/pg-core'

export type Database = NodePgDatabase

/** The database or a transaction in it: what a query function asks for. */
export type Queryable = PgDatabase<NodePgQueryResultHKT>

/** Whether a write failed because `constraint` (a unique index) already holds such a row. */
export function isTaken(error: unknown, constraint: string): boolean {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  if (typeof cause !== 'object' || cause === null) return false
  const found = cause as { code?: unknown; constraint?: unknown }
  return found.code === '23505' && found.constraint === constraint
}
