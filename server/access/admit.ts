import { type Actor, type BoardSubject, can, type DocSubject } from '@atelier/shared/access/can'
import { canInWorkshop } from '@atelier/shared/access/can-in-workshops'
import type { Access } from '@atelier/shared/sync/messages'
import {
  isInWorkshop,
  parseRoomName,
  type RoomKind,
  type RoomName,
  type WorkshopKind,
} from '@atelier/shared/sync/room-name'
import { askedTogether } from '../db/asked-together'
import type { Queryable } from '../db/database'
import type { Admission, Admit } from '../sync/admission'
import { type AdmissionFacts, type AdmissionQuestion, loadAdmissionFacts } from './admit-queries'
import { loadSectionSubjects, type SectionQuestion } from './section-access-queries'
import { accessToFork } from './section-fork-queries'
import { noteReader } from './section-reader-queries'
import {
  loadWorkshopFacts,
  type WorkshopFacts,
  type WorkshopQuestion,
} from './workshop-access-queries'

const noAccess: Admission = { kind: 'no-access' }

/** May whoever holds this ticket join this room, and how: asked afresh each time, never remembered. */
export function admitFrom(db: Queryable): Admit {
  const load = askedTogether((questions: readonly AdmissionQuestion[]) =>
    loadAdmissionFacts(db, questions),
  )
  const loadSection = askedTogether((questions: readonly SectionQuestion[]) =>
    loadSectionSubjects(db, questions),
  )

  const loadWorkshop = askedTogether((questions: readonly WorkshopQuestion[]) =>
    loadWorkshopFacts(db, questions),
  )

  async function accessToWorkshop(actor: Actor, kind: WorkshopKind, roomId: string) {
    const facts = await loadWorkshop({ asker: { personId: actor.personId }, roomId })
    return facts && accessIn(facts, kind)
  }

  /** A guest comes into their one workshop, and into their own pad. */
  async function admitGuest(participantId: string, name: RoomName): Promise<Admission> {
    const room = parseRoomName(name)
    if (!room || !isInWorkshop(room.kind)) return noAccess
    const facts = await loadWorkshop({ asker: { participantId }, roomId: room.id })
    if (!facts?.seat) return { kind: 'signed-out' }
    const access = accessIn(facts, room.kind)
    if (access === null) return noAccess
    const { id, name: called, colour } = facts.seat
    const person = { id, name: called, colour, guest: true } as const
    return { kind: 'admitted', roomId: room.id, access, person }
  }

  /** Whoever reads a section that is not theirs is noted before they do: its author may ask who has had it. */
  async function accessToSection(actor: Actor, sectionId: string): Promise<Access | null> {
    const { personId } = actor
    const section = await loadSection({ personId, sectionId })
    if (!section || !can(actor, 'read', section)) return null
    if (!section.isAuthor && !(await noteReader(db, { sectionId, personId }))) return null
    return can(actor, 'edit', section) ? 'write' : 'read'
  }

  /** Also in a fork the section's words are read. */
  async function accessToSectionFork(facts: AdmissionFacts): Promise<Access | null> {
    const { authorId, sectionId, closedAt } = facts.suggestion ?? {}
    if (authorId == null || sectionId == null || closedAt !== null) return null
    const actor = actorOf(facts)
    const access = await accessToFork(loadSection, actor, { authorId, sectionId })
    const { personId } = actor
    if (access === null || authorId !== personId) return access
    return (await noteReader(db, { sectionId, personId })) ? access : null
  }

  const accessTo = (facts: AdmissionFacts, kind: RoomKind, id: string) => {
    if (kind === 'section') return accessToSection(actorOf(facts), id)
    if (isInWorkshop(kind)) return accessToWorkshop(actorOf(facts), kind, id)
    return kind === 'section-suggestion' ? accessToSectionFork(facts) : accessInProject(facts)
  }

  return async (ticket, name) => {
    if (ticket.guest) return admitGuest(ticket.personId, name)
    const room = parseRoomName(name)
    if (!room) return noAccess
    const facts = await load({ sessionId: ticket.sessionId, room })
    if (!facts || facts.expiresAt <= new Date() || facts.person.id !== ticket.personId) {
      return { kind: 'signed-out' }
    }
    const { person, roomId } = facts
    if (roomId === null) return noAccess
    const access = await accessTo(facts, room.kind, roomId)
    if (access === null) return noAccess
    const { id, name: called, colour } = person
    return { kind: 'admitted', roomId, access, person: { id, name: called, colour } }
  }
}

/** A pad is its own author's, and nobody else's whoever they are. */
function accessIn({ rights, seat, padOwnerId }: WorkshopFacts, kind: WorkshopKind): Access | null {
  if (kind === 'pad' && (padOwnerId === null || padOwnerId !== seat?.id)) return null
  if (kind === 'workshop' && padOwnerId !== null) return null
  if (rights.trashed || !canInWorkshop('read', rights)) return null
  if (kind === 'pad' && rights.seat?.state !== 'in') return null
  return canInWorkshop('write', rights) ? 'write' : 'read'
}

const actorOf = ({ person }: AdmissionFacts): Actor => ({
  personId: person.id,
  workspaceId: person.workspaceId,
  role: person.role,
})

/** Nobody writes or reads in the bin, also who may take things out of it again. */
function accessInProject(facts: AdmissionFacts): Access | null {
  const { person, suggestion, doc } = facts
  const { workspaceId } = facts.project
  if (workspaceId === null) return null
  const actor = actorOf(facts)
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
