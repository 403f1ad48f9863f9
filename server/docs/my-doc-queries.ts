/** Docs as one person finds them beside their projects: favourites, what was shared with them, the library. */
import type { Actor } from '@atelier/shared/access/can'
import type { DocLink, LibraryDoc, MyDocs } from '@atelier/shared/docs/doc-lists'
import { and, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { type DocRow, docVisibleTo, loadedDocOf, withDocRights } from '../access/doc-access-queries'
import type { Queryable } from '../db/database'
import { docFavourites, docs } from '../db/doc-tables'
import { departments, projectDepartments } from '../db/tables'

/** Readable, and not in the bin. */
export const inSight = (actor: Actor) => and(docVisibleTo(actor), isNull(docs.trashedAt))

export function linkTo(actor: Actor, row: DocRow): DocLink {
  const { id, title, projectId, projectTitle } = loadedDocOf(actor, row)
  return {
    id,
    title,
    project: projectTitle === null ? null : { id: projectId, title: projectTitle },
  }
}

/** What may no longer be read is left out, and comes back when it may. */
export async function loadMyDocs(db: Queryable, actor: Actor): Promise<MyDocs> {
  const mine = db
    .select({ docId: docFavourites.docId })
    .from(docFavourites)
    .where(eq(docFavourites.personId, actor.personId))
  const since = sql`(select ${docFavourites.createdAt} from ${docFavourites}
    where ${docFavourites.docId} = ${docs.id} and ${docFavourites.personId} = ${actor.personId})`
  const favourites = await withDocRights(db, actor)
    .where(and(inSight(actor), inArray(docs.id, mine)))
    .orderBy(since, docs.id)
  const granted = await withDocRights(db, actor)
    .where(and(inSight(actor), sql`doc_grants.role is not null`))
    .orderBy(desc(docs.changedAt), docs.id)
  return {
    favourites: favourites.map((row) => linkTo(actor, row)),
    // Who is in the project finds it there.
    shared: granted.map((row) => linkTo(actor, row)).filter(({ project }) => project === null),
  }
}

export async function isFavourite(db: Queryable, actor: Actor, docId: string): Promise<boolean> {
  const rows = await db
    .select({ docId: docFavourites.docId })
    .from(docFavourites)
    .where(and(eq(docFavourites.docId, docId), eq(docFavourites.personId, actor.personId)))
  return rows.length > 0
}

export async function setFavourite(
  db: Queryable,
  { personId }: Actor,
  docId: string,
  wanted: boolean,
): Promise<void> {
  const its = and(eq(docFavourites.docId, docId), eq(docFavourites.personId, personId))
  if (wanted) await db.insert(docFavourites).values({ docId, personId }).onConflictDoNothing()
  else await db.delete(docFavourites).where(its)
}

/** The latest changed first. Nothing for partners: the library is the workspace's own. */
export async function listLibrary(db: Queryable, actor: Actor): Promise<LibraryDoc[]> {
  const rows = await withDocRights(db, actor)
    .where(and(inSight(actor), isNotNull(docs.libraryAt)))
    .orderBy(desc(docs.changedAt), docs.id)
  const parts = await departmentsOf(
    db,
    rows.map(({ project }) => project.id),
  )
  return rows.map((row) => ({
    ...linkTo(actor, row),
    excerpt: row.doc.excerpt,
    template: row.doc.template,
    departments: parts.get(row.project.id) ?? [],
    changedAt: row.doc.changedAt.toISOString(),
  }))
}

async function departmentsOf(db: Queryable, projectIds: string[]) {
  const parts = new Map<string, string[]>()
  if (projectIds.length === 0) return parts
  const rows = await db
    .select({ projectId: projectDepartments.projectId, name: departments.name })
    .from(projectDepartments)
    .innerJoin(departments, eq(departments.id, projectDepartments.departmentId))
    .where(inArray(projectDepartments.projectId, projectIds))
    .orderBy(departments.name)
  for (const { projectId, name } of rows) {
    parts.set(projectId, [...(parts.get(projectId) ?? []), name])
  }
  return parts
}
