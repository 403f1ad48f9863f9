import { must } from '@atelier/shared/basics/must'
import { refuse } from '@atelier/shared/refusals'
import { and, eq } from 'drizzle-orm'
import type { Database, Queryable } from '../db/database'
import { people } from '../db/tables'
import { workshopParticipants, workshops } from '../db/workshop-tables'
import type { Visit } from '../http/with-visit'
import { insertSeat } from './new-workshop-queries'

const nameLetters = 40

/** As they are called and seen everywhere else. */
export async function loadSeatWish(db: Queryable, personId: string) {
  const [person] = await db
    .select({ personId: people.id, name: people.name, colour: people.colour })
    .from(people)
    .where(eq(people.id, personId))
  const { name, ...rest } = must(person, 'person')
  return { ...rest, name: name.slice(0, nameLetters) }
}

/** Whoever changes who sits there does so one after the other. */
export async function lockWorkshop(tx: Queryable, workshopId: string) {
  const [row] = await tx
    .select()
    .from(workshops)
    .where(eq(workshops.id, workshopId))
    .for('no key update')
  return row ?? refuse('not-found')
}

/** As it sounds: without what cannot be seen, and in any case. */
const heard = (name: string) =>
  name
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLocaleLowerCase()

/** Where somebody is called so already, the next of that name has a number. */
export async function freeName(
  tx: Queryable,
  workshopId: string,
  wished: string,
  ownId?: string,
): Promise<string> {
  const rows = await tx
    .select({ id: workshopParticipants.id, name: workshopParticipants.name })
    .from(workshopParticipants)
    .where(eq(workshopParticipants.workshopId, workshopId))
  const taken = new Set(rows.filter(({ id }) => id !== ownId).map(({ name }) => heard(name)))
  for (let nth = 1; ; nth++) {
    const suffix = nth === 1 ? '' : `, ${nth}`
    const name = `${[...wished].slice(0, nameLetters - suffix.length).join('')}${suffix}`
    if (!taken.has(heard(name))) return name
  }
}

/** A member of the project sits down, or comes back. Two tabs at once are one seat. */
export const takeSeat = (db: Database, { workshop, project, personId }: Visit): Promise<void> =>
  db.transaction(async (tx) => {
    if (personId === null) return refuse('forbidden')
    await lockWorkshop(tx, workshop.id)
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
