/** A board that was brought in is taken away again as one, while nobody else has written on it. */
import { refuse } from '@atelier/shared/refusals'
import { and, eq, sql } from 'drizzle-orm'
import type { Database, Queryable } from '../db/database'
import { boardImports } from '../db/import-tables'
import { boards, rooms } from '../db/tables'

/** Whether this person brought it in, and is the only one who wrote, said or keeps anything on it. */
export async function mayUndo(db: Queryable, boardId: string, personId: string): Promise<boolean> {
  const [mine] = await db
    .select({ id: boardImports.boardId })
    .from(boardImports)
    .where(and(eq(boardImports.boardId, boardId), eq(boardImports.personId, personId)))
  if (!mine) return false
  const { rows } = await db.execute(sql`
    select 1 from (
      select person_id from room_updates where room_id = ${boardId}
      union all select person_id from room_updates_replaced where room_id = ${boardId}
      union all select person_id from room_history where room_id = ${boardId}
      union all select created_by from files where room_id = ${boardId}
      union all select created_by from comment_threads where room_id = ${boardId}
      union all select c.author_id from comments c join comment_threads t on t.id = c.thread_id
        where t.room_id = ${boardId}
          and (c.imported_by is distinct from ${personId} or c.edited_at is not null)
      union all select r.person_id from comment_reactions r join comments c on c.id = r.comment_id
        join comment_threads t on t.id = c.thread_id where t.room_id = ${boardId}
      union all select created_by from board_rules where board_id = ${boardId}
      union all select person_id from board_views where board_id = ${boardId}
      union all select person_id from calendar_feeds where board_id = ${boardId}
      union all select person_id from card_watches where room_id = ${boardId} and watching
    ) as written
    where person_id <> ${personId} limit 1`)
  return rows.length === 0
}

/** Whoever writes at this moment was first, or writes into a room that is not there any more and is told so. */
export async function undoImport(db: Database, boardId: string, personId: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.select({ id: rooms.id }).from(rooms).where(eq(rooms.id, boardId)).for('update')
    // After the room, as whoever writes what lists know of it does: two that wait for each other wait for
    // ever. For update: nobody begins to keep anything of it meanwhile.
    await tx.select({ id: boards.id }).from(boards).where(eq(boards.id, boardId)).for('update')
    if (!(await mayUndo(tx, boardId, personId))) refuse('conflict')
    await eraseWith(tx, 'rooms', sql`id = ${boardId}`)
  })
}

type Pointing = { table: string; own: string[]; theirs: string[] }

/** Rows of a table, and before them all rows in any table that point at them. */
async function eraseWith(
  tx: Queryable,
  table: string,
  which: ReturnType<typeof sql>,
): Promise<void> {
  for (const { table: other, own, theirs } of await pointingAt(tx, table)) {
    const names = (columns: string[]) =>
      sql.join(
        columns.map((column) => sql.identifier(column)),
        sql`, `,
      )
    const theirRows = sql`select ${names(theirs)} from ${sql.identifier(table)} where ${which}`
    await eraseWith(tx, other, sql`(${names(own)}) in (${theirRows})`)
  }
  await tx.execute(sql`delete from ${sql.identifier(table)} where ${which}`)
}

/** Asked of the database: a table that is added later is not forgotten. Rows that point at their own table are one board's. */
async function pointingAt(tx: Queryable, table: string): Promise<Pointing[]> {
  const columns = (of: ReturnType<typeof sql>, keys: ReturnType<typeof sql>) => sql`
    (select json_agg(attname order by place) from unnest(${keys}) with ordinality as k(number, place)
     join pg_attribute on attrelid = ${of} and attnum = k.number)`
  const { rows } = await tx.execute<Pointing>(sql`
    select (select relname from pg_class where oid = conrelid) as "table",
      ${columns(sql`conrelid`, sql`conkey`)} as own,
      ${columns(sql`confrelid`, sql`confkey`)} as theirs
    from pg_constraint
    where contype = 'f' and confrelid = ${table}::regclass and conrelid <> confrelid
    order by 1`)
  return rows as Pointing[]
}
