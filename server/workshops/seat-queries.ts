import { must } from '@atelier/shared/basics/must'
import { refuse } from '@atelier/shared/refusals'
import { and, eq } from 'drizzle-orm'
import type { Database, Queryable } from '../db/database'
import { people } from '../db/tables'
import { workshopParticipants, workshops } from '../db/workshop-tables'
import type { Visit } from '../http/with-visit'
import { insertSeat } from './new-workshop-queries'

/** As they are called and seen everywhere else. */
export async function loadSeatWish(db: Queryable, personId: string) {
  const [person] = await db
    .select({ personId: people.id, name: people.name, colour: people.colour })
    .from(people)
    .where(eq(people.id, personId))
  const { name, ...rest } = must(person, 'person')
  return { ...rest, name: name.slice(0, 40) }
}

/** A member of the project sits down, or comes back. Two tabs at once are one seat. */
export const takeSeat = (db: Database, { workshop, project, personId }: Visit): Promise<void> =>
  db.transaction(async (tx) => {
    if (personId === null) return refuse('forbidden')
    await tx
      .select({ id: workshops.id })
      .from(workshops)
      .where(eq(workshops.id, workshop.id))
      .for('no key update')
    const mine = and(
      eq(workshopParticipants.workshopId, workshop.id),
      eq(workshopParticipants.personId, personId),
    )
    const [seat] = await tx.select().from(workshopParticipants).where(mine)
    if (seat?.state === 'removed') return refuse('forbidden')
    if (seat) {
      await tx.update(workshopParticipants).set({ state: 'in', byLink: false }).where(mine)
      return
    }
    const { id: workshopId, workspaceId } = workshop
    await insertSeat(
      tx,
      { workshopId, workspaceId, projectId: project.id },
      {
        ...(await loadSeatWish(tx, personId)),
        role: 'participant',
        state: 'in',
        byLink: false,
        endsAt: null,
      },
    )
  })
