import type { Actor } from '@atelier/shared/access/can'
import type { DocTemplate } from '@atelier/shared/docs/doc-lists'
import { and, desc, eq, isNotNull, isNull, or } from 'drizzle-orm'
import { docVisibleTo, withDocRights } from '../access/doc-access-queries'
import type { Queryable } from '../db/database'
import { docs } from '../db/doc-tables'
import { rooms } from '../db/tables'

/** The project's own templates and those of the library, the latest changed first. */
export async function listTemplates(
  db: Queryable,
  actor: Actor,
  project: { id: string; title: string },
): Promise<DocTemplate[]> {
  const offered = or(eq(rooms.projectId, project.id), isNotNull(docs.libraryAt))
  const rows = await withDocRights(db, actor)
    .where(and(docVisibleTo(actor), isNull(docs.trashedAt), eq(docs.template, true), offered))
    .orderBy(desc(docs.changedAt), docs.id)
  return rows.map(({ doc: { id, title, excerpt }, project: { id: from } }) => ({
    id,
    title,
    excerpt,
    project: from === project.id ? project.title : null,
  }))
}
