import { type Actor, type BoardSubject, can, type DocSubject } from '@atelier/shared/access/can'
import type { Access } from '@atelier/shared/sync/messages'
import { parseRoomName } from '@atelier/shared/sync/room-name'
import { askedTogether } from '../db/asked-together'
import type { Queryable } from '../db/database'
import type { Admission, Admit } from '../sync/admission'
import { type AdmissionFacts, type AdmissionQuestion, loadAdmissionFacts } from './admit-queries'

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
    const access = accessTo(facts, project.workspaceId)
    if (access === null) return noAccess
    const { id, name: called, colour } = person
    return { kind: 'admitted', roomId, access, person: { id, name: called, colour } }
  }
}

/** Nobody writes or reads in the bin, also who may take things out of it again. */
function accessTo(facts: AdmissionFacts, workspaceId: string): Access | null {
  const { person, suggestion } = facts
  const actor: Actor = { personId: person.id, workspaceId: person.workspaceId, role: person.role }
  const { doc } = facts
  if (doc?.id == null) {
    const board = boardOf(facts, workspaceId)
    if (board.trashed || !can(actor, 'read', board)) return null
    return can(actor, 'edit', board) ? 'write' : 'read'
  }
  const subject = docOf(facts, doc, workspaceId)
  if (subject.trashed || !can(actor, 'read', subject)) return null
  if (suggestion?.authorId == null) return can(actor, 'edit', subject) ? 'write' : 'read'
  const isAuthor = suggestion.authorId === person.id
  if (!isAuthor && !can(actor, 'follow', subject)) return null
  // Only its author suggests in a fork, and only while it is open.
  const isMine = isAuthor && suggestion.closedAt === null
  return isMine && can(actor, 'comment', subject) ? 'write' : 'read'
}

const boardOf = ({ project, board }: AdmissionFacts, workspaceId: string): BoardSubject => ({
  kind: 'board',
  workspaceId,
  role: project.role,
  archived: project.archivedAt !== null,
  trashed: board?.trashedAt != null,
})

const docOf = (
  { project, grant }: AdmissionFacts,
  doc: NonNullable<AdmissionFacts['doc']>,
  workspaceId: string,
): DocSubject => ({
  kind: 'doc',
  workspaceId,
  project: { role: project.role, archived: project.archivedAt !== null },
  grant,
  restricted: doc.restricted ?? false,
  inLibrary: doc.libraryAt !== null,
  trashed: doc.trashedAt !== null,
})
