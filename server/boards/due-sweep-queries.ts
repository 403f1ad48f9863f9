/**
 * Tells people of their cards that are due tomorrow, or were due: once for each card and day, on whichever node
 * and board, as a card keeps its id when it moves. Who has muted a board is told, too: these cards are theirs.
 */
import { mostInbox } from '@atelier/shared/inbox/inbox'
import { dayIn } from '@atelier/shared/people/time-zone'
import { isNotNull, type SQL, sql } from 'drizzle-orm'
import type { Database, Queryable } from '../db/database'
import { people } from '../db/tables'
import { dropOldest, mostOfRoom } from '../inbox/drop-item-queries'

const dayMs = 86_400_000
/** What was due before is no news any more, also where no server ran for a while. */
const overdueDays = 7
/**
 * Of what is due, told or not: what is beyond is told to nobody. So much fewer than an inbox keeps that what was
 * told is still there at the next sweep, and is not told again. Each board has its turn.
 */
const mostOfBoard = mostOfRoom / 2
const mostForOne = mostInbox / 2

/** Everybody's days are those where they are, as far as that is known: else those of UTC. Answers who was told. */
export async function tellDue(db: Database, now: Date): Promise<string[]> {
  const dueOn = sql`c.due_on collate "C"`
  return db.transaction(async (tx) => {
    const zones = await zonesOf(tx)
    const days = zones.map((zone) => daysIn(zone, now))
    const { rows } = await tx.execute<{ person_id: string }>(sql`
      with days (zone, today, tomorrow, first) as (
        values ${sql.join(days, sql`, `)}
      ), mine as (
        select p.person_id, c.board_id, c.id as card_id, c.due_on,
          case when ${dueOn} < days.today collate "C" then 'overdue' else 'due-tomorrow' end as kind
        from board_cards c
        join board_card_people p on p.board_id = c.board_id and p.card_id = c.id and p.assigned
        join boards b on b.id = c.board_id and b.trashed_at is null
        join rooms r on r.id = c.board_id
        join projects j on j.id = r.project_id and j.archived_at is null
        join people who on who.id = p.person_id and who.workspace_id = j.workspace_id
          and who.suspended_at is null
        join days on days.zone = coalesce(who.time_zone, ${utc})
        left join project_members m on m.project_id = j.id and m.person_id = who.id
        where not c.done and not c.archived
          and (c.due_on = days.tomorrow
            or (${dueOn} < days.today collate "C" and ${dueOn} >= days.first collate "C"))
          and (m.role is not null or who.role in ('owner', 'admin'))
      ), due as (
        select *, kind || ' ' || card_id || ' ' || due_on as key,
          row_number() over (partition by person_id, board_id order by due_on desc, card_id)
            as of_board
        from mine
        where not exists (
          select 1 from inbox_off o where o.person_id = mine.person_id and o.kind = mine.kind)
      ), bounded as (
        select *, row_number() over (
          partition by person_id order by of_board, due_on desc, board_id, card_id) as nth
        from due where of_board <= ${mostOfBoard}
      )
      insert into inbox_items (person_id, kind, room_id, card, day, key)
      select person_id, kind, board_id, card_id, due_on, key from bounded where nth <= ${mostForOne}
        and not exists (
          select 1 from inbox_items i where i.person_id = bounded.person_id and i.key = bounded.key)
      order by person_id, key collate "C"
      on conflict do nothing returning person_id`)
    const told = [...new Set(rows.map(({ person_id }) => person_id))]
    await dropOldest(tx, told)
    return told
  })
}

const utc = 'UTC'

async function zonesOf(tx: Queryable): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ zone: people.timeZone })
    .from(people)
    .where(isNotNull(people.timeZone))
  return [...new Set([utc, ...rows.flatMap(({ zone }) => zone ?? [])])]
}

/** Not left to the database: names of zones that it does not know would stop it. */
function daysIn(zone: string, now: Date): SQL {
  const today = dayIn(zone, now)
  const day = (days: number) =>
    new Date(Date.parse(today) + days * dayMs).toISOString().slice(0, 10)
  return sql`(${zone}::text, ${today}::text, ${day(1)}::text, ${day(-overdueDays)}::text)`
}
