import type { RoomPage } from '@atelier/shared/projects/project'
import { refuse } from '@atelier/shared/refusals'
import { eq } from 'drizzle-orm'
import type { Database, Queryable } from '../db/database'
import { docs } from '../db/tables'
import { insertRoom, type NewRoom } from '../projects/room-queries'

export const insertDoc = (db: Database, title: string, room: Omit<NewRoom, 'kind'>) =>
  insertRoom(db, { ...room, kind: 'doc' }, (tx, id) =>
    tx.insert(docs).values({ id, title, createdBy: room.createdBy }),
  )

export async function loadDocTitle(db: Queryable, id: string): Promise<RoomPage['title']> {
  const [row] = await db.select({ title: docs.title }).from(docs).where(eq(docs.id, id))
  return row?.title ?? refuse('not-found')
}

export type DocSummary = { title: string; excerpt: string; text: string }

/** Says whether anything in the lists is now different. */
export async function writeSummary(
  db: Queryable,
  id: string,
  summary: DocSummary,
): Promise<boolean> {
  const [before] = await db
    .select({ title: docs.title, excerpt: docs.excerpt, text: docs.text })
    .from(docs)
    .where(eq(docs.id, id))
  if (!before) return false
  const same =
    before.title === summary.title &&
    before.excerpt === summary.excerpt &&
    before.text === summary.text
  if (same) return false
  await db
    .update(docs)
    .set({ ...summary, changedAt: new Date() })
    .where(eq(docs.id, id))
  return true
}
