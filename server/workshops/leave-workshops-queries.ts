/** What becomes of workshops when somebody ends their account. */
import { must } from '@atelier/shared/basics/must'
import { noName } from '@atelier/shared/people/leaving'
import { eq, inArray } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { eraseWith } from '../db/erase-with'
import { rooms } from '../db/tables'
import { workshopNotes, workshopParticipants, workshops } from '../db/workshop-tables'
import { insertPad } from './new-workshop-queries'

type Leaving = { personId: string; isNamed: boolean }
/** Which notes on a wall were somebody's. */
export type OwnNotes = { workshopId: string; noteIds: string[] }

/**
 * What they wrote unseen and nobody has revealed goes with them, and so does which notes on walls were theirs. What they
 * voted, answered and took on stays in its place; their seats keep their name where they wished so. Answers the rooms
 * that are gone, in which workshops others are told, and to which notes they may have put a name that is not to stay.
 */
export async function leaveWorkshops(
  tx: Queryable,
  { personId, isNamed }: Leaving,
): Promise<{ roomIds: string[]; workshopIds: string[]; signed: OwnNotes[] }> {
  await lockWorkshopsOf(tx, personId)
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
  if (padIds.length === 0) return { roomIds: [], workshopIds, signed: [] }
  await tx.select().from(rooms).where(inArray(rooms.id, padIds)).orderBy(rooms.id).for('update')
  const signed: OwnNotes[] = []
  for (const { id, workshopId, state, workspaceId, projectId } of seats) {
    const padId = await insertPad(tx, { workspaceId, projectId: must(projectId, 'project') })
    await tx
      .update(workshopParticipants)
      .set({
        padId,
        state: state === 'removed' ? state : 'left',
        ...(!isNamed && { name: noName }),
      })
      .where(eq(workshopParticipants.id, id))
    const notes = await tx
      .delete(workshopNotes)
      .where(eq(workshopNotes.participantId, id))
      .returning({ id: workshopNotes.noteId })
    if (!isNamed && notes.length > 0)
      signed.push({ workshopId, noteIds: notes.map((one) => one.id) })
  }
  await eraseWith(tx, 'rooms', inArray(rooms.id, padIds))
  return { roomIds: padIds, workshopIds, signed }
}

/** Whatever is revealed in them at this moment is so before they leave, or never. */
const lockWorkshopsOf = (tx: Queryable, personId: string) =>
  tx
    .select({ id: workshops.id })
    .from(workshops)
    .where(
      inArray(
        workshops.id,
        tx
          .select({ id: workshopParticipants.workshopId })
          .from(workshopParticipants)
          .where(eq(workshopParticipants.personId, personId)),
      ),
    )
    .orderBy(workshops.id)
    .for('no key update')
