/** Projects as one actor may see them: what every route about a project begins with. */
import { type Actor, can, type ProjectSubject } from '@atelier/shared/access/can'
import { refuse } from '@atelier/shared/refusals'
import { and, eq, inArray, isNotNull, isNull, or, type SQL } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { people, projectMembers, projects, rooms } from '../db/tables'

/** The projects an actor may read: the one twin in SQL of `can(actor, 'read', project)`. Needs `withRole`. */
export function visibleTo(actor: Actor): SQL | undefined {
  const here = eq(projects.workspaceId, actor.workspaceId)
  const runsTheWorkspace = actor.role === 'owner' || actor.role === 'admin'
  return runsTheWorkspace ? here : and(here, isNotNull(projectMembers.role))
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

/** The ids of all who may read the project, but those who are suspended. */
export async function readersOfProject(
  db: Queryable,
  { id, workspaceId }: { id: string; workspaceId: string },
): Promise<Set<string>> {
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .leftJoin(
      projectMembers,
      and(eq(projectMembers.personId, people.id), eq(projectMembers.projectId, id)),
    )
    .where(
      and(
        eq(people.workspaceId, workspaceId),
        isNull(people.suspendedAt),
        or(inArray(people.role, ['owner', 'admin']), isNotNull(projectMembers.role)),
      ),
    )
  return new Set(rows.map((row) => row.id))
}

/** Likewise of a board, by its room. */
export async function readersOfRoom(db: Queryable, roomId: string): Promise<Set<string>> {
  const [project] = await db
    .select({ id: projects.id, workspaceId: projects.workspaceId })
    .from(rooms)
    .innerJoin(projects, eq(projects.id, rooms.projectId))
    .where(eq(rooms.id, roomId))
  return project ? readersOfProject(db, project) : new Set()
}

/** Who may do what on a board, by its room; nobody who is suspended. */
export type RoomRights = { readers: ReadonlySet<string>; editors: ReadonlySet<string> }

export async function rightsInRoom(db: Queryable, roomId: string): Promise<RoomRights> {
  const rows = await db
    .select({ person: people, project: projects, role: projectMembers.role })
    .from(rooms)
    .innerJoin(projects, eq(projects.id, rooms.projectId))
    .innerJoin(people, eq(people.workspaceId, projects.workspaceId))
    .leftJoin(
      projectMembers,
      and(eq(projectMembers.projectId, projects.id), eq(projectMembers.personId, people.id)),
    )
    .where(and(eq(rooms.id, roomId), isNull(people.suspendedAt)))
  const allowed = (verb: 'read' | 'edit') =>
    rows.flatMap(({ person: { id, workspaceId, role }, ...row }) =>
      can({ personId: id, workspaceId, role }, verb, { kind: 'project', ...rightsOf(row) })
        ? id
        : [],
    )
  return { readers: new Set(allowed('read')), editors: new Set(allowed('edit')) }
}
