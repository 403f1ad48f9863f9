import type { CardComments } from '@atelier/shared/comments/card-comment'
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
import { importedOf, listCommentRows } from './comment-queries'
import { listReactions, type Reaction } from './reaction-queries'
import { listThreadRows, type ThreadsPlace } from './thread-queries'

/** All that is said about a room's content. */
export async function listThreads(db: Queryable, room: ThreadsPlace): Promise<CommentThreads> {
  const threads = await listThreadRows(db, room)
  const cards = await commentsIn(db, ids(threads))
  const whole = threads.map((thread) => ({ ...thread, comments: cards.get(thread.id) ?? [] }))
  return { threads: whole, people: await facesOf(db, namedIn(whole)) }
}

/** All that is said in one thread. */
export async function listComments(db: Queryable, threadId: string): Promise<CardComments> {
  const comments = (await commentsIn(db, [threadId])).get(threadId) ?? []
  return { comments, people: await facesOf(db, [...new Set(comments.flatMap(namedInComment))]) }
}

/** Of these threads, by thread, oldest first. */
async function commentsIn(
  db: Queryable,
  threadIds: readonly string[],
): Promise<Map<string, CommentCard[]>> {
  const rows = await listCommentRows(db, threadIds)
  const reactions = grouped(await listReactions(db, ids(rows)), ({ commentId }) => commentId)
  const byThread = grouped(rows, ({ threadId }) => threadId)
  return new Map(
    [...byThread].map(([id, own]) => [
      id,
      own.map((row) => cardOf(row, reactions.get(row.id) ?? [])),
    ]),
  )
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
    imported: importedOf(row),
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
    ...comments.flatMap(namedInComment),
  ])
  return [...new Set(named)]
}

const namedInComment = ({ authorId, imported, body, reactions }: CommentCard): string[] => [
  authorId,
  ...(imported ? [imported.by] : []),
  ...mentionedIn(body ?? []),
  ...reactions.flatMap(({ by }) => by),
]

async function facesOf(db: Queryable, personIds: string[]): Promise<CommentFace[]> {
  if (personIds.length === 0) return []
  return db
    .select({ id: people.id, name: people.name, colour: people.colour })
    .from(people)
    .where(inArray(people.id, personIds))
    .orderBy(people.id)
}
