/** A workshop as somebody in it, or at its door, is told of it. */
import { canInWorkshop } from '@atelier/shared/access/can-in-workshops'
import type { Seat, Timer, WorkshopPage } from '@atelier/shared/workshops/workshop'
import type { Queryable } from '../db/database'
import type { Visit } from '../http/with-visit'
import { countSeats, loadStages } from './workshop-queries'

type WorkshopRow = Visit['workshop']

export async function loadWorkshopPage(db: Queryable, visit: Visit): Promise<WorkshopPage> {
  const { workshop, project, rights } = visit
  const reads = canInWorkshop('read', rights)
  const { people, done, now } = await countSeats(db, workshop)
  return {
    id: workshop.id,
    title: workshop.title,
    state: workshop.state,
    project: rights.role === null ? null : { id: project.id, title: project.title },
    kit: { key: workshop.kitKey, version: workshop.kitVersion, title: workshop.kitTitle },
    language: workshop.language,
    stages: reads ? await loadStages(db, workshop.id) : [],
    stageId: workshop.stageId,
    roams: workshop.roams,
    lobby: workshop.lobby,
    locked: workshop.locked,
    timer: timerOf(workshop),
    now: now.toISOString(),
    rights,
    me: ownSeatOf(visit),
    code: canInWorkshop('facilitate', rights) ? workshop.code : null,
    people,
    done,
    startedAt: workshop.startedAt?.toISOString() ?? null,
    endedAt: workshop.endedAt?.toISOString() ?? null,
  }
}

function timerOf(workshop: WorkshopRow): Timer | null {
  const { timerEndsAt, timerLeftMs, timerTotalMs } = workshop
  const totalMs = timerTotalMs ?? 0
  if (timerEndsAt !== null) {
    return { state: 'running', endsAt: timerEndsAt.toISOString(), totalMs }
  }
  return timerLeftMs === null ? null : { state: 'paused', leftMs: timerLeftMs, totalMs }
}

function ownSeatOf({ seat, rights, personId }: Visit): Seat | null {
  if (!seat || !rights.seat) return null
  const { id, name, colour, role, state, padId, doneStageId } = seat
  return { id, name, colour, role, state, padId, doneStageId, isGuest: personId === null }
}
