/** The bin: workshops that are out of sight until they are restored or their time is over. */
import { type Actor, can, type ProjectSubject } from '@atelier/shared/access/can'
import type { BinnedRoom } from '@atelier/shared/projects/bin'
import { refuse } from '@atelier/shared/refusals'
import { and, desc, eq, isNotNull, isNull, lt } from 'drizzle-orm'
import type { Database, Queryable } from '../db/database'
import { rooms } from '../db/tables'
import { workshops } from '../db/workshop-tables'
import { asBinned, binEndsBefore } from '../projects/bin-queries'
import { eraseWorkshopIn, lockForErasing } from './erase-workshop-queries'

/** Where it lies there already, it stays as it went. */
export const trashWorkshop = (db: Queryable, personId: string, workshopId: string) =>
  db
    .update(workshops)
    .set({ trashedAt: new Date(), trashedBy: personId })
    .where(and(eq(workshops.id, workshopId), isNull(workshops.trashedAt)))

export const restoreWorkshop = (db: Queryable, workshopId: string) =>
  db.update(workshops).set({ trashedAt: null, trashedBy: null }).where(eq(workshops.id, workshopId))

/** What the actor could take out again, the latest first. */
export async function listBinnedWorkshops(
  db: Queryable,
  actor: Actor,
  project: ProjectSubject & { id: string },
): Promise<BinnedRoom[]> {
  if (!can(actor, 'edit', project)) return []
  const rows = await db
    .select({
      id: workshops.id,
      title: workshops.title,
      trashedAt: workshops.trashedAt,
      trashedBy: workshops.trashedBy,
    })
    .from(workshops)
    .innerJoin(rooms, eq(rooms.id, workshops.id))
    .where(and(eq(rooms.projectId, project.id), isNotNull(workshops.trashedAt)))
    .orderBy(desc(workshops.trashedAt), workshops.id)
  return asBinned(db, 'workshop', rows, () => 0)
}

/** For good; refused with `conflict` where somebody has just taken it out. Resolves with its rooms. */
export const eraseWorkshop = (db: Database, workshopId: string): Promise<string[]> =>
  db.transaction(async (tx) => {
    await lockForErasing(tx, workshopId)
    const [gone] = await tx
      .select({ id: workshops.id })
      .from(workshops)
      .where(and(eq(workshops.id, workshopId), isNotNull(workshops.trashedAt)))
    if (!gone) refuse('conflict')
    return eraseWorkshopIn(tx, workshopId)
  })

/** Those whose time in the bin is over, one after the other. Resolves with how many. */
export async function eraseLongGoneWorkshops(db: Database, now = new Date()): Promise<number> {
  const isOver = lt(workshops.trashedAt, binEndsBefore(now))
  const rows = await db
    .select({ id: workshops.id })
    .from(workshops)
    .where(isOver)
    .orderBy(workshops.id)
  for (const { id } of rows) {
    await db.transaction(async (tx) => {
      await lockForErasing(tx, id)
      // Whoever restores it at this moment was first.
      const still = await tx
        .select({ id: workshops.id })
        .from(workshops)
        .where(and(eq(workshops.id, id), isOver))
      if (still.length > 0) await eraseWorkshopIn(tx, id)
    })
  }
  return rows.length
}
