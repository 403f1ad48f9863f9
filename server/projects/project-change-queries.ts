/** Writes to projects and their members. Who may is asked before, through `loadProject`. */
import type { ProjectRole } from '@atelier/shared/access/roles'
import { refuse } from '@atelier/shared/refusals'
import { and, count, eq } from 'drizzle-orm'
import type { Database, Queryable } from '../db/database'
import { people, projectDepartments, projectMembers, projects, rooms } from '../db/tables'

export type NewProject = {
  workspaceId: string
  title: string
  challenge: string
  departmentIds: string[]
  createdBy: string
}

/** A project, with whoever makes it as its lead. */
export async function insertProject(
  db: Database,
  { departmentIds, ...project }: NewProject,
): Promise<string> {
  return db.transaction(async (tx) => {
    const [row] = await tx.insert(projects).values(project).returning({ id: projects.id })
    const projectId = row?.id ?? refuse('unavailable')
    await setDepartments(tx, projectId, departmentIds)
    await tx.insert(projectMembers).values({ projectId, personId: project.createdBy, role: 'lead' })
    return projectId
  })
}

export async function changeProjectRow(
  db: Database,
  projectId: string,
  change: { title?: string; challenge?: string; departmentIds?: string[] },
): Promise<void> {
  const { departmentIds, ...columns } = change
  await db.transaction(async (tx) => {
    if (Object.keys(columns).length > 0) {
      await tx.update(projects).set(columns).where(eq(projects.id, projectId))
    }
    if (departmentIds) await setDepartments(tx, projectId, departmentIds)
  })
}

async function setDepartments(tx: Queryable, projectId: string, departmentIds: string[]) {
  await tx.delete(projectDepartments).where(eq(projectDepartments.projectId, projectId))
  const rows = [...new Set(departmentIds)].map((departmentId) => ({ projectId, departmentId }))
  if (rows.length > 0) await tx.insert(projectDepartments).values(rows)
}

/** Resolves with the project's rooms: whoever is in them may write no longer, or again. */
export async function setArchived(
  db: Queryable,
  projectId: string,
  archived: boolean,
): Promise<string[]> {
  await db
    .update(projects)
    .set({ archivedAt: archived ? new Date() : null })
    .where(eq(projects.id, projectId))
  const rows = await db.select({ id: rooms.id }).from(rooms).where(eq(rooms.projectId, projectId))
  return rows.map((row) => row.id)
}

/** Adds a person of the project's own workspace, or changes their role. */
export async function putMember(
  db: Database,
  project: { id: string; workspaceId: string },
  personId: string,
  role: ProjectRole,
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockProject(tx, project.id)
    const found = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, personId), eq(people.workspaceId, project.workspaceId)))
    if (found.length === 0) refuse('not-found')
    await tx
      .insert(projectMembers)
      .values({ projectId: project.id, personId, role })
      .onConflictDoUpdate({
        target: [projectMembers.projectId, projectMembers.personId],
        set: { role },
      })
    await requireLead(tx, project.id)
  })
}

export async function removeMember(
  db: Database,
  projectId: string,
  personId: string,
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockProject(tx, projectId)
    const gone = await tx
      .delete(projectMembers)
      .where(and(eq(projectMembers.projectId, projectId), eq(projectMembers.personId, personId)))
      .returning({ personId: projectMembers.personId })
    if (gone.length === 0) refuse('not-found')
    await requireLead(tx, projectId)
  })
}

/** Two leads leaving at the same moment queue up here, and the second is refused. */
async function lockProject(tx: Queryable, projectId: string) {
  await tx.select().from(projects).where(eq(projects.id, projectId)).for('update')
}

async function requireLead(tx: Queryable, projectId: string) {
  const [leads] = await tx
    .select({ count: count() })
    .from(projectMembers)
    .where(and(eq(projectMembers.projectId, projectId), eq(projectMembers.role, 'lead')))
  if (!leads?.count) refuse('conflict')
}
