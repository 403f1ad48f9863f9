import type {
  CommentCard,
  CommentFace,
  CommentPart,
  CommentThread,
  CommentThreads,
} from '@atelier/shared/comments/comment'
import { mentionedIn } from '@atelier/shared/comments/comment-words'
import { inArray } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { people } from '../db/tables'
import { listCommentRows } from './comment-queries'
import { listReactions, type Reaction } from './reaction-queries'
import { listThreadRows } from './thread-queries'

/** All that is said about a room's content. */
export async function listThreads(db: Queryable, roomId: string): Promise<CommentThreads> {
  const threads = await listThreadRows(db, roomId)
  const rows = await listCommentRows(db, ids(threads))
  const reactions = grouped(await listReactions(db, ids(rows)), ({ commentId }) => commentId)
  const cards = grouped(rows, ({ threadId }) => threadId)
  const whole = threads.map((thread) => ({
    ...thread,
    comments: (cards.get(thread.id) ?? []).map((row) => cardOf(row, reactions.get(row.id) ?? [])),
  }))
  return { threads: whole, people: await facesOf(db, namedIn(whole)) }
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

function cardOf(
  row: Awaited<ReturnType<typeof listCommentRows>>[number],
  reactions: Reaction[],
): CommentCard {
  const byEmoji = grouped(reactions, ({ emoji }) => emoji)
  return {
    id: row.id,
    authorId: row.authorId,
    body: row.deletedAt ? null : (JSON.parse(row.body) as CommentPart[]),
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    reactions: [...byEmoji].map(([emoji, given]) => ({
      emoji,
      by: given.map(({ personId }) => personId),
    })),
  }
}

function namedIn(threads: CommentThread[]): string[] {
  const named = threads.flatMap(({ createdBy, resolved, comments }) => [
    createdBy,
    ...(resolved ? [resolved.by] : []),
    ...comments.flatMap(({ authorId, body, reactions }) => [
      authorId,
      ...mentionedIn(body ?? []),
      ...reactions.flatMap(({ by }) => by),
    ]),
  ])
  return [...new Set(named)]
}

async function facesOf(db: Queryable, personIds: string[]): Promise<CommentFace[]> {
  if (personIds.length === 0) return []
  return db
    .select({ id: people.id, name: people.name, colour: people.colour })
    .from(people)
    .where(inArray(people.id, personIds))
    .orderBy(people.id)
}
