import { canInWorkshop } from '@atelier/shared/access/can-in-workshops'
import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import { loadWorkshopFacts } from '../access/workshop-access-queries'
import type { Database } from '../db/database'
import { workshopParticipants } from '../db/workshop-tables'
import { lockWorkshop } from './seat-queries'

/**
 * Of these people, who have its wall open, one facilitates: where none does, whoever may and has sat there longest does
 * from here on. Resolves with whether somebody new does. Asked at once by several nodes, one of them finds it done.
 */
export const passOnFacilitating = (
  db: Database,
  workshopId: string,
  personIds: readonly string[],
): Promise<boolean> =>
  db.transaction(async (tx) => {
    const { state, trashedAt } = await lockWorkshop(tx, workshopId)
    if (state !== 'open' || trashedAt !== null) return false
    const seated = await tx
      .select({
        id: workshopParticipants.id,
        personId: workshopParticipants.personId,
        role: workshopParticipants.role,
      })
      .from(workshopParticipants)
      .where(
        and(
          eq(workshopParticipants.workshopId, workshopId),
          eq(workshopParticipants.state, 'in'),
          isNotNull(workshopParticipants.personId),
          inArray(workshopParticipants.personId, [...personIds]),
        ),
      )
      .orderBy(asc(workshopParticipants.joinedAt), workshopParticipants.id)
    if (seated.some(({ role }) => role === 'facilitator')) return false
    const facts = await loadWorkshopFacts(
      tx,
      seated.map(({ personId }) => ({ asker: { personId: personId ?? '' }, roomId: workshopId })),
    )
    const next = seated.find((_, i) => {
      const rights = facts[i]?.rights
      return rights !== undefined && canInWorkshop('carry', rights)
    })
    if (!next) return false
    await tx
      .update(workshopParticipants)
      .set({ role: 'facilitator' })
      .where(eq(workshopParticipants.id, next.id))
    return true
  })
