import { emojiPerComment } from '@atelier/shared/comments/limits'
import { refuse } from '@atelier/shared/refusals'
import { and, eq, inArray } from 'drizzle-orm'
import { commentReactions } from '../db/comment-tables'
import type { Queryable } from '../db/database'

export type Reaction = { commentId: string; personId: string; emoji: string }

/** Gives it once however often it is given; a comment has room for so many different ones. */
export async function addReaction(tx: Queryable, reaction: Reaction): Promise<void> {
  const there = await tx
    .selectDistinct({ emoji: commentReactions.emoji })
    .from(commentReactions)
    .where(eq(commentReactions.commentId, reaction.commentId))
  const isNew = there.every(({ emoji }) => emoji !== reaction.emoji)
  if (isNew && there.length >= emojiPerComment) refuse('too-large')
  await tx.insert(commentReactions).values(reaction).onConflictDoNothing()
}

export async function removeReaction(
  db: Queryable,
  { commentId, personId, emoji }: Reaction,
): Promise<void> {
  await db
    .delete(commentReactions)
    .where(
      and(
        eq(commentReactions.commentId, commentId),
        eq(commentReactions.personId, personId),
        eq(commentReactions.emoji, emoji),
      ),
    )
}

/** Those of these comments, the first given first. */
export async function listReactions(
  db: Queryable,
  commentIds: readonly string[],
): Promise<Reaction[]> {
  if (commentIds.length === 0) return []
  const { commentId, personId, emoji, createdAt } = commentReactions
  return db
    .select({ commentId, personId, emoji })
    .from(commentReactions)
    .where(inArray(commentId, [...commentIds]))
    .orderBy(createdAt, personId)
}
