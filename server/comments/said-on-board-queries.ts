import { type CommentPart, sayerOf } from '@atelier/shared/comments/comment'
import { and, eq, getTableColumns, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import { comments, commentThreads } from '../db/comment-tables'
import type { Queryable } from '../db/database'
import { importedOf } from './comment-queries'

/** `sayer` is null for who is nobody here; then `name` is what they are called. */
export type SaidOnBoard = {
  id: string
  card: string
  sayer: string | null
  name: string
  at: string
  body: CommentPart[]
}

/** What is said about cards of a board and not deleted, oldest first; of each card so many at most. */
export async function listSaidOnBoard(
  db: Queryable,
  roomId: string,
  mostOfCard: number,
): Promise<SaidOnBoard[]> {
  const { threadId, createdAt, id } = comments
  const nth = sql<number>`row_number() over (partition by ${threadId} order by ${createdAt}, ${id})`
  const said = db
    .select({ ...getTableColumns(comments), card: commentThreads.card, nth: nth.as('nth') })
    .from(comments)
    .innerJoin(commentThreads, eq(commentThreads.id, threadId))
    .where(
      and(
        eq(commentThreads.roomId, roomId),
        isNotNull(commentThreads.card),
        isNull(comments.deletedAt),
      ),
    )
    .as('said')
  const rows = await db
    .select()
    .from(said)
    .where(lte(said.nth, mostOfCard))
    .orderBy(said.createdAt, said.id)
  return rows.map(({ card, nth: _, ...comment }) => {
    const imported = importedOf(comment)
    return {
      id: comment.id,
      card: card ?? '',
      sayer: sayerOf({ authorId: comment.authorId, imported }),
      name: imported?.from ?? '',
      at: comment.createdAt.toISOString(),
      body: JSON.parse(comment.body) as CommentPart[],
    }
  })
}
