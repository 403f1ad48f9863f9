/** What goes along with a card to another board beside its room: files, what is said about it, who watches it. */
import { and, eq, exists, gt, gte, inArray, lt, ne, not, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { boardCardMoves } from '../db/card-tables'
import { cardWatches, comments, commentThreads } from '../db/comment-tables'
import type { Queryable } from '../db/database'
import { files } from '../db/doc-tables'
import { boardImports } from '../db/import-tables'
import { inPieces } from '../db/in-pieces'
import { inboxItems } from '../db/inbox-tables'
import { lockedItems } from '../inbox/inbox-queries'

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

type Ways = { from: string; to: string }

/** `isBack`: they came by mistake, to go where they are already, even if they went there once before. */
type WayBack = Ways & { isBack?: boolean }

/** By the ids of cards, the prints of what sets out; null where an earlier try has brought it. */
type Prints = ReadonlyMap<string, string | null>

export type Claim = { leftAs: string | null; movedAt: Date }

/**
 * Which of the cards may go there, with the prints of what set out: not those on their way to another board, nor those
 * that have gone there, and on. Asked again for the same board it is the same move. In a transaction of the caller’s, so
 * that what fails with it claims nothing.
 */
export async function claimMoves(
  tx: Queryable,
  prints: Prints,
  { from, to, isBack = false }: WayBack,
): Promise<Map<string, Claim>> {
  const cards = [...prints.keys()]
  const { boardId, card: moved, to: goal, claimedAt, stage, leftAs } = boardCardMoves
  // Still on their way here: on another node, where they have not left the board they come from.
  const onTheWay = and(eq(boardId, to), eq(goal, from), inArray(moved, cards), ne(stage, 'left'))
  const coming = await tx
    .select({ card: moved })
    .from(boardCardMoves)
    .where(and(onTheWay, gte(claimedAt, sql`now() - ${holdsFor}`)))
  const busy = new Set(coming.map(({ card }) => card))
  const free = cards.filter((card) => !busy.has(card))
  if (free.length === 0) return new Map()
  // In one order for everybody: of two who move some of the same cards one waits for the other.
  const rows = free
    .sort()
    .map((card) => ({ boardId: from, card, to, leftAs: prints.get(card) ?? null }))
  // Looked at before it left, and gone on from there: of one that has come back nothing says here that it left.
  const isDone = sql`(${stage} = 'left' and excluded.left_as is not null)`
  // Somebody may be bringing it as it was then: what was written since must not pass for what they took.
  const isUnderWay = and(eq(goal, to), eq(stage, 'going'), gte(claimedAt, sql`now() - ${holdsFor}`))
  const setOut = sql`case when ${isUnderWay} then coalesce(${leftAs}, excluded.left_as)
    else coalesce(excluded.left_as, ${leftAs}) end`
  const claimed = await tx
    .insert(boardCardMoves)
    .values(rows)
    .onConflictDoUpdate({
      target: [boardId, moved],
      set: { to, movedAt: sql`now()`, claimedAt: sql`now()`, stage: 'going', leftAs: setOut },
      // What has arrived there is there, whether or not this board has heard.
      setWhere: or(
        isBack ? eq(goal, to) : and(eq(goal, to), not(isDone)),
        and(ne(goal, to), lt(claimedAt, sql`now() - ${holdsFor}`), ne(stage, 'arrived')),
      ),
    })
    .returning({ card: moved, leftAs, movedAt: boardCardMoves.movedAt })
  return new Map(claimed.map(({ card, ...claim }) => [card, claim]))
}

/** Where cards were once to go, long enough ago that another may take them elsewhere; by their ids. */
export async function goalsLeftOpen(
  db: Queryable,
  cards: readonly string[],
  { from, to }: Ways,
): Promise<Map<string, string>> {
  const { boardId, card, to: goal, claimedAt } = boardCardMoves
  const isPast = and(ne(goal, to), lt(claimedAt, sql`now() - ${holdsFor}`))
  const open = await db
    .select({ card, goal })
    .from(boardCardMoves)
    .where(and(eq(boardId, from), inArray(card, [...cards]), isPast))
  return new Map(open.map((move) => [move.card, move.goal]))
}

/** Of cards that came from `to`, those whose way here was cut off before they left it. */
export async function arrivalsLeftOpen(
  db: Queryable,
  cards: readonly string[],
  { from, to }: Ways,
): Promise<string[]> {
  const { boardId, card, to: goal, claimedAt, stage } = boardCardMoves
  const isPast = and(ne(stage, 'left'), lt(claimedAt, sql`now() - ${holdsFor}`))
  const open = await db
    .select({ card })
    .from(boardCardMoves)
    .where(and(eq(boardId, to), eq(goal, from), inArray(card, [...cards]), isPast))
  return open.map((move) => move.card)
}

/**
 * Where those of a board stand that are written or deleted: locked in the order in which moves are begun, whatever the
 * language of the database, so that of two who lock some of the same one waits for the other.
 */
export function lockedMoves(
  db: Queryable,
  board: string,
  cards: readonly string[],
  which?: SQL,
): SQL | undefined {
  const { boardId, card } = boardCardMoves
  const theirs = and(eq(boardId, board), inArray(card, [...cards]), which)
  const locked = db
    .select({ card })
    .from(boardCardMoves)
    .where(theirs)
    .orderBy(inOrder)
    .for('update')
  return and(eq(boardId, board), inArray(card, locked))
}

/** As programs sort. */
export const inOrder = sql`${boardCardMoves.card} collate "C"`

/** They did not go. */
export function releaseMoves(db: Queryable, cards: readonly string[], { from, to }: Ways) {
  const areGoing = and(eq(boardCardMoves.to, to), eq(boardCardMoves.stage, 'going'))
  return db.delete(boardCardMoves).where(lockedMoves(db, from, cards, areGoing))
}

/** Moves that are to be brought to their end now; answers those still to the same board, with what set out. */
export async function reopenMoves(
  db: Queryable,
  cards: readonly string[],
  { from, to }: Ways,
): Promise<Map<string, string | null>> {
  const { card, to: goal, leftAs } = boardCardMoves
  const open = await db
    .update(boardCardMoves)
    .set({ stage: 'going', claimedAt: sql`now()` })
    .where(lockedMoves(db, from, cards, eq(goal, to)))
    .returning({ card, leftAs })
  return new Map(open.map((move) => [move.card, move.leftAs]))
}

/** What was said, and who watches, once it is held. Where both boards have something, it comes together. */
export async function moveTalk(
  tx: Queryable,
  cards: readonly string[],
  { from, to, isBack = false }: WayBack,
): Promise<void> {
  await moveThreads(tx, cards, { from, to })
  const ofCards = and(eq(inboxItems.roomId, from), inArray(inboxItems.card, [...cards]))
  const told = lockedItems(tx, ofCards)
  await tx.update(inboxItems).set({ roomId: to }).where(inArray(inboxItems.id, told))
  // What others made lies there now: the board is no longer what one person brought in.
  await tx.delete(boardImports).where(eq(boardImports.boardId, to))
  // They came to this board: that they left it before is over. What takes them on from here may be under way,
  // and goes on where they only come back to what never left.
  const { card, to: goal, stage, movedAt } = boardCardMoves
  const ours = alias(boardCardMoves, 'ours')
  const since = tx
    .select({ card: ours.card })
    .from(ours)
    .where(and(eq(ours.boardId, from), eq(ours.card, card), gt(ours.movedAt, movedAt)))
  const isOver = or(eq(stage, 'left'), eq(goal, from), isBack ? undefined : exists(since))
  await tx.delete(boardCardMoves).where(lockedMoves(tx, to, cards, isOver))
  const watched = and(eq(cardWatches.roomId, from), inArray(cardWatches.card, [...cards]))
  const watches = await tx.delete(cardWatches).where(watched).returning()
  for (const piece of inPieces(watches)) {
    const moved = piece.map((watch) => ({ ...watch, roomId: to }))
    await tx.insert(cardWatches).values(moved).onConflictDoNothing()
  }
}

async function moveThreads(
  tx: Queryable,
  cards: readonly string[],
  { from, to }: Ways,
): Promise<void> {
  const threadsIn = (roomId: string) =>
    tx
      .select({ id: commentThreads.id, card: commentThreads.card })
      .from(commentThreads)
      .where(and(eq(commentThreads.roomId, roomId), inArray(commentThreads.card, [...cards])))
      .orderBy(commentThreads.id)
      .for('update')
  const theirs = await threadsIn(from)
  if (theirs.length === 0) return
  const own = new Map((await threadsIn(to)).map(({ id, card }) => [card, id]))
  const alone: string[] = []
  for (const { id, card } of theirs) {
    const there = own.get(card)
    if (there === undefined) alone.push(id)
    else await tx.update(comments).set({ threadId: there }).where(eq(comments.threadId, id))
  }
  await tx.update(commentThreads).set({ roomId: to }).where(inArray(commentThreads.id, alone))
}
