import { DrizzleQueryError } from 'drizzle-orm'

type Loggable = Record<string, string | undefined>

/**
 * An error as it may be logged. A failed query carries what was to be written: names, addresses,
 * hashes. Its words, and those of Postgres (`detail`), stay out; code and constraint say enough.
 */
export function withoutValues(error: unknown): Loggable {
  if (error instanceof DrizzleQueryError) {
    return { ...withoutValues(error.cause), query: error.query }
  }
  if (!(error instanceof Error)) return { message: String(error) }
  const { code, constraint, table } = error as {
    code?: string
    constraint?: string
    table?: string
  }
  const { name, message, stack } = error
  return { name, message, code, constraint, table, stack }
}
