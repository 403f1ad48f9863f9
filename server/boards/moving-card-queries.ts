/** What goes along with a card to another board beside its room: files, what is said about it, who watches it. */
import { isUuid } from '@atelier/shared/basics/uuid'
import { refuse } from '@atelier/shared/refusals'
import { and, eq, inArray, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import { holdTalk, noteStage } from '../comments/moved-talk-queries'
import { boardCardMoves } from '../db/card-tables'
import { cardWatches, comments, commentThreads } from '../db/comment-tables'
import type { Queryable } from '../db/database'
import { files } from '../db/doc-tables'
import { boardImports } from '../db/import-tables'
import { inPieces } from '../db/in-pieces'
import { inboxItems } from '../db/inbox-tables'
import { people, projectMembers, projects, rooms } from '../db/tables'
import { lockedItems } from '../inbox/inbox-queries'

/** Of these people, those who may read the project. Whoever a document names that is no id is nobody. */
export async function readersAmong(
  db: Queryable,
  projectId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const isMember = and(
    eq(projectMembers.projectId, projects.id),
    eq(projectMembers.personId, people.id),
  )
  const readers = new Set<string>()
  for (const piece of inPieces(ids.filter(isUuid))) {
    const rows = await db
      .select({ id: people.id })
      .from(people)
      .innerJoin(projects, eq(projects.workspaceId, people.workspaceId))
      .leftJoin(projectMembers, isMember)
      .where(
        and(
          eq(projects.id, projectId),
          inArray(people.id, piece),
          isNull(people.suspendedAt),
          or(inArray(people.role, ['owner', 'admin']), sql`${projectMembers.role} is not null`),
        ),
      )
    for (const { id } of rows) readers.add(id)
  }
  return readers
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
  for (const piece of inPieces(ids)) {
    const theirs = await filesIn(db, from, inArray(files.id, piece))
    if (theirs.length === 0) continue
    const contents = theirs.map(({ sha256 }) => sha256)
    const own = await filesIn(db, to, inArray(files.sha256, contents))
    const copies: typeof theirs = []
    for (const file of theirs) {
      const isSame = ({ sha256, name }: typeof file) => sha256 === file.sha256 && name === file.name
      const same = own.find(isSame)
      const id = same?.id ?? crypto.randomUUID()
      if (!same) copies.push({ ...file, id, roomId: to, createdBy, createdAt: new Date() })
      there.set(file.id, id)
    }
    if (copies.length > 0) await db.insert(files).values(copies)
  }
  return there
}

const filesIn = (db: Queryable, roomId: string, which: SQL) =>
  db
    .select()
    .from(files)
    .where(and(eq(files.roomId, roomId), which))

/** As long as a node may not have heard that a card has left. */
const holdsFor = sql`interval '1 minute'`

/**
 * Whether the card may go there: false while it is on its way to another board. Asked again for the same board
 * it is the same move. In a transaction of the caller’s, so that what fails with it claims nothing.
 */
export async function claimMove(
  tx: Queryable,
  card: string,
  { from, to }: { from: string; to: string },
): Promise<boolean> {
  const { boardId, card: moved, to: goal, movedAt } = boardCardMoves
  const claimed = await tx
    .insert(boardCardMoves)
    .values({ boardId: from, card, to })
    .onConflictDoUpdate({
      target: [boardId, moved],
      set: { to, movedAt: sql`now()`, stage: 'going' },
      setWhere: or(eq(goal, to), lt(movedAt, sql`now() - ${holdsFor}`)),
    })
    .returning({ card: moved })
  if (claimed.length === 0) return false
  // It comes to this board: that it left it once is over.
  await tx.delete(boardCardMoves).where(and(eq(boardId, to), eq(moved, card)))
  return true
}

/** Where it was once to go, long enough ago that another may take it elsewhere; null where it was nowhere else. */
export async function goalLeftOpen(
  db: Queryable,
  card: string,
  { from, to }: { from: string; to: string },
): Promise<string | null> {
  const { boardId, card: moved, to: goal, movedAt } = boardCardMoves
  const isPast = and(ne(goal, to), lt(movedAt, sql`now() - ${holdsFor}`))
  const [open] = await db
    .select({ goal })
    .from(boardCardMoves)
    .where(and(eq(boardId, from), eq(moved, card), isPast))
  return open?.goal ?? null
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
  await holdTalk(tx, card)
  // An import that is undone meanwhile takes its room with it: then the card stays where it is.
  const board = tx.select({ id: rooms.id }).from(rooms).where(eq(rooms.id, to))
  if ((await board.for('key share')).length === 0) refuse('not-found')
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
  const told = lockedItems(tx, and(eq(inboxItems.roomId, from), eq(inboxItems.card, card)))
  await tx.update(inboxItems).set({ roomId: to }).where(inArray(inboxItems.id, told))
  // What others made lies there now: the board is no longer what one person brought in.
  await tx.delete(boardImports).where(eq(boardImports.boardId, to))
  await noteStage(tx, { roomId: from, card }, 'arrived')
  const ofCard = and(eq(cardWatches.roomId, from), eq(cardWatches.card, card))
  const watches = await tx.delete(cardWatches).where(ofCard).returning()
  if (watches.length === 0) return
  const moved = watches.map((watch) => ({ ...watch, roomId: to }))
  await tx.insert(cardWatches).values(moved).onConflictDoNothing()
}
