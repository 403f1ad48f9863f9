/** Deleting a workshop for good, with its wall, all pads, and everything of it in any table. */
import { eq, inArray } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { eraseWith } from '../db/erase-with'
import { rooms } from '../db/tables'
import { workshops } from '../db/workshop-tables'
import { roomsOfWorkshop } from './workshop-queries'

/** In a transaction, until it ends: nobody writes on its wall, sits down in it, or begins to keep anything of it. */
export async function lockForErasing(tx: Queryable, workshopId: string): Promise<void> {
  // In this order, as whoever reveals: the workshop, and then what is written of it.
  await tx
    .select({ id: workshops.id })
    .from(workshops)
    .where(eq(workshops.id, workshopId))
    .for('update')
  // Only now are the pads all there will ever be.
  await tx
    .select({ id: rooms.id })
    .from(rooms)
    .where(inArray(rooms.id, await roomsOfWorkshop(tx, workshopId)))
    .orderBy(rooms.id)
    .for('update')
}

/**
 * In the transaction that has locked it: all of it goes or nothing. What was carried from it to boards and docs is theirs
 * by then, and stays; a workshop that went on with its series begins one. Resolves with the rooms that are gone.
 */
export async function eraseWorkshopIn(tx: Queryable, workshopId: string): Promise<string[]> {
  const roomIds = await roomsOfWorkshop(tx, workshopId)
  await tx.update(workshops).set({ afterId: null }).where(eq(workshops.afterId, workshopId))
  await eraseWith(tx, 'workshops', eq(workshops.id, workshopId))
  await eraseWith(tx, 'rooms', inArray(rooms.id, roomIds))
  return roomIds
}
