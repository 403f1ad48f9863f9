import { type Actor, can } from '@atelier/shared/access/can'
import type { OrganisationRow } from '@atelier/shared/people/person'
import { refuse } from '@atelier/shared/refusals'
import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { isTaken, type Queryable } from '../db/database'
import { departments, organisations, people } from '../db/tables'

/** The home organisation first, then the partners by name; partners see only their own. */
export async function listOrganisations(db: Queryable, actor: Actor): Promise<OrganisationRow[]> {
  const { workspaceId, personId } = actor
  const own = db.select({ id: people.organisationId }).from(people).where(eq(people.id, personId))
  const all = can(actor, 'list-people', { kind: 'workspace', workspaceId })
  const rows = await db
    .select()
    .from(organisations)
    .where(
      and(
        eq(organisations.workspaceId, workspaceId),
        all ? undefined : inArray(organisations.id, own),
      ),
    )
    .orderBy(desc(organisations.home), sql`${organisations.name} collate "und-x-icu"`)
  const parts = await db
    .select()
    .from(departments)
    .where(eq(departments.workspaceId, workspaceId))
    .orderBy(sql`${departments.name} collate "und-x-icu"`)
  return rows.map(({ id, name, kind, region, home }) => ({
    id,
    name,
    kind,
    region,
    home,
    departments: parts
      .filter((part) => part.organisationId === id)
      .map((part) => ({ id: part.id, name: part.name })),
  }))
}

export async function requireOrganisation(db: Queryable, workspaceId: string, id: string) {
  const [row] = await db
    .select()
    .from(organisations)
    .where(and(eq(organisations.id, id), eq(organisations.workspaceId, workspaceId)))
  return row ?? refuse('not-found')
}

export async function insertOrganisation(
  db: Queryable,
  organisation: typeof organisations.$inferInsert,
): Promise<string> {
  try {
    const [row] = await db.insert(organisations).values(organisation).returning()
    return row?.id ?? refuse('unavailable')
  } catch (error) {
    if (!isTaken(error, 'organisations_name')) throw error
    return refuse('conflict', { fields: [{ field: 'name', problem: 'taken' }] })
  }
}

export async function insertDepartment(
  db: Queryable,
  department: typeof departments.$inferInsert,
): Promise<string> {
  try {
    const [row] = await db.insert(departments).values(department).returning()
    return row?.id ?? refuse('unavailable')
  } catch (error) {
    if (!isTaken(error, 'departments_name')) throw error
    return refuse('conflict', { fields: [{ field: 'name', problem: 'taken' }] })
  }
}

/** A department of this very organisation, or the field is wrong. */
export async function requireDepartmentOf(
  db: Queryable,
  organisationId: string,
  departmentId: string | null,
): Promise<void> {
  if (departmentId === null) return
  const found = await db
    .select({ id: departments.id })
    .from(departments)
    .where(and(eq(departments.id, departmentId), eq(departments.organisationId, organisationId)))
  if (found.length === 0) {
    refuse('invalid', { fields: [{ field: 'departmentId', problem: 'unknown' }] })
  }
}

/** All of them in this workspace, or the field is wrong. */
export async function requireDepartments(
  db: Queryable,
  workspaceId: string,
  ids: string[],
): Promise<void> {
  if (ids.length === 0) return
  const found = await db
    .select({ id: departments.id })
    .from(departments)
    .where(and(inArray(departments.id, ids), eq(departments.workspaceId, workspaceId)))
  if (found.length < new Set(ids).size) {
    refuse('invalid', { fields: [{ field: 'departmentIds', problem: 'unknown' }] })
  }
}
