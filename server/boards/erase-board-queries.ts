/** Deleting boards for good, with everything that belongs to them in any table. */
import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { boardCardMoves } from '../db/card-tables'
import type { Queryable } from '../db/database'
import { eraseWith } from '../db/erase-with'
import { inboxItems } from '../db/inbox-tables'
import { boards, rooms } from '../db/tables'
import { workshopResults } from '../db/workshop-tables'
import { lockedItems } from '../inbox/inbox-queries'

/** In a transaction, until it ends: nobody writes on these boards, or begins to keep anything of them. */
export async function lockForErasing(tx: Queryable, ids: string[]): Promise<void> {
  await tx
    .select({ id: rooms.id })
    .from(rooms)
    .where(inArray(rooms.id, ids))
    .orderBy(rooms.id)
    .for('update')
  // After the room, as whoever writes what lists know of it does: two that wait for each other wait for ever.
  await tx
    .select({ id: boards.id })
    .from(boards)
    .where(inArray(boards.id, ids))
    .orderBy(boards.id)
    .for('update')
}

/**
 * In the transaction that has locked them: all of it goes or nothing. What cards took along to other boards
 * is theirs by then, and stays. The bytes of files are the file store's to clear away.
 */
export async function eraseBoards(tx: Queryable, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await lockedItems(tx, inArray(inboxItems.roomId, ids))
  await bridgeMoves(tx, ids)
  // What a workshop came to stays there, also without its card.
  await tx
    .update(workshopResults)
    .set({ cardId: null, boardId: null })
    .where(inArray(workshopResults.boardId, ids))
  await eraseWith(tx, 'rooms', inArray(rooms.id, ids))
}

/** Cards that went on from there: the boards before lead to where they went. Over one board that goes at a time. */
async function bridgeMoves(tx: Queryable, ids: readonly string[]): Promise<void> {
  const next = alias(boardCardMoves, 'next')
  // Where a card has not left the board before, that is still to be done.
  const stage = sql`case when ${boardCardMoves.stage} = 'left' then ${next.stage}
    when ${next.stage} = 'going' then 'going' else ${boardCardMoves.stage} end`
  for (const id of ids)
    await tx
      .update(boardCardMoves)
      .set({
        to: next.to,
        stage,
        movedAt: next.movedAt,
        claimedAt: next.claimedAt,
      })
      .from(next)
      .where(
        and(
          eq(boardCardMoves.to, id),
          eq(next.boardId, id),
          eq(next.card, boardCardMoves.card),
          ne(next.to, boardCardMoves.boardId),
        ),
      )
}
