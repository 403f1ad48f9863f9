/** Which cards leave a board now: whoever was slow finds that others have ended their moves, or begun new ones. */
import { refuse } from '@atelier/shared/refusals'
import { and, eq, inArray } from 'drizzle-orm'
import { holdTalk, type Leaving } from '../comments/moved-talk-queries'
import { boardCardMoves } from '../db/card-tables'
import type { Queryable } from '../db/database'
import { rooms } from '../db/tables'
import { inOrder, lockedMoves, moveTalk } from './moving-card-queries'

/**
 * `claimed`: the board to which their moves were begun, where they have gone on from there. `isBack`: they came to
 * `from` by mistake, and are on the other already.
 */
export type Way = { from: string; to: string; claimed?: string; isBack?: boolean }

/**
 * `leaves`: the card is to leave, and what is said about it has gone. `ended`: that is somebody else’s, or done.
 * `astray`: it came back since, or goes to another board.
 */
export type Leaves = 'leaves' | 'ended' | 'astray'

/** Of cards that are to leave. */
type Seen = {
  /** Those that have not come to the board anew since they were looked at. */
  stayed: ReadonlySet<string>
  /** When those set out that are where they went: a move that nobody knows of any more is written down again. */
  there: ReadonlyMap<string, Date>
}

/** Of cards that came to the board `to`. */
export async function beginLeaving(
  tx: Queryable,
  cards: readonly string[],
  { from, to, claimed = to, isBack }: Way,
  { stayed, there }: Seen,
): Promise<Map<string, Leaves>> {
  await holdTalk(tx, cards)
  // An import that is undone meanwhile takes its room with it: then the cards stay where they are.
  const boards = tx
    .select({ id: rooms.id })
    .from(rooms)
    .where(inArray(rooms.id, [from, to]))
  if ((await boards.orderBy(rooms.id).for('key share')).length < 2) refuse('not-found')
  const begun = await tx
    .select()
    .from(boardCardMoves)
    .where(and(eq(boardCardMoves.boardId, from), inArray(boardCardMoves.card, [...cards])))
    .orderBy(inOrder)
    .for('update')
  const moves = new Map(begun.map((move) => [move.card, move]))
  const unknown = cards.filter((card) => !moves.has(card) && stayed.has(card) && there.has(card))
  const back = await cameSince(tx, unknown, from, there)
  const mayGo = new Set(unknown.filter((card) => !back.has(card)))
  const becomes = (card: string): Leaves => {
    const move = moves.get(card)
    if (move && move.to !== claimed) return 'astray'
    if (!move) return mayGo.has(card) ? 'leaves' : 'astray'
    return move.stage !== 'left' && stayed.has(card) ? 'leaves' : 'ended'
  }
  const all = new Map(cards.map((card) => [card, becomes(card)]))
  const forgotten = cards.filter((card) => all.get(card) === 'leaves' && !moves.has(card))
  const noted = await noteAgain(tx, forgotten, { from, to })
  for (const card of forgotten) if (!noted.has(card)) all.set(card, 'astray')
  const leaving = cards.filter((card) => all.get(card) === 'leaves')
  if (leaving.length === 0) return all
  await moveTalk(tx, leaving, { from, to, isBack })
  await noteStage(tx, leaving, { from, to: claimed }, 'arrived')
  return all
}

/** Those that came back over other boards: where they had never left, nothing on the board tells of it. */
async function cameSince(
  tx: Queryable,
  cards: readonly string[],
  board: string,
  setOut: ReadonlyMap<string, Date>,
): Promise<Set<string>> {
  if (cards.length === 0) return new Set()
  const { card, to, movedAt } = boardCardMoves
  const ways = await tx
    .select({ card, movedAt })
    .from(boardCardMoves)
    .where(and(eq(to, board), inArray(card, [...cards])))
  const isLater = (way: { card: string; movedAt: Date }) =>
    way.movedAt > (setOut.get(way.card) ?? way.movedAt)
  return new Set(ways.filter(isLater).map((way) => way.card))
}

/** Answers which: not those that somebody has begun to take elsewhere this very moment. */
async function noteAgain(tx: Queryable, cards: readonly string[], { from, to }: Way) {
  if (cards.length === 0) return new Set<string>()
  const rows = [...cards].sort().map((card) => ({ boardId: from, card, to }))
  const noted = await tx
    .insert(boardCardMoves)
    .values(rows)
    .onConflictDoNothing()
    .returning({ card: boardCardMoves.card })
  return new Set(noted.map(({ card }) => card))
}

export const noteStage = (
  tx: Queryable,
  cards: readonly string[],
  { from, to }: Way,
  stage: Leaving['stage'],
) =>
  tx
    .update(boardCardMoves)
    .set({ stage })
    .where(lockedMoves(tx, from, cards, eq(boardCardMoves.to, to)))
