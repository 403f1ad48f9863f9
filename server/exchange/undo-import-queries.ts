/** A board that was brought in is taken away again as one, while nobody else has written on it. */
import { refuse } from '@atelier/shared/refusals'
import { and, eq, sql } from 'drizzle-orm'
import { eraseBoards, lockForErasing } from '../boards/erase-board-queries'
import type { Database, Queryable } from '../db/database'
import { boardImports } from '../db/import-tables'

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
          and (c.imported_by is distinct from ${personId} or r.created_at > c.created_at)
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
    await lockForErasing(tx, [boardId])
    if (!(await mayUndo(tx, boardId, personId))) refuse('conflict')
    await eraseBoards(tx, [boardId])
  })
}
