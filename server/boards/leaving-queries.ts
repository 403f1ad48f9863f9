/** Which cards leave a board now: whoever was slow finds that others have ended their moves, or begun new ones. */
import { refuse } from '@atelier/shared/refusals'
import { and, eq, inArray } from 'drizzle-orm'
import { holdTalk, type Leaving } from '../comments/moved-talk-queries'
import { boardCardMoves } from '../db/card-tables'
import type { Queryable } from '../db/database'
import { rooms } from '../db/tables'
import { moveTalk } from './moving-card-queries'

/** `claimed`: the board to which their moves were begun, where they have gone on from there. */
export type Way = { from: string; to: string; claimed?: string }

/**
 * `leaves`: the card is to leave, and what is said about it has gone. `ended`: that is somebody else’s, or done.
 * `astray`: it came back since, or goes to another board.
 */
export type Leaves = 'leaves' | 'ended' | 'astray'

/**
 * Of cards that are on the board `to`. `stayed`: those that have not come to `from` anew since they were looked at.
 * Of those a move that nobody knows of any more is written down again.
 */
export async function beginLeaving(
  tx: Queryable,
  cards: readonly string[],
  { from, to, claimed = to }: Way,
  stayed: ReadonlySet<string>,
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
    .orderBy(boardCardMoves.card)
    .for('update')
  const moves = new Map(begun.map((move) => [move.card, move]))
  const becomes = (card: string): Leaves => {
    const move = moves.get(card)
    if (move && move.to !== claimed) return 'astray'
    if (!move) return stayed.has(card) ? 'leaves' : 'astray'
    return move.stage !== 'left' && stayed.has(card) ? 'leaves' : 'ended'
  }
  const all = new Map(cards.map((card) => [card, becomes(card)]))
  const forgotten = cards.filter((card) => all.get(card) === 'leaves' && !moves.has(card))
  const noted = await noteAgain(tx, forgotten, { from, to })
  for (const card of forgotten) if (!noted.has(card)) all.set(card, 'astray')
  const leaving = cards.filter((card) => all.get(card) === 'leaves')
  if (leaving.length === 0) return all
  await moveTalk(tx, leaving, { from, to })
  await noteStage(tx, leaving, { from, to: claimed }, 'arrived')
  return all
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
    .where(
      and(
        eq(boardCardMoves.boardId, from),
        inArray(boardCardMoves.card, [...cards]),
        eq(boardCardMoves.to, to),
      ),
    )
