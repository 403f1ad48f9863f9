import { type Actor, can, type ProjectSubject } from '@atelier/shared/access/can'
import { parseRoomName } from '@atelier/shared/sync/room-name'
import { askedTogether } from '../db/asked-together'
import type { Queryable } from '../db/database'
import type { Admission, Admit } from '../sync/admission'
import { type AdmissionQuestion, loadAdmissionFacts } from './admit-queries'

const noAccess: Admission = { kind: 'no-access' }

/** May whoever holds this ticket join this room, and how: asked afresh each time, never remembered. */
export function admitFrom(db: Queryable): Admit {
  const load = askedTogether((questions: readonly AdmissionQuestion[]) =>
    loadAdmissionFacts(db, questions),
  )
  return async (ticket, name) => {
    const room = parseRoomName(name)
    if (!room) return noAccess
    const facts = await load({ sessionId: ticket.sessionId, room })
    if (!facts || facts.expiresAt <= new Date() || facts.person.id !== ticket.personId) {
      return { kind: 'signed-out' }
    }
    const { person, roomId, project } = facts
    if (roomId === null || project.workspaceId === null) return noAccess
    const actor: Actor = { personId: person.id, workspaceId: person.workspaceId, role: person.role }
    const subject: ProjectSubject = {
      kind: 'project',
      workspaceId: project.workspaceId,
      role: project.role,
      archived: project.archivedAt !== null,
    }
    if (!can(actor, 'read', subject)) return noAccess
    return {
      kind: 'admitted',
      roomId,
      access: can(actor, 'edit', subject) ? 'write' : 'read',
      person: { id: person.id, name: person.name, colour: person.colour },
    }
  }
}
