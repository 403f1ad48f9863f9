import { type Actor, can } from '@atelier/shared/access/can'
import { assertNever } from '@atelier/shared/basics/must'
import { and, eq, gt, inArray, isNull } from 'drizzle-orm'
import { readersAmong } from '../access/doc-reader-queries'
import { loadGuests, readersOfWorkshop } from '../access/workshop-access-queries'
import type { Queryable } from '../db/database'
import { people, projectMembers, projects, sessions } from '../db/tables'
import type { Audience } from './notices'

/** Somebody with an account, or a guest of one workshop, whose `personId` is that of their seat. */
export type Listener = Actor | GuestListener
export type GuestListener = {
  personId: string
  workspaceId: string
  role: 'guest'
  workshopId: string
}

/** The people behind these sessions (public ids), and the guests in these seats, without those whose session has ended. */
export async function loadListeners(
  db: Queryable,
  sessionIds: string[],
): Promise<Map<string, Listener>> {
  const rows = await db
    .select({
      sessionId: sessions.publicId,
      personId: people.id,
      workspaceId: people.workspaceId,
      role: people.role,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(
      and(
        inArray(sessions.publicId, sessionIds),
        gt(sessions.expiresAt, new Date()),
        isNull(people.suspendedAt),
      ),
    )
  const guests = await loadGuests(db, sessionIds)
  return new Map<string, Listener>([
    ...rows.map(({ sessionId, ...actor }) => [sessionId, actor] as const),
    ...guests.map(({ id, ...place }) => [id, { personId: id, role: 'guest', ...place }] as const),
  ])
}

export async function pickAudience(
  db: Queryable,
  audience: Audience,
  listeners: Listener[],
): Promise<Set<string>> {
  const chosen = await choose(db, audience, listeners)
  return new Set(chosen.map((listener) => listener.personId))
}

const isGuest = (listener: Listener): listener is GuestListener => listener.role === 'guest'

/** A guest hears of their one workshop, and of what is for them by name. */
async function choose(db: Queryable, audience: Audience, all: Listener[]): Promise<Listener[]> {
  const listeners = all.filter((listener): listener is Actor => !isGuest(listener))
  switch (audience.kind) {
    case 'people':
      return all.filter((listener) => audience.personIds.includes(listener.personId))
    case 'workshop':
      return [
        ...all.filter((one) => isGuest(one) && one.workshopId === audience.workshopId),
        ...(await readersAmongMembers(db, audience.workshopId, listeners)),
      ]
    case 'everyone':
      return listeners.filter((listener) =>
        can(listener, 'read', { ...audience, kind: 'workspace' }),
      )
    case 'managers':
      return listeners.filter((listener) =>
        can(listener, 'manage', { ...audience, kind: 'workspace' }),
      )
    case 'project':
      return readersOf(db, audience.projectId, listeners)
    case 'doc':
      return readersAmong(db, audience.docId, listeners)
    case 'person':
      return readersOfPerson(db, audience, listeners)
    default:
      return assertNever(audience)
  }
}

async function readersAmongMembers(db: Queryable, workshopId: string, listeners: Actor[]) {
  const ids = [...new Set(listeners.map(({ personId }) => personId))]
  const readers = await readersOfWorkshop(db, workshopId, ids)
  return listeners.filter(({ personId }) => readers.has(personId))
}

async function readersOf(db: Queryable, projectId: string, listeners: Actor[]) {
  const [project] = await db.select().from(projects).where(eq(projects.id, projectId))
  if (!project) return []
  const members = await db
    .select({ personId: projectMembers.personId, role: projectMembers.role })
    .from(projectMembers)
    .where(eq(projectMembers.projectId, projectId))
  const roles = new Map(members.map((member) => [member.personId, member.role]))
  return listeners.filter((listener) =>
    can(listener, 'read', {
      kind: 'project',
      workspaceId: project.workspaceId,
      role: roles.get(listener.personId) ?? null,
      archived: project.archivedAt !== null,
    }),
  )
}

async function readersOfPerson(
  db: Queryable,
  { workspaceId, personId }: { workspaceId: string; personId: string },
  listeners: Actor[],
) {
  const [person] = await db
    .select({ role: people.role })
    .from(people)
    .where(eq(people.id, personId))
  if (!person) return []
  const theirProjects = db
    .select({ id: projectMembers.projectId })
    .from(projectMembers)
    .where(eq(projectMembers.personId, personId))
  const fellows = await db
    .selectDistinct({ id: projectMembers.personId })
    .from(projectMembers)
    .where(inArray(projectMembers.projectId, theirProjects))
  const sharing = new Set(fellows.map((fellow) => fellow.id))
  return listeners.filter((listener) =>
    can(listener, 'read', {
      kind: 'person',
      workspaceId,
      personId,
      role: person.role,
      sharesProject: sharing.has(listener.personId),
    }),
  )
}
