/** Who may do what in a workshop: of members by their project, of whoever came by a link by their seat alone. */
import type { ProjectRole, SeatRole, SeatState } from './roles'

/**
 * `role` is the asking person's effective role in its project, owners and admins counting as leads; null for guests,
 * and for whoever has an account and is not in the project. `seat` is their own, null for none.
 */
export type WorkshopSubject = {
  kind: 'workshop'
  workspaceId: string
  role: ProjectRole | null
  archived: boolean
  trashed: boolean
  state: 'planned' | 'open' | 'ended'
  seat: { role: SeatRole; state: SeatState } | null
}

/**
 * - `read`: its wall, agenda and results; `take-seat`: as a member of its project, without a link;
 *   `write`: notes on the wall and in one's own pad, votes, answers; `wait`: in the lobby, or beside a locked door;
 *   `facilitate`: stages, timer, reveal, people, the link; `prepare`: its agenda and title, also before it is begun;
 *   `carry`: what came of it to the project's boards and docs; `arrange`: the bin; `erase`: for good, out of the bin.
 */
export type WorkshopVerb =
  | 'read'
  | 'take-seat'
  | 'write'
  | 'wait'
  | 'facilitate'
  | 'prepare'
  | 'carry'
  | 'arrange'
  | 'erase'

/** Nobody reads what others write unseen: that is a room of its own, and no verb of anybody's. */
export function canInWorkshop(verb: WorkshopVerb, workshop: WorkshopSubject): boolean {
  const { role, archived, trashed, state, seat } = workshop
  const edits = (role === 'lead' || role === 'contributor') && !archived
  const isIn = seat?.state === 'in'
  const leads = edits && (role === 'lead' || (isIn && seat.role === 'facilitator'))
  if (verb === 'arrange') return edits
  if (verb === 'erase') return trashed && role === 'lead' && !archived
  if (trashed) return verb === 'read' && edits
  switch (verb) {
    case 'read':
      return role !== null || isIn
    case 'wait':
      return role !== null || seat?.state === 'in' || seat?.state === 'waiting'
    case 'take-seat':
      return (
        role !== null &&
        role !== 'viewer' &&
        !archived &&
        seat?.state !== 'removed' &&
        state !== 'ended'
      )
    case 'write':
      return isIn && state !== 'ended' && !archived
    case 'facilitate':
      return state !== 'ended' && leads
    case 'prepare':
      return leads
    case 'carry':
      return edits
  }
}
