/** What the boards that cards came from have told of them: a card keeps its id wherever it goes. */
import { sql } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { inPieces } from '../db/in-pieces'
import type { CardPerson } from './card-rows'

type Row = CardPerson & { card: string }

/**
 * Of those cards that came since the rows of this board were written: who was on them where they were before.
 * A board that did not get to write of a card while it was there is passed over, for the one before it.
 */
export async function peopleBefore(
  tx: Queryable,
  boardId: string,
  ids: readonly string[],
): Promise<Map<string, CardPerson[]>> {
  const found = new Map<string, CardPerson[]>()
  for (const piece of inPieces(ids)) {
    const cards = sql.join(
      piece.map((id) => sql`${id}`),
      sql`, `,
    )
    const { rows } = await tx.execute<Omit<Row, 'personId'> & { personId: string | null }>(sql`
      with recursive way (card, board) as (
        (select distinct on (m.card) m.card, m.board_id
          from board_card_moves m
          left join board_cards here on here.board_id = m.to_board and here.id = m.card
          where m.to_board = ${boardId} and m.card in (${cards})
            and (here.id is null or here.changed_at < m.moved_at)
          order by m.card, m.moved_at desc)
        union
        select before.card, before.board_id from way, lateral (
          select m.card, m.board_id from board_card_moves m
          where m.to_board = way.board and m.card = way.card
          order by m.moved_at desc limit 1) before
        where not exists (
          select 1 from board_cards c where c.board_id = way.board and c.id = way.card)
      )
      select way.card, p.person_id as "personId", p.assigned, p.asked, p.learned, p.helps, p.mentioned
      from way join board_cards c on c.board_id = way.board and c.id = way.card
      left join board_card_people p on p.board_id = c.board_id and p.card_id = c.id
      order by way.card, p.person_id`)
    for (const { card, personId, ...is } of rows) {
      const people = found.get(card) ?? []
      found.set(card, people)
      if (personId !== null) people.push({ personId, ...is })
    }
  }
  return found
}
