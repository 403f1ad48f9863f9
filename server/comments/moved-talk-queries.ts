/** Where a card went, for what is said about it and who watches it. */
import { and, eq, sql } from 'drizzle-orm'
import { boardCardMoves } from '../db/card-tables'
import type { Queryable } from '../db/database'

type CardPlace = { roomId: string; card: string }

/** How a card left a board, the last time it did. */
export type Leaving = { to: string; stage: 'going' | 'arrived' | 'left'; movedAt: Date }

export async function leavingOf(db: Queryable, place: CardPlace): Promise<Leaving | null> {
  const { to, stage, movedAt } = boardCardMoves
  const [row] = await db.select({ to, stage, movedAt }).from(boardCardMoves).where(ofCard(place))
  return row ?? null
}

const ofCard = ({ roomId, card }: CardPlace) =>
  and(eq(boardCardMoves.boardId, roomId), eq(boardCardMoves.card, card))

/**
 * Keeps what is said about cards, and who watches them, where it is until the transaction ends. Asked for before
 * anything else is locked, and of many in one order, so that of two who want some of the same one waits.
 */
export const holdTalk = (tx: Queryable, cards: readonly string[]): Promise<unknown> =>
  tx.execute(sql`
    select pg_advisory_xact_lock(${talkLock}, place) from (
      select distinct hashtext(card) as place from unnest(${sql.param([...cards])}::text[]) as of(card) order by place
    ) places`)

/** A number of ours among the database’s locks of two numbers. */
const talkLock = 7311

/** Holds the talk, and says whether it is still as it was when somebody looked where the card is. */
export async function isTalkAsSeen(
  tx: Queryable,
  place: CardPlace,
  seen: Leaving | null,
): Promise<boolean> {
  await holdTalk(tx, [place.card])
  const now = await leavingOf(tx, place)
  if (!now || !seen) return now === seen
  const isSameMove = now.to === seen.to && now.movedAt.getTime() === seen.movedAt.getTime()
  return isSameMove && now.stage === seen.stage
}
