import { docOf } from '@atelier/shared/docs/new-doc'
import type { BoardCard } from '@atelier/shared/projects/project'
import { and, eq, sql } from 'drizzle-orm'
import type { Database, Queryable } from '../db/database'
import { boards, rooms } from '../db/tables'
import { inMilliseconds, insertRoom, lastWrittenIn, type NewRoom } from '../projects/room-queries'
import { writeCardRows } from './card-row-queries'
import { type CardRow, cardRowsOf } from './card-rows'

export type BoardColumns = BoardCard['columns']

/** `cards` where they are known already: a large board takes a second to decode. */
export async function insertBoard(
  db: Database,
  { title, columns, cards }: { title: string; columns: BoardColumns; cards?: readonly CardRow[] },
  room: NewRoom,
): Promise<string> {
  const rows = cards ?? cardRowsOf(docOf(room.update))
  return insertRoom(db, { ...room, kind: 'board' }, async (tx, id) => {
    const summary = JSON.stringify(columns)
    const { createdBy, writtenAt: changedAt } = room
    await tx.insert(boards).values({ id, title, summary, createdBy, changedAt })
    await writeCardRows(tx, id, rows)
  })
}

/** Whether this person has made this very board, in this project. */
export async function hasMadeBoard(
  db: Queryable,
  { id, projectId, createdBy }: { id: string; projectId: string; createdBy: string },
): Promise<boolean> {
  const found = await db
    .select({ id: boards.id })
    .from(boards)
    .innerJoin(rooms, eq(rooms.id, boards.id))
    .where(and(eq(boards.id, id), eq(boards.createdBy, createdBy), eq(rooms.projectId, projectId)))
  return found.length > 0
}

/** Until the transaction ends, nobody else writes what lists know of this board. */
export const lockBoard = (tx: Queryable, id: string) =>
  tx.select({ id: boards.id }).from(boards).where(eq(boards.id, id)).for('no key update')

/** Says whether anything in the lists is now different: at least when it was changed last. */
export async function writeSummary(
  db: Queryable,
  id: string,
  { title, columns }: { title: string; columns: BoardColumns },
): Promise<boolean> {
  const summary = JSON.stringify(columns)
  const written = lastWrittenIn(id, boards.changedAt)
  const before = sql`(${boards.title}, ${boards.summary}, ${inMilliseconds(boards.changedAt)})`
  const now = sql`(${title}, ${summary}, ${written})`
  const changed = await db
    .update(boards)
    .set({ title, summary, changedAt: written })
    .where(and(eq(boards.id, id), sql`${before} is distinct from ${now}`))
    .returning({ id: boards.id })
  return changed.length > 0
}
