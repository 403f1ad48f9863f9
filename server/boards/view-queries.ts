/** What people keep as their views of a board. */
import { mostViews } from '@atelier/shared/boards/view'
import { type PutView, type SavedView, savedViewOf } from '@atelier/shared/boards/view-contract'
import { refuse } from '@atelier/shared/refusals'
import { and, asc, count, eq, ne } from 'drizzle-orm'
import { boardViews } from '../db/board-view-tables'
import type { Database, Queryable } from '../db/database'
import { people } from '../db/tables'

/** Somebody, on a board they may read. */
export type Whose = { boardId: string; personId: string }

const own = ({ boardId, personId }: Whose) =>
  and(eq(boardViews.personId, personId), eq(boardViews.boardId, boardId))

/** The oldest first. One that only a newer version understands is left where it is. */
export async function listViews(db: Queryable, whose: Whose): Promise<SavedView[]> {
  const rows = await db
    .select()
    .from(boardViews)
    .where(own(whose))
    .orderBy(asc(boardViews.createdAt), asc(boardViews.id))
  return rows.flatMap(({ id, name, view: json, isStart }) => {
    const view = savedViewOf(json)
    return view ? { id, name, view, isStart } : []
  })
}

/** Refuses with `not-found` an id that is somebody else's, or another board's. */
export async function saveView(
  db: Database,
  id: string,
  whose: Whose,
  { name, view, isStart }: PutView,
): Promise<void> {
  await db.transaction(async (tx) => {
    // Two devices of one person, at once, count and choose one after the other.
    const me = eq(people.id, whose.personId)
    await tx.select({ id: people.id }).from(people).where(me).for('no key update')
    const [known] = await tx
      .select({ others: count() })
      .from(boardViews)
      .where(and(own(whose), ne(boardViews.id, id)))
    if ((known?.others ?? 0) >= mostViews) refuse('too-many')
    if (isStart) await tx.update(boardViews).set({ isStart: false }).where(own(whose))
    const values = { name, view: JSON.stringify(view), isStart }
    const rows = await tx
      .insert(boardViews)
      .values({ id, ...whose, ...values })
      .onConflictDoUpdate({ target: boardViews.id, set: values, setWhere: own(whose) })
      .returning({ id: boardViews.id })
    if (rows.length === 0) refuse('not-found')
  })
}

export async function deleteView(db: Queryable, id: string, whose: Whose): Promise<void> {
  const rows = await db
    .delete(boardViews)
    .where(and(own(whose), eq(boardViews.id, id)))
    .returning({ id: boardViews.id })
  if (rows.length === 0) refuse('not-found')
}
