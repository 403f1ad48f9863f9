/** Moves of cards that were begun and not brought to their end. */
import { inArray, sql } from 'drizzle-orm'
import { holdTalk } from '../comments/moved-talk-queries'
import type { Database, Queryable } from '../db/database'
import { rooms } from '../db/tables'
import { moveTalk } from './moving-card-queries'

export type OpenMove = {
  board: string
  card: string
  to: string
  /** As the database writes it. */
  claimedAt: string
  /** The print of what set out, where that was noted. */
  leftAs: string | null
}

/** Longer than anybody who is alive takes, and longer than a claim holds against other boards. */
const cutOffAfter = sql`interval '2 minutes'`

/**
 * Takes some whose server seems to be gone, the oldest first; where a card was to go on from there and that was cut
 * off, too, its last way comes first; in a circle of such ways the one that was begun last. Each is one node's: to the others it is as if it had just begun, and if that
 * node dies, too, it is taken again.
 */
export async function takeOpenMoves(db: Queryable, most: number): Promise<OpenMove[]> {
  const { rows } = await db.execute<{
    board_id: string
    card: string
    to_board: string
    claimed_at: string
    left_as: string | null
  }>(sql`
    with open as (
      select m.board_id, m.card, m.claimed_at from board_card_moves m
      where m.stage <> 'left' and m.claimed_at < now() - ${cutOffAfter} and (
        with recursive way (source, board, since) as (
          select m.board_id, m.to_board, m.moved_at
          union
          select n.board_id, n.to_board, n.moved_at from way join board_card_moves n
            on n.board_id = way.board and n.card = m.card and n.stage <> 'left')
        select case when bool_or(board = m.board_id)
          then (array_agg(source order by since desc, source))[1] = m.board_id
          else count(*) = 1 end
        from way)
      order by m.claimed_at, m.board_id, m.card limit ${most} for update of m skip locked
    ), taken as (
      update board_card_moves m set claimed_at = now() from open
      where m.board_id = open.board_id and m.card = open.card
      returning m.board_id, m.card, m.to_board, m.left_as, open.claimed_at as since, m.claimed_at::text as claimed_at
    )
    select board_id, card, to_board, claimed_at, left_as from taken order by since, board_id, card`)
  return rows.map((row) => ({
    ...{ board: row.board_id, card: row.card, to: row.to_board, claimedAt: row.claimed_at },
    leftAs: row.left_as,
  }))
}

/**
 * Those nobody has taken in hand since, each claimed once more: for a minute no board takes the card elsewhere.
 * Whoever waited long must ask, or a card that has come back meanwhile would be sent away again.
 */
export async function claimAgain(
  db: Queryable,
  moves: readonly OpenMove[],
): Promise<readonly OpenMove[]> {
  const list = (of: keyof OpenMove) => sql.param(moves.map((move) => move[of]))
  const { rows } = await db.execute<{ board_id: string; card: string; claimed_at: string }>(sql`
    update board_card_moves m set claimed_at = now()
    from unnest(${list('board')}::uuid[], ${list('card')}::text[], ${list('to')}::uuid[],
      ${list('claimedAt')}::timestamptz[]) as ours(board_id, card, to_board, claimed_at)
    where m.board_id = ours.board_id and m.card = ours.card and m.to_board = ours.to_board
      and m.stage <> 'left' and m.claimed_at = ours.claimed_at
    returning m.board_id, m.card, m.claimed_at::text as claimed_at`)
  const again = new Map(rows.map((row) => [`${row.board_id} ${row.card}`, row.claimed_at]))
  return moves.flatMap((move) => {
    const claimedAt = again.get(`${move.board} ${move.card}`)
    return claimedAt === undefined ? [] : [{ ...move, claimedAt }]
  })
}

/**
 * It never got there: it stays where it is, and what was said about it comes back from where that is, `talkOn`. Unless
 * somebody else has taken it in hand since.
 */
export const dropOpenMove = (
  db: Database,
  { board, card, claimedAt }: OpenMove,
  talkOn: string,
): Promise<void> =>
  db.transaction(async (tx) => {
    await holdTalk(tx, [card])
    const { rows } = await tx.execute<{ stage: string }>(sql`
      delete from board_card_moves where board_id = ${board} and card = ${card}
        and stage <> 'left' and claimed_at = ${claimedAt}::timestamptz returning stage`)
    if (rows[0]?.stage === 'arrived' && talkOn !== board)
      await moveTalk(tx, [card], { from: talkOn, to: board })
  })

/** Of these boards, those that are there still. */
export async function withProjects(db: Queryable, boards: readonly string[]) {
  const rows = await db
    .select({ id: rooms.id, projectId: rooms.projectId })
    .from(rooms)
    .where(inArray(rooms.id, [...boards]))
  return rows.flatMap(({ id, projectId }) =>
    projectId === null ? [] : [{ id, project: { id: projectId } }],
  )
}
