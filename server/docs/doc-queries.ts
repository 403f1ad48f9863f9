import { and, eq, sql } from 'drizzle-orm'
import type { Database, Queryable } from '../db/database'
import { docs } from '../db/doc-tables'
import { rooms } from '../db/tables'
import { inMilliseconds, insertRoom, lastWrittenIn, type NewRoom } from '../projects/room-queries'

export const insertDoc = (db: Database, title: string, room: NewRoom) =>
  insertRoom(db, { ...room, kind: 'doc' }, (tx, id) =>
    tx.insert(docs).values({ id, title, createdBy: room.createdBy }),
  )

/** Whether this person made this doc in this project: then it has come twice. */
export async function hasMade(
  db: Queryable,
  { id, projectId, createdBy }: { id: string; projectId: string; createdBy: string },
): Promise<boolean> {
  const found = await db
    .select({ id: docs.id })
    .from(docs)
    .innerJoin(rooms, eq(rooms.id, docs.id))
    .where(and(eq(docs.id, id), eq(docs.createdBy, createdBy), eq(rooms.projectId, projectId)))
  return found.length > 0
}

export type DocSummary = { title: string; excerpt: string; text: string }

/** Says whether anything in the lists is now different: at least when it was changed last. */
export async function writeSummary(
  db: Queryable,
  id: string,
  summary: DocSummary,
): Promise<boolean> {
  const { title, excerpt, text, changedAt } = docs
  const written = lastWrittenIn(id, changedAt)
  const before = sql`(${title}, ${excerpt}, ${text}, ${inMilliseconds(changedAt)})`
  const now = sql`(${summary.title}, ${summary.excerpt}, ${summary.text}, ${written})`
  const changed = await db
    .update(docs)
    .set({ ...summary, changedAt: written })
    .where(and(eq(docs.id, id), sql`${before} is distinct from ${now}`))
    .returning({ id: docs.id })
  return changed.length > 0
}
