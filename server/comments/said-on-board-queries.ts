import { type CommentPart, sayerOf } from '@atelier/shared/comments/comment'
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { comments, commentThreads } from '../db/comment-tables'
import type { Queryable } from '../db/database'
import { importedOf } from './comment-queries'

/** `sayer` is null for who is nobody here; then `name` is what they are called. */
export type SaidOnBoard = {
  card: string
  sayer: string | null
  name: string
  at: string
  body: CommentPart[]
}

/** All that is said about cards of a board and not deleted, oldest first. */
export async function listSaidOnBoard(db: Queryable, roomId: string): Promise<SaidOnBoard[]> {
  const rows = await db
    .select({ card: commentThreads.card, comment: comments })
    .from(comments)
    .innerJoin(commentThreads, eq(commentThreads.id, comments.threadId))
    .where(
      and(
        eq(commentThreads.roomId, roomId),
        isNotNull(commentThreads.card),
        isNull(comments.deletedAt),
      ),
    )
    .orderBy(comments.createdAt, comments.id)
  return rows.map(({ card, comment }) => {
    const imported = importedOf(comment)
    return {
      card: card ?? '',
      sayer: sayerOf({ authorId: comment.authorId, imported }),
      name: imported?.from ?? '',
      at: comment.createdAt.toISOString(),
      body: JSON.parse(comment.body) as CommentPart[],
    }
  })
}
