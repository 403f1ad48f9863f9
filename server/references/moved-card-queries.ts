/** The ways of cards over boards, as far as records know them: a card keeps its id wherever it goes. */
import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../db/database'

export type CardAt = { boardId: string; id: string }

export const keyOfCard = ({ boardId, id }: CardAt): string => `${boardId} ${id}`

/**
 * Of the moves `m`, those that hold: the card has arrived, and what stayed behind was not made a card of its own
 * board again. As of when that board was last quiet.
 */
const holds = sql`m.stage <> 'going' and not exists (
  select 1 from board_cards c
  where c.board_id = m.board_id and c.id = m.card and not c.archived and c.changed_at > m.moved_at)`

/** That board and those from which the card came there, each once, also where they make a circle. */
export async function boardsOfCard(db: Queryable, { boardId, id }: CardAt): Promise<string[]> {
  const { rows } = await db.execute<{ board: string }>(sql`
    with recursive way (board) as (
      select ${boardId}::uuid
      union
      select m.board_id from way join board_card_moves m on m.to_board = way.board
      where m.card = ${id} and ${holds}
    )
    select board from way`)
  return rows.map(({ board }) => board)
}

/**
 * On which board each of these cards is now, by `keyOfCard`; nothing for those that are where they were said to be,
 * and for those that go round in a circle. Whether anybody may read that board is the caller's question.
 */
export async function homesOf(
  db: Queryable,
  cards: readonly CardAt[],
): Promise<Map<string, CardAt>> {
  if (cards.length === 0) return new Map()
  const asked: SQL[] = cards.map(({ boardId, id }) => sql`(${boardId}::uuid, ${id}::text)`)
  const { rows } = await db.execute<{ from: string; id: string; boardId: string }>(sql`
    with recursive way (start, card, board) as (
      select asked.board, asked.card, m.to_board
      from (values ${sql.join(asked, sql`, `)}) asked (board, card)
      join board_card_moves m on m.board_id = asked.board and m.card = asked.card
      where ${holds}
      union
      select way.start, way.card, m.to_board
      from way join board_card_moves m on m.board_id = way.board and m.card = way.card
      where ${holds}
    )
    select way.start as "from", way.card as "id", way.board as "boardId" from way
    where way.board <> way.start and not exists (
      select 1 from board_card_moves m
      where m.board_id = way.board and m.card = way.card and ${holds})`)
  return new Map(
    rows.map(({ from, id, boardId }) => [keyOfCard({ boardId: from, id }), { boardId, id }]),
  )
}
