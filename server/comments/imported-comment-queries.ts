/**
 * Comments that were brought in with a board. They notify nobody, and nobody begins to watch a card by
 * them: it was said long ago, and elsewhere.
 */
import { randomUUID } from 'node:crypto'
import { commentReactions, comments, commentThreads } from '../db/comment-tables'
import type { Queryable } from '../db/database'
import { inPieces } from '../db/in-pieces'

/** `author` is who they are here, or else `name` what they are called there. Times are ISO 8601. */
export type ImportedComment = {
  card: string
  author: string | null
  name: string
  at: string | null
  text: string
  /** Of people who are here. */
  reactions?: readonly { emoji: string; people: readonly string[] }[]
}

/** Of a board that has none yet; of each card in their order. */
export async function insertImportedComments(
  tx: Queryable,
  { roomId, importedBy }: { roomId: string; importedBy: string },
  said: readonly ImportedComment[],
): Promise<void> {
  const threads = new Map<string, string>()
  for (const { card } of said) if (!threads.has(card)) threads.set(card, randomUUID())
  const opened = [...threads].map(([card, id]) => ({ id, roomId, card, createdBy: importedBy }))
  for (const some of inPieces(opened)) await tx.insert(commentThreads).values(some)
  const now = Date.now()
  const last = new Map<string, number>()
  const given: (typeof commentReactions.$inferInsert)[] = []
  const rows = said.map(({ card, author, name, at, text, reactions = [] }) => {
    const time = Math.max(timeOf(at, now), (last.get(card) ?? Number.NEGATIVE_INFINITY) + 1)
    last.set(card, time)
    const id = randomUUID()
    const createdAt = new Date(time)
    const all = reactions.flatMap(({ emoji, people }) => people.map((one) => [one, emoji] as const))
    for (const [nth, [personId, emoji]] of all.entries()) {
      // In their order, and none after the comment: so they are told from what is given to it here.
      const at = new Date(time - all.length + nth)
      given.push({ commentId: id, personId, emoji, createdAt: at })
    }
    return {
      id,
      threadId: threads.get(card) ?? '',
      authorId: author ?? importedBy,
      ...{ importedBy, importedFrom: author === null ? name : null },
      body: JSON.stringify([{ text }]),
      createdAt,
    }
  })
  for (const some of inPieces(rows)) await tx.insert(comments).values(some)
  for (const some of inPieces(given))
    await tx.insert(commentReactions).values(some).onConflictDoNothing()
}

/** Nothing was said after now. */
function timeOf(at: string | null, now: number): number {
  const time = at === null ? Number.NaN : Date.parse(at)
  return Number.isNaN(time) ? now : Math.min(time, now)
}
