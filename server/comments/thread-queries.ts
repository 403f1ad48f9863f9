/** Threads of a room. Whoever calls has asked for the rights to that room. */

import { anchorToText } from '@atelier/shared/comments/anchor-text'
import type { CommentThread } from '@atelier/shared/comments/comment'
import { threadsPerRoom } from '@atelier/shared/comments/limits'
import { refuse } from '@atelier/shared/refusals'
import { and, count, eq, gte, inArray, isNotNull, isNull } from 'drizzle-orm'
import { commentThreads } from '../db/comment-tables'
import type { Database, Queryable } from '../db/database'
import { insertCommentRow, type NewComment } from './comment-queries'

type ThreadRow = typeof commentThreads.$inferSelect

export type NewThread = NewComment & { roomId: string; anchor: Uint8Array | null; quote: string }

/**
 * A thread has the id of the comment that begins it. True when it is new, false when the same was
 * sent before.
 */
export async function insertThread(db: Database, thread: NewThread): Promise<boolean> {
  const { id, roomId, anchor, quote, authorId } = thread
  return db.transaction(async (tx) => {
    if (await isBegun(tx, thread)) return false
    const [own] = await tx
      .select({ count: count() })
      .from(commentThreads)
      .where(eq(commentThreads.roomId, roomId))
    if ((own?.count ?? 0) >= threadsPerRoom) refuse('too-large')
    const [made] = await tx
      .insert(commentThreads)
      .values({ id, roomId, anchor, quote, createdBy: authorId })
      .onConflictDoNothing()
      .returning({ id: commentThreads.id })
    if (made) await insertCommentRow(tx, id, thread)
    else await isBegun(tx, thread)
    return made !== undefined
  })
}

/** Whether it stands there already; a conflict where something else has its id. */
async function isBegun(tx: Queryable, { id, roomId, authorId }: NewThread): Promise<boolean> {
  const [there] = await tx.select().from(commentThreads).where(eq(commentThreads.id, id))
  if (!there) return false
  return (there.roomId === roomId && there.createdBy === authorId) || refuse('conflict')
}

/** Threads of a room as somebody may read them: none that was begun before `since`, where that is set. */
export type ThreadsPlace = { id: string; since: Date | null }

const isIn = ({ id, since }: ThreadsPlace) =>
  and(
    eq(commentThreads.roomId, id),
    since === null ? undefined : gte(commentThreads.createdAt, since),
  )

/** A thread of this room, or not-found. `hold` keeps others from changing it until the transaction ends. */
export async function requireThread(
  db: Queryable,
  room: ThreadsPlace,
  threadId: string,
  { hold = false } = {},
): Promise<ThreadRow> {
  const ours = and(eq(commentThreads.id, threadId), isIn(room))
  const asked = db.select().from(commentThreads).where(ours)
  const [thread] = await (hold ? asked.for('update') : asked)
  return thread ?? refuse('not-found')
}

/** Null opens it again. Says whether that changes anything. */
export async function setResolved(
  db: Queryable,
  threadId: string,
  by: string | null,
): Promise<boolean> {
  const { resolvedAt } = commentThreads
  const changed = await db
    .update(commentThreads)
    .set({ resolvedAt: by === null ? null : new Date(), resolvedBy: by })
    .where(
      and(
        eq(commentThreads.id, threadId),
        by === null ? isNotNull(resolvedAt) : isNull(resolvedAt),
      ),
    )
    .returning({ id: commentThreads.id })
  return changed.length > 0
}

/** What the thread is about was written anew, and has other ids now. */
export async function setAnchor(
  db: Queryable,
  threadId: string,
  place: { anchor: Uint8Array; quote: string },
): Promise<void> {
  await db.update(commentThreads).set(place).where(eq(commentThreads.id, threadId))
}

/** Those of a room, oldest first, without their comments. */
export async function listThreadRows(
  db: Queryable,
  room: ThreadsPlace,
): Promise<Omit<CommentThread, 'comments'>[]> {
  const rows = await db
    .select()
    .from(commentThreads)
    .where(isIn(room))
    .orderBy(commentThreads.createdAt, commentThreads.id)
  return rows.map(({ id, anchor, quote, createdBy, createdAt, resolvedAt, resolvedBy }) => ({
    id,
    anchor: anchor && anchorToText(anchor),
    quote,
    createdBy,
    createdAt: createdAt.toISOString(),
    resolved: resolvedAt && resolvedBy ? { at: resolvedAt.toISOString(), by: resolvedBy } : null,
  }))
}

/** How many of each room's threads are not resolved; those without any are missing. */
export async function countOpenThreads(
  db: Queryable,
  roomIds: readonly string[],
): Promise<Map<string, number>> {
  if (roomIds.length === 0) return new Map()
  const rows = await db
    .select({ roomId: commentThreads.roomId, count: count() })
    .from(commentThreads)
    .where(and(inArray(commentThreads.roomId, [...roomIds]), isNull(commentThreads.resolvedAt)))
    .groupBy(commentThreads.roomId)
  return new Map(rows.map(({ roomId, count }) => [roomId, count]))
}
