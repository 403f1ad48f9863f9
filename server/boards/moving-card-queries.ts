/** What goes along with a card to another board beside its room: files, what is said about it, who watches it. */
import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { boardCardMoves } from '../db/card-tables'
import { cardWatches, comments, commentThreads } from '../db/comment-tables'
import type { Database, Queryable } from '../db/database'
import { files } from '../db/doc-tables'
import { boardImports } from '../db/import-tables'
import { inboxItems } from '../db/inbox-tables'
import { people, projectMembers, projects } from '../db/tables'

/** Of these people, those who may read the project. */
export async function readersAmong(
  db: Queryable,
  projectId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const isMember = and(
    eq(projectMembers.projectId, projects.id),
    eq(projectMembers.personId, people.id),
  )
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .innerJoin(projects, eq(projects.workspaceId, people.workspaceId))
    .leftJoin(projectMembers, isMember)
    .where(
      and(
        eq(projects.id, projectId),
        inArray(people.id, [...ids]),
        isNull(people.suspendedAt),
        or(inArray(people.role, ['owner', 'admin']), sql`${projectMembers.role} is not null`),
      ),
    )
  return new Set(rows.map(({ id }) => id))
}

/**
 * Files of the room `from` as files of the room `to`, by their old ids. What is of neither room stays
 * what it is; what is there already, from an earlier move, is used again.
 */
export async function copyFiles(
  db: Queryable,
  { from, to, createdBy }: { from: string; to: string; createdBy: string },
  ids: readonly string[],
): Promise<Map<string, string>> {
  const there = new Map<string, string>()
  if (ids.length === 0) return there
  const theirs = await db
    .select()
    .from(files)
    .where(and(eq(files.roomId, from), inArray(files.id, [...ids])))
  if (theirs.length === 0) return there
  const own = await db
    .select()
    .from(files)
    .where(
      and(
        eq(files.roomId, to),
        inArray(
          files.sha256,
          theirs.map(({ sha256 }) => sha256),
        ),
      ),
    )
  for (const file of theirs) {
    const same = own.find(({ sha256, name }) => sha256 === file.sha256 && name === file.name)
    const id = same?.id ?? crypto.randomUUID()
    if (!same)
      await db.insert(files).values({ ...file, id, roomId: to, createdBy, createdAt: new Date() })
    there.set(file.id, id)
  }
  return there
}

/** As long as a node may not have heard that a card has left. */
const holdsFor = sql`interval '1 minute'`

/**
 * Whether the card may go there: false while it is on its way to another board. Asked again for the same board
 * it is the same move.
 */
export async function claimMove(
  db: Database,
  card: string,
  { from, to }: { from: string; to: string },
): Promise<boolean> {
  const { boardId, card: moved, to: goal, movedAt } = boardCardMoves
  return db.transaction(async (tx) => {
    const claimed = await tx
      .insert(boardCardMoves)
      .values({ boardId: from, card, to })
      .onConflictDoUpdate({
        target: [boardId, moved],
        set: { to, movedAt: sql`now()` },
        setWhere: or(eq(goal, to), lt(movedAt, sql`now() - ${holdsFor}`)),
      })
      .returning({ card: moved })
    if (claimed.length === 0) return false
    // It comes to this board: that it left it once is over.
    await tx.delete(boardCardMoves).where(and(eq(boardId, to), eq(moved, card)))
    return true
  })
}

/** It did not go. */
export const releaseMove = (db: Queryable, card: string, from: string) =>
  db
    .delete(boardCardMoves)
    .where(and(eq(boardCardMoves.boardId, from), eq(boardCardMoves.card, card)))

/** What was said, and who watches. Where both boards have something, it comes together. */
export async function moveTalk(
  tx: Queryable,
  card: string,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const threadIn = (roomId: string) =>
    tx
      .select({ id: commentThreads.id })
      .from(commentThreads)
      .where(and(eq(commentThreads.roomId, roomId), eq(commentThreads.card, card)))
      .for('update')
  const [[theirs], [own]] = [await threadIn(from), await threadIn(to)]
  if (theirs && own) {
    await tx.update(comments).set({ threadId: own.id }).where(eq(comments.threadId, theirs.id))
  } else if (theirs) {
    await tx.update(commentThreads).set({ roomId: to }).where(eq(commentThreads.id, theirs.id))
  }
  await tx
    .update(inboxItems)
    .set({ roomId: to })
    .where(and(eq(inboxItems.roomId, from), eq(inboxItems.card, card)))
  // What others made lies there now: the board is no longer what one person brought in.
  await tx.delete(boardImports).where(eq(boardImports.boardId, to))
  const ofCard = and(eq(cardWatches.roomId, from), eq(cardWatches.card, card))
  const watches = await tx.delete(cardWatches).where(ofCard).returning()
  if (watches.length === 0) return
  const moved = watches.map((watch) => ({ ...watch, roomId: to }))
  await tx.insert(cardWatches).values(moved).onConflictDoNothing()
}
