/** Docs as one actor may see them: what every route about a doc, and about anything in it, begins with. */
import { type Actor, can, type DocSubject } from '@atelier/shared/access/can'
import { refuse } from '@atelier/shared/refusals'
import {
  and,
  eq,
  getTableColumns,
  inArray,
  isNotNull,
  isNull,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { docGrants, docSuggestions, docs } from '../db/doc-tables'
import { projectMembers, projects, rooms } from '../db/tables'

const runsTheWorkspace = (actor: Actor) => actor.role === 'owner' || actor.role === 'admin'

/** The docs an actor may read: the one twin in SQL of `can(actor, 'read', doc)`. Needs `withDocRights`. */
export function docVisibleTo(actor: Actor): SQL | undefined {
  const here = eq(rooms.workspaceId, actor.workspaceId)
  if (runsTheWorkspace(actor))
    return and(here, or(isNull(docs.trashedAt), isNull(projects.archivedAt)))
  const inLibrary = actor.role === 'partner' ? undefined : isNotNull(docs.libraryAt)
  const throughProject = and(
    isNotNull(projectMembers.role),
    or(eq(docs.restricted, false), eq(projectMembers.role, 'lead')),
  )
  const arranging = or(
    eq(docGrants.role, 'contributor'),
    eq(projectMembers.role, 'lead'),
    and(eq(docs.restricted, false), eq(projectMembers.role, 'contributor')),
  )
  return and(
    here,
    or(throughProject, isNotNull(docGrants.role), inLibrary),
    or(isNull(docs.trashedAt), and(arranging, isNull(projects.archivedAt))),
  )
}

/**
 * Of the docs they may read, those they may follow: twin of `can(actor, 'follow', doc)`. Never undefined,
 * which an `or` around it would leave out instead of taking it for true.
 */
export function docFollowableBy(actor: Actor): SQL | undefined {
  if (runsTheWorkspace(actor)) return sql`true`
  return or(
    and(
      isNotNull(projectMembers.role),
      or(eq(docs.restricted, false), eq(projectMembers.role, 'lead')),
    ),
    inArray(docGrants.role, ['contributor', 'commenter']),
  )
}

/** The text may be long, and is for searching only. */
const { text: _, ...facts } = getTableColumns(docs)
export const docFacts = facts

export function withDocRights(db: Queryable, actor: Actor) {
  return db
    .select({ doc: docFacts, project: projects, role: projectMembers.role, grant: docGrants.role })
    .from(docs)
    .innerJoin(rooms, eq(rooms.id, docs.id))
    .innerJoin(projects, eq(projects.id, rooms.projectId))
    .leftJoin(
      projectMembers,
      and(eq(projectMembers.projectId, projects.id), eq(projectMembers.personId, actor.personId)),
    )
    .leftJoin(docGrants, and(eq(docGrants.docId, docs.id), eq(docGrants.personId, actor.personId)))
    .$dynamic()
}

export type DocRow = Awaited<ReturnType<typeof withDocRights>>[number]

export const docSubjectOf = ({ doc, project, role, grant }: DocRow): DocSubject => ({
  kind: 'doc',
  workspaceId: project.workspaceId,
  project: { role, archived: project.archivedAt !== null },
  grant,
  restricted: doc.restricted,
  inLibrary: doc.libraryAt !== null,
  trashed: doc.trashedAt !== null,
})

/** `projectTitle` is null for who may not read the project itself. */
export type LoadedDoc = DocSubject & {
  id: string
  title: string
  projectId: string
  projectTitle: string | null
  template: boolean
}

/** One doc as the actor may read it, or not-found: the way to everything inside it. */
export async function loadDoc(db: Queryable, actor: Actor, docId: string): Promise<LoadedDoc> {
  const [row] = await withDocRights(db, actor).where(and(docVisibleTo(actor), eq(docs.id, docId)))
  return row ? loadedDocOf(actor, row) : refuse('not-found')
}

export function loadedDocOf(actor: Actor, row: DocRow): LoadedDoc {
  const { doc, project, role } = row
  const archived = project.archivedAt !== null
  const { workspaceId } = project
  const mayReadProject = can(actor, 'read', { kind: 'project', workspaceId, role, archived })
  return {
    ...docSubjectOf(row),
    id: doc.id,
    title: doc.title,
    projectId: project.id,
    projectTitle: mayReadProject ? project.title : null,
    template: doc.template,
  }
}

/** Of these docs those the actor may read, the bin's left out. */
export async function readableDocs(
  db: Queryable,
  actor: Actor,
  docIds: readonly string[],
): Promise<{ id: string; title: string; excerpt: string }[]> {
  if (docIds.length === 0) return []
  const rows = await withDocRights(db, actor).where(
    and(docVisibleTo(actor), isNull(docs.trashedAt), inArray(docs.id, [...docIds])),
  )
  return rows.map(({ doc: { id, title, excerpt } }) => ({ id, title, excerpt }))
}

/** Their own rooms, and those of the forks in which people suggest: all have the docs' rights. */
export async function roomsOfDocs(db: Queryable, docIds: readonly string[]): Promise<string[]> {
  if (docIds.length === 0) return []
  const forks = await db
    .select({ id: docSuggestions.id })
    .from(docSuggestions)
    .where(inArray(docSuggestions.docId, [...docIds]))
  return [...docIds, ...forks.map(({ id }) => id)]
}
