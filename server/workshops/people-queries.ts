/** Who sits in a workshop, and what facilitators do about it. */
import { canInWorkshop } from '@atelier/shared/access/can-in-workshops'
import { refuse } from '@atelier/shared/refusals'
import type { changeParticipant, changeSeat, Participant } from '@atelier/shared/workshops/workshop'
import { and, asc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import type * as z from 'zod'
import { loadWorkshopFacts } from '../access/workshop-access-queries'
import type { Database, Queryable } from '../db/database'
import { workshopParticipants, workshopStages, workshops } from '../db/workshop-tables'
import { newGuestKey } from './new-workshop-queries'
import { freeName, lockWorkshop } from './seat-queries'

type SeatRow = typeof workshopParticipants.$inferSelect
type Told = { people: readonly { id: string }[]; isFacilitating: boolean }

/** By when they came. Who waits or was removed is for those who facilitate. */
export async function listParticipants(
  db: Queryable,
  { id: workshopId, stageId }: { id: string; stageId: string | null },
  { people, isFacilitating }: Told,
): Promise<Participant[]> {
  const here = new Set(people.map(({ id }) => id))
  const rows = await db
    .select()
    .from(workshopParticipants)
    .where(
      and(
        eq(workshopParticipants.workshopId, workshopId),
        isFacilitating ? undefined : inArray(workshopParticipants.state, ['in', 'left']),
      ),
    )
    .orderBy(asc(workshopParticipants.joinedAt), workshopParticipants.id)
  return rows.map(({ id, name, colour, role, state, personId, doneStageId }) => ({
    ...{ id, name, colour, role, state, personId },
    isGuest: personId === null,
    here: here.has(personId ?? id),
    done: stageId !== null && doneStageId === stageId,
  }))
}

export async function changeOwnSeat(
  db: Database,
  seat: SeatRow,
  { name, doneStageId }: z.output<typeof changeSeat>,
): Promise<void> {
  await db.transaction(async (tx) => {
    const { id, workshopId } = seat
    await lockWorkshop(tx, workshopId)
    if (doneStageId) await requireStage(tx, workshopId, doneStageId)
    const change = {
      ...(name !== undefined && { name: await freeName(tx, workshopId, name, id) }),
      ...(doneStageId !== undefined && { doneStageId }),
    }
    if (Object.keys(change).length === 0) return
    await tx.update(workshopParticipants).set(change).where(eq(workshopParticipants.id, id))
  })
}

export async function requireStage(db: Queryable, workshopId: string, stageId: string) {
  const found = await db
    .select({ id: workshopStages.id })
    .from(workshopStages)
    .where(and(eq(workshopStages.id, stageId), eq(workshopStages.workshopId, workshopId)))
  if (found.length === 0) refuse('not-found')
}

/** They may come back, where the door is open. */
export const leaveSeat = (db: Queryable, participantId: string) =>
  db
    .update(workshopParticipants)
    .set({ state: 'left' })
    .where(
      and(
        eq(workshopParticipants.id, participantId),
        inArray(workshopParticipants.state, ['in', 'waiting']),
      ),
    )

type Change = z.output<typeof changeParticipant>

/** Resolves with who it is about: the id of their account, or of a guest's seat. */
export const changeParticipantRow = (
  db: Database,
  workshopId: string,
  participantId: string,
  change: Change,
): Promise<string> =>
  db.transaction(async (tx) => {
    await lockWorkshop(tx, workshopId)
    const isTheirs = and(
      eq(workshopParticipants.id, participantId),
      eq(workshopParticipants.workshopId, workshopId),
    )
    const [seat] = await tx.select().from(workshopParticipants).where(isTheirs)
    if (!seat) return refuse('not-found')
    const after = afterChange(seat, change)
    if (after.role === 'facilitator' && !(await mayFacilitate(tx, seat))) refuse('conflict')
    if (runsIt(seat) && !runsIt(after) && (await isLast(tx, seat))) refuse('conflict')
    const { role, state } = after
    await tx.update(workshopParticipants).set({ role, state }).where(isTheirs)
    return seat.personId ?? seat.id
  })

const runsIt = ({ role, state }: Pick<SeatRow, 'role' | 'state'>) =>
  role === 'facilitator' && state === 'in'

/** Somebody is let in who waits, or whose removal is taken back; who has left comes back of their own. */
function afterChange(seat: SeatRow, { state = seat.state, role = seat.role }: Partial<SeatRow>) {
  if (state === 'removed') return { state, role: 'participant' as const }
  if (state === 'in' && seat.state === 'left') return refuse('conflict')
  if (role !== seat.role && state !== 'in') return refuse('conflict')
  return { state, role }
}

async function mayFacilitate(tx: Queryable, { workshopId, personId }: SeatRow): Promise<boolean> {
  if (personId === null) return false
  const [facts] = await loadWorkshopFacts(tx, [{ asker: { personId }, roomId: workshopId }])
  return facts != null && canInWorkshop('carry', facts.rights)
}

async function isLast(tx: Queryable, seat: SeatRow): Promise<boolean> {
  const others = await tx
    .select({ id: workshopParticipants.id })
    .from(workshopParticipants)
    .where(
      and(
        eq(workshopParticipants.workshopId, seat.workshopId),
        eq(workshopParticipants.role, 'facilitator'),
        eq(workshopParticipants.state, 'in'),
        ne(workshopParticipants.id, seat.id),
      ),
    )
  return others.length === 0
}

/** Nobody's token is worth anything any more. Resolves with the seats of those who were in, or waited. */
export const endGuests = (db: Database, workshopId: string): Promise<string[]> =>
  db.transaction(async (tx) => {
    await lockWorkshop(tx, workshopId)
    await tx
      .update(workshops)
      .set({ guestKey: newGuestKey(), changedAt: sql`now()` })
      .where(eq(workshops.id, workshopId))
    const gone = await tx
      .update(workshopParticipants)
      .set({ state: 'left' })
      .where(
        and(
          eq(workshopParticipants.workshopId, workshopId),
          isNull(workshopParticipants.personId),
          inArray(workshopParticipants.state, ['in', 'waiting']),
        ),
      )
      .returning({ id: workshopParticipants.id })
    return gone.map(({ id }) => id)
  })
