/** Forks of sections in which nobody suggests any more. */
import { and, eq, exists, inArray, isNotNull, lt, notExists, type SQL, sql } from 'drizzle-orm'
import type { Database, Queryable } from '../db/database'
import { docSuggestionDecisions, docSuggestions } from '../db/doc-tables'
import { eraseWith } from '../db/erase-with'
import { roomUpdates, roomUpdatesQuarantined, roomUpdatesReplaced } from '../db/log-tables'
import { rooms } from '../db/tables'

/** So long whoever decides at that moment, and whoever still writes there, is done with it. */
const keptMs = 24 * 60 * 60 * 1000
const atOnce = 100

/**
 * What was withdrawn goes for good, with the fork in which it stood. What was decided is on record until the section
 * is erased: of such a fork only that is left. Resolves with how many.
 */
export async function eraseClosedForks(db: Database, now = new Date()): Promise<number> {
  const { sectionId, closedAt } = docSuggestions
  const isDone = and(isNotNull(sectionId), lt(closedAt, new Date(now.getTime() - keptMs)))
  return (
    (await inPortions(db, and(isDone, notExists(decisions(db))), eraseWhole)) +
    (await inPortions(db, and(isDone, exists(logged(db))), eraseWords))
  )
}

const decisions = (db: Database) =>
  db
    .select({ one: sql`1` })
    .from(docSuggestionDecisions)
    .where(eq(docSuggestionDecisions.suggestionId, docSuggestions.id))

const logged = (db: Database) =>
  db.select({ one: sql`1` }).from(roomUpdates).where(eq(roomUpdates.roomId, docSuggestions.id))

async function inPortions(
  db: Database,
  which: SQL | undefined,
  erase: (tx: Queryable, ids: string[]) => Promise<unknown>,
): Promise<number> {
  for (let erased = 0; ; ) {
    const rows = await db
      .select({ id: docSuggestions.id })
      .from(docSuggestions)
      .where(which)
      .limit(atOnce)
    if (rows.length === 0) return erased
    const ids = rows.map(({ id }) => id)
    await db.transaction((tx) => erase(tx, ids))
    erased += ids.length
  }
}

const eraseWhole = (tx: Queryable, ids: string[]) => eraseWith(tx, 'rooms', inArray(rooms.id, ids))

async function eraseWords(tx: Queryable, ids: string[]): Promise<void> {
  for (const log of [roomUpdates, roomUpdatesReplaced, roomUpdatesQuarantined])
    await tx.delete(log).where(inArray(log.roomId, ids))
  await tx
    .update(docSuggestionDecisions)
    .set({ undoDoc: null, undoFork: null })
    .where(inArray(docSuggestionDecisions.suggestionId, ids))
}
