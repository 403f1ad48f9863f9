/** Comments of a thread. Whoever calls has loaded the thread through its room. */
import type { CommentCard, CommentPart } from '@atelier/shared/comments/comment'
import { commentsPerThread } from '@atelier/shared/comments/limits'
import { refuse } from '@atelier/shared/refusals'
import { and, count, eq, inArray, isNull } from 'drizzle-orm'
import { commentReactions, comments, commentThreads } from '../db/comment-tables'
import type { Queryable } from '../db/database'

type CommentRow = typeof comments.$inferSelect

export type NewComment = { id: string; authorId: string; body: CommentPart[] }

/** True when it is new, false when the same was sent before. */
export async function insertCommentRow(
  tx: Queryable,
  threadId: string,
  { id, authorId, body }: NewComment,
): Promise<boolean> {
  if (await isSaid(tx, threadId, { id, authorId })) return false
  const [own] = await tx
    .select({ count: count() })
    .from(comments)
    .where(eq(comments.threadId, threadId))
  if ((own?.count ?? 0) >= commentsPerThread) refuse('too-large')
  const [made] = await tx
    .insert(comments)
    .values({ id, threadId, authorId, body: JSON.stringify(body) })
    .onConflictDoNothing()
    .returning({ id: comments.id })
  if (!made) await isSaid(tx, threadId, { id, authorId })
  return made !== undefined
}

/** Whether it stands there already; a conflict where something else has its id. */
async function isSaid(
  tx: Queryable,
  threadId: string,
  { id, authorId }: Pick<NewComment, 'id' | 'authorId'>,
): Promise<boolean> {
  const [there] = await tx.select().from(comments).where(eq(comments.id, id))
  if (!there) return false
  return (there.threadId === threadId && there.authorId === authorId) || refuse('conflict')
}

/** A comment of this thread that was not deleted, or not-found. */
export async function requireComment(
  db: Queryable,
  threadId: string,
  commentId: string,
): Promise<CommentRow> {
  const [comment] = await db
    .select()
    .from(comments)
    .where(
      and(eq(comments.id, commentId), eq(comments.threadId, threadId), isNull(comments.deletedAt)),
    )
  return comment ?? refuse('not-found')
}

export async function setBody(db: Queryable, id: string, body: CommentPart[]): Promise<void> {
  await db
    .update(comments)
    .set({ body: JSON.stringify(body), editedAt: new Date() })
    .where(eq(comments.id, id))
}

/**
 * Takes its words and reactions away. Its place stays while an answer stands behind it; a thread in
 * which nobody says anything any more is gone.
 */
export async function deleteComment(tx: Queryable, threadId: string, id: string): Promise<void> {
  await tx.delete(commentReactions).where(eq(commentReactions.commentId, id))
  await tx.update(comments).set({ body: '[]', deletedAt: new Date() }).where(eq(comments.id, id))
  const all = await tx
    .select({ id: comments.id, deletedAt: comments.deletedAt })
    .from(comments)
    .where(eq(comments.threadId, threadId))
    .orderBy(comments.createdAt, comments.id)
  const lastWord = all.findLastIndex(({ deletedAt }) => deletedAt === null)
  const unneeded = all.slice(lastWord + 1).map((one) => one.id)
  if (unneeded.length > 0) await tx.delete(comments).where(inArray(comments.id, unneeded))
  if (lastWord < 0) await tx.delete(commentThreads).where(eq(commentThreads.id, threadId))
}

/** Whose it is, where it was brought in. */
export const importedOf = ({
  importedBy,
  importedFrom,
}: Pick<CommentRow, 'importedBy' | 'importedFrom'>): CommentCard['imported'] =>
  importedBy === null ? null : { by: importedBy, from: importedFrom }

export async function listCommentRows(
  db: Queryable,
  threadIds: readonly string[],
): Promise<CommentRow[]> {
  if (threadIds.length === 0) return []
  return db
    .select()
    .from(comments)
    .where(inArray(comments.threadId, [...threadIds]))
    .orderBy(comments.createdAt, comments.id)
}
