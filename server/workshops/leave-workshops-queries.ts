/** What becomes of workshops when somebody ends their account. */
import { must } from '@atelier/shared/basics/must'
import { noName } from '@atelier/shared/people/leaving'
import { eq, inArray } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { eraseWith } from '../db/erase-with'
import { rooms } from '../db/tables'
import { workshopNotes, workshopParticipants } from '../db/workshop-tables'
import { insertPad } from './new-workshop-queries'

type Leaving = { personId: string; isNamed: boolean }

/**
 * What they wrote unseen and nobody has revealed goes with them, and so does which notes on walls were theirs. What they
 * voted, answered and took on stays in its place; their seats keep their name where they wished so. Answers the rooms
 * that are gone, and in which workshops others are told.
 */
export async function leaveWorkshops(
  tx: Queryable,
  { personId, isNamed }: Leaving,
): Promise<{ roomIds: string[]; workshopIds: string[] }> {
  const seats = await tx
    .select({
      id: workshopParticipants.id,
      workshopId: workshopParticipants.workshopId,
      state: workshopParticipants.state,
      padId: workshopParticipants.padId,
      workspaceId: rooms.workspaceId,
      projectId: rooms.projectId,
    })
    .from(workshopParticipants)
    .innerJoin(rooms, eq(rooms.id, workshopParticipants.padId))
    .where(eq(workshopParticipants.personId, personId))
    .orderBy(workshopParticipants.padId)
  const padIds = seats.map(({ padId }) => padId)
  const workshopIds = seats.map(({ workshopId }) => workshopId)
  if (padIds.length === 0) return { roomIds: [], workshopIds }
  await tx.select().from(rooms).where(inArray(rooms.id, padIds)).orderBy(rooms.id).for('update')
  for (const { id, state, workspaceId, projectId } of seats) {
    const padId = await insertPad(tx, { workspaceId, projectId: must(projectId, 'project') })
    await tx
      .update(workshopParticipants)
      .set({
        padId,
        state: state === 'removed' ? state : 'left',
        ...(!isNamed && { name: noName }),
      })
      .where(eq(workshopParticipants.id, id))
    await tx.delete(workshopNotes).where(eq(workshopNotes.participantId, id))
  }
  await eraseWith(tx, 'rooms', inArray(rooms.id, padIds))
  return { roomIds: padIds, workshopIds }
}
