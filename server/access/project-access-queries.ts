/** Projects as one actor may see them: what every route about a project begins with. */
import { type Actor, can, type ProjectSubject } from '@atelier/shared/access/can'
import { refuse } from '@atelier/shared/refusals'
import { and, eq, inArray, isNotNull, isNull, or, type SQL } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { people, projectMembers, projects, rooms } from '../db/tables'

/** The projects an actor may read: the twin in SQL of `can(actor, 'read', project)`. Needs `withRole`. */
export function visibleTo(actor: Actor): SQL | undefined {
  const here = eq(projects.workspaceId, actor.workspaceId)
  const runsTheWorkspace = actor.role === 'owner' || actor.role === 'admin'
  return runsTheWorkspace ? here : and(here, isNotNull(projectMembers.role))
}

/** Those they may also edit: the twin of `can(actor, 'edit', project)`. Needs `withRole`, or what it joins. */
export function editableBy(actor: Actor): SQL | undefined {
  const runsTheWorkspace = actor.role === 'owner' || actor.role === 'admin'
  const isEditor = inArray(projectMembers.role, ['lead', 'contributor'])
  return and(visibleTo(actor), isNull(projects.archivedAt), runsTheWorkspace ? undefined : isEditor)
}

export function withRole(db: Queryable, actor: Actor) {
  return db
    .select({ project: projects, role: projectMembers.role })
    .from(projects)
    .leftJoin(
      projectMembers,
      and(eq(projectMembers.projectId, projects.id), eq(projectMembers.personId, actor.personId)),
    )
    .$dynamic()
}

export type LoadedProject = ProjectSubject & { id: string; title: string }

/** One project as the actor may read it, or not-found: the way to everything inside it. */
export async function loadProject(
  db: Queryable,
  actor: Actor,
  projectId: string,
): Promise<LoadedProject> {
  const [row] = await withRole(db, actor).where(and(visibleTo(actor), eq(projects.id, projectId)))
  if (!row) return refuse('not-found')
  return { kind: 'project', id: row.project.id, title: row.project.title, ...rightsOf(row) }
}

export type ProjectRow = Awaited<ReturnType<typeof withRole>>[number]

export const rightsOf = ({ project, role }: ProjectRow) => ({
  workspaceId: project.workspaceId,
  role,
  archived: project.archivedAt !== null,
})

/** All who may read the projects of these rows, with their role there; nobody who is suspended. */
const seeing = (db: Queryable, where: SQL) =>
  db
    .select({ person: people, project: projects, role: projectMembers.role })
    .from(projects)
    .innerJoin(people, eq(people.workspaceId, projects.workspaceId))
    .leftJoin(
      projectMembers,
      and(eq(projectMembers.projectId, projects.id), eq(projectMembers.personId, people.id)),
    )
    .where(
      and(
        where,
        isNull(people.suspendedAt),
        or(inArray(people.role, ['owner', 'admin']), isNotNull(projectMembers.role)),
      ),
    )

const idsIn = (rows: readonly { person: { id: string } }[]) =>
  new Set(rows.map(({ person }) => person.id))

const projectOfRoom = (db: Queryable, roomId: string): SQL =>
  inArray(projects.id, db.select({ id: rooms.projectId }).from(rooms).where(eq(rooms.id, roomId)))

/** The ids of all who may read the project, but those who are suspended. */
export const readersOfProject = async (db: Queryable, id: string): Promise<Set<string>> =>
  idsIn(await seeing(db, eq(projects.id, id)))

/** Likewise of a board, by its room. */
export const readersOfRoom = async (db: Queryable, roomId: string): Promise<Set<string>> =>
  idsIn(await seeing(db, projectOfRoom(db, roomId)))

export type RoomRights = { readers: ReadonlySet<string>; editors: ReadonlySet<string> }

/** Likewise, and who of them may edit it. */
export async function rightsInRoom(db: Queryable, roomId: string): Promise<RoomRights> {
  const rows = await seeing(db, projectOfRoom(db, roomId))
  const editors = rows.filter(({ person: { id: personId, workspaceId, role }, ...row }) =>
    can({ personId, workspaceId, role }, 'edit', { kind: 'project', ...rightsOf(row) }),
  )
  return { readers: idsIn(rows), editors: idsIn(editors) }
}
