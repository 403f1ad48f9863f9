/** The bin: boards that are out of sight until they are restored or their time is over. */
import { type Actor, can } from '@atelier/shared/access/can'
import type { BinnedRoom } from '@atelier/shared/projects/bin'
import { refuse } from '@atelier/shared/refusals'
import { and, desc, eq, inArray, isNotNull, isNull, lt } from 'drizzle-orm'
import { boardSubjectOf, withBoardRights } from '../access/board-access-queries'
import { visibleTo } from '../access/project-access-queries'
import type { Database, Queryable } from '../db/database'
import { boards, rooms } from '../db/tables'
import { asBinned, binEndsBefore } from '../projects/bin-queries'
import { eraseBoards, lockForErasing } from './erase-board-queries'

/** Where it lies there already, it stays as it went. */
export const trashBoard = (db: Queryable, { personId }: Actor, boardId: string) =>
  db
    .update(boards)
    .set({ trashedAt: new Date(), trashedBy: personId })
    .where(and(eq(boards.id, boardId), isNull(boards.trashedAt)))

export const restoreBoard = (db: Queryable, boardId: string) =>
  db.update(boards).set({ trashedAt: null, trashedBy: null }).where(eq(boards.id, boardId))

/** What the actor could take out again, the latest first. */
export async function listBinnedBoards(
  db: Queryable,
  actor: Actor,
  projectId: string,
): Promise<BinnedRoom[]> {
  const rows = await withBoardRights(db, actor)
    .where(and(visibleTo(actor), isNotNull(boards.trashedAt), eq(rooms.projectId, projectId)))
    .orderBy(desc(boards.trashedAt), boards.id)
  const shown = rows.filter((row) => can(actor, 'read', boardSubjectOf(row)))
  return asBinned(
    db,
    'board',
    shown.map(({ board }) => board),
    () => 0,
  )
}

/** For good; refused with `conflict` where somebody has just taken it out. */
export const eraseBoard = (db: Database, boardId: string): Promise<void> =>
  db.transaction(async (tx) => {
    await lockForErasing(tx, [boardId])
    const [gone] = await tx
      .select({ id: boards.id })
      .from(boards)
      .where(and(eq(boards.id, boardId), isNotNull(boards.trashedAt)))
    if (!gone) refuse('conflict')
    await eraseBoards(tx, [boardId])
  })

/** Those whose time in the bin is over, one after the other. Resolves with how many. */
export async function eraseLongGoneBoards(db: Database, now = new Date()): Promise<number> {
  const isOver = lt(boards.trashedAt, binEndsBefore(now))
  const rows = await db.select({ id: boards.id }).from(boards).where(isOver).orderBy(boards.id)
  for (const { id } of rows) {
    await db.transaction(async (tx) => {
      await lockForErasing(tx, [id])
      // Whoever restores it at this moment was first.
      const still = await tx
        .select({ id: boards.id })
        .from(boards)
        .where(and(inArray(boards.id, [id]), isOver))
      await eraseBoards(
        tx,
        still.map((one) => one.id),
      )
    })
  }
  return rows.length
}
