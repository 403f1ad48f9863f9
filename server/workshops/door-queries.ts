/** The door of a workshop: whoever has its link comes in by it, with an account or without. */
import { canInWorkshop } from '@atelier/shared/access/can-in-workshops'
import type { SeatState } from '@atelier/shared/access/roles'
import { refuse } from '@atelier/shared/refusals'
import { type Doorplate, mostSeats, mostSeatsEver } from '@atelier/shared/workshops/workshop'
import { and, eq, isNull, sql } from 'drizzle-orm'
import {
  type Asker,
  loadWorkshopFacts,
  type WorkshopFacts,
} from '../access/workshop-access-queries'
import type { Database, Queryable } from '../db/database'
import { projects, rooms, workspaces } from '../db/tables'
import { workshopParticipants, workshops } from '../db/workshop-tables'
import { insertSeat, nthColour } from './new-workshop-queries'
import { freeName, loadSeatWish, lockWorkshop } from './seat-queries'

/** So long a guest may stay away and come back: from when they last came in by the link. */
const stayMs = 12 * 60 * 60 * 1000

export type Door = Doorplate & { workspaceId: string; projectId: string; archived: boolean }

/** The workshop with this code, whoever asks; not-found where there is none, or it lies in the bin. */
export async function loadDoor(db: Queryable, code: string | null): Promise<Door> {
  if (code === null) return refuse('not-found')
  const [door] = await db
    .select({
      id: workshops.id,
      title: workshops.title,
      workspace: workspaces.name,
      state: workshops.state,
      lobby: workshops.lobby,
      locked: workshops.locked,
      workspaceId: workshops.workspaceId,
      projectId: projects.id,
      archived: sql<boolean>`${projects.archivedAt} is not null`,
    })
    .from(workshops)
    .innerJoin(workspaces, eq(workspaces.id, workshops.workspaceId))
    .innerJoin(rooms, eq(rooms.id, workshops.id))
    .innerJoin(projects, eq(projects.id, rooms.projectId))
    .where(and(eq(workshops.code, code), isNull(workshops.trashedAt)))
  return door ?? refuse('not-found')
}

export const doorplateOf = ({ id, title, workspace, state, lobby, locked }: Door): Doorplate => ({
  ...{ id, title, workspace, state, lobby, locked },
})

/** `endsAt` and `guestKey` are for a guest's token. */
export type Seated = { participantId: string; endsAt: Date | null; guestKey: Uint8Array }
type Comer = { asker: Asker | null; nickname: string }

/** Whoever has sat there before comes back into the same seat; anybody else is given one, or refused. */
export const sitDown = (db: Database, door: Door, { asker, nickname }: Comer): Promise<Seated> =>
  db.transaction(async (tx) => {
    const workshop = await lockWorkshop(tx, door.id)
    const now = { ...door, ...workshop }
    const [facts] = asker ? await loadWorkshopFacts(tx, [{ asker, roomId: door.id }]) : []
    // Signed in elsewhere than where this is: they would have a seat in which nobody knows them.
    if (asker && 'personId' in asker && !facts) return refuse('forbidden')
    const seat = facts?.seat
      ? await comeBack(tx, now, { ...facts, seat: facts.seat })
      : await newSeat(tx, now, facts?.person ? facts : null, nickname)
    return { ...seat, guestKey: workshop.guestKey }
  })

type Place = Pick<Door, 'id' | 'workspaceId' | 'projectId' | 'archived' | 'state'> &
  Pick<Doorplate, 'lobby' | 'locked'>
type Rights = WorkshopFacts['rights']

/** Who may sit down without any link neither waits nor finds it locked. */
function stateAtDoor(place: Place, rights: Rights | null): SeatState {
  if (rights && canInWorkshop('take-seat', rights)) return 'in'
  if (place.state === 'ended' || place.archived) return refuse('expired')
  if (place.locked) return refuseAtDoor('locked')
  return place.lobby ? 'waiting' : 'in'
}

const refuseAtDoor = (problem: 'locked' | 'removed') =>
  refuse('forbidden', { fields: [{ field: 'code', problem }] })

async function comeBack(
  tx: Queryable,
  place: Place,
  { rights, seat }: WorkshopFacts & { seat: NonNullable<WorkshopFacts['seat']> },
) {
  if (seat.state === 'removed') return refuseAtDoor('removed')
  const state = seat.state === 'in' ? 'in' : stateBack(place, rights, seat.state)
  const endsAt = seat.endsAt && new Date(Date.now() + stayMs)
  await tx
    .update(workshopParticipants)
    .set({ state, endsAt })
    .where(eq(workshopParticipants.id, seat.id))
  return { participantId: seat.id, endsAt }
}

/** Whoever waits goes on waiting, also at a door that was locked since. */
const stateBack = (place: Place, rights: Rights, before: SeatState) =>
  before === 'waiting' && place.locked ? before : stateAtDoor(place, rights)

async function newSeat(tx: Queryable, place: Place, facts: WorkshopFacts | null, nickname: string) {
  const state = stateAtDoor(place, facts?.rights ?? null)
  const [count] = await tx
    .select({
      ever: sql<number>`count(*)::int`,
      now: sql<number>`count(*) filter (where ${workshopParticipants.state} in ('in', 'waiting'))::int`,
    })
    .from(workshopParticipants)
    .where(eq(workshopParticipants.workshopId, place.id))
  const { ever = 0, now = 0 } = count ?? {}
  if (now >= mostSeats || ever >= mostSeatsEver) {
    return refuse('conflict', { fields: [{ field: 'code', problem: 'full' }] })
  }
  const wish = facts?.person
    ? await loadSeatWish(tx, facts.person.id)
    : { personId: null, name: nickname, colour: nthColour(ever) }
  const endsAt = facts?.person ? null : new Date(Date.now() + stayMs)
  const participantId = await insertSeat(
    tx,
    { ...place, workshopId: place.id },
    {
      ...wish,
      name: await freeName(tx, place.id, wish.name),
      ...{ role: 'participant', state, endsAt },
      byLink: facts === null || facts.rights.role === null,
    },
  )
  return { participantId, endsAt }
}
