import { must } from '@atelier/shared/basics/must'
import type { Stage } from '@atelier/shared/workshops/stage'
import type { WorkshopCard } from '@atelier/shared/workshops/workshop'
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { rooms } from '../db/tables'
import { workshopParticipants, workshopStages, workshops } from '../db/workshop-tables'

/** In the order of the agenda. */
export async function loadStages(db: Queryable, workshopId: string): Promise<Stage[]> {
  const rows = await db
    .select()
    .from(workshopStages)
    .where(eq(workshopStages.workshopId, workshopId))
    .orderBy(asc(workshopStages.place))
  return rows.map(({ workshopId: _, place: __, prompt, revealedAt, closedAt, ...stage }) => ({
    ...stage,
    ...(prompt && { prompt }),
    revealedAt: revealedAt?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
  }))
}

/** How many are let in, and how many of them say they are done with the stage everybody is in; and the clock of the timer. */
export async function countSeats(
  db: Queryable,
  { id, stageId }: { id: string; stageId: string | null },
): Promise<{ people: number; done: number; now: Date }> {
  const [row] = await db
    .select({
      people: sql<number>`count(*)::int`,
      done: sql<number>`count(*) filter (where ${workshopParticipants.doneStageId} = ${stageId}::uuid)::int`,
      now: sql`now()`.mapWith(workshopParticipants.joinedAt),
    })
    .from(workshopParticipants)
    .where(and(eq(workshopParticipants.workshopId, id), eq(workshopParticipants.state, 'in')))
  return must(row, 'count')
}

/** A project's workshops but those in the bin, the latest changed first. */
export async function listWorkshops(db: Queryable, projectId: string): Promise<WorkshopCard[]> {
  const rows = await db
    .select({
      id: workshops.id,
      title: workshops.title,
      state: workshops.state,
      kit: workshops.kitTitle,
      changedAt: workshops.changedAt,
      people: sql<number>`(select count(*)::int from ${workshopParticipants}
        where ${workshopParticipants.workshopId} = ${workshops.id}
        and ${workshopParticipants.state} in ('in', 'left'))`,
    })
    .from(workshops)
    .innerJoin(rooms, eq(rooms.id, workshops.id))
    .where(and(eq(rooms.projectId, projectId), isNull(workshops.trashedAt)))
    .orderBy(desc(workshops.changedAt), workshops.id)
  return rows.map(({ changedAt, ...row }) => ({ ...row, changedAt: changedAt.toISOString() }))
}

/** Its wall, and the pads of all who sit in it. */
export async function roomsOfWorkshop(db: Queryable, workshopId: string): Promise<string[]> {
  const pads = await db
    .select({ id: workshopParticipants.padId })
    .from(workshopParticipants)
    .where(eq(workshopParticipants.workshopId, workshopId))
  return [workshopId, ...pads.map(({ id }) => id)]
}
