/** What of a project an actor may take along. */
import { type Actor, can } from '@atelier/shared/access/can'
import { refuse } from '@atelier/shared/refusals'
import { and, count, eq, inArray, isNull } from 'drizzle-orm'
import { docSubjectOf, docVisibleTo, withDocRights } from '../access/doc-access-queries'
import type { Queryable } from '../db/database'
import { docs, files } from '../db/doc-tables'
import { projects, rooms } from '../db/tables'
import type { FileRow } from '../files/file-queries'
import { inTreeOrder } from '../projects/project-contents-queries'
import { parentsFirst } from './reading/parents-first'

export type ExportDoc = {
  id: string
  parent: string | null
  title: string
  template: boolean
  restricted: boolean
  /** Its comments go along. */
  isFollowed: boolean
}

export type ExportFound = {
  project: { title: string; challenge: string }
  docs: ExportDoc[]
  /** Also those that no doc shows any more. */
  files: FileRow[]
  leftOut: number
}

/** The docs the actor may read, but the bin’s; of the others only how many there are. */
export async function loadExport(
  db: Queryable,
  actor: Actor,
  projectId: string,
): Promise<ExportFound> {
  const inProject = and(isNull(docs.trashedAt), eq(rooms.projectId, projectId))
  const rows = await withDocRights(db, actor)
    .where(and(docVisibleTo(actor), inProject))
    .orderBy(...inTreeOrder)
  const [all] = await db
    .select({ count: count() })
    .from(docs)
    .innerJoin(rooms, eq(rooms.id, docs.id))
    .where(inProject)
  const [project] = await db.select().from(projects).where(eq(projects.id, projectId))
  const { title, challenge } = project ?? refuse('not-found')
  const found = rows.map((row) => {
    const { id, parentId: parent, title, template, restricted } = row.doc
    const isFollowed = can(actor, 'follow', docSubjectOf(row))
    return { id, parent, title, template, restricted, isFollowed }
  })
  const ids = found.map(({ id }) => id)
  const rowsOfFiles =
    ids.length === 0
      ? []
      : await db
          .select()
          .from(files)
          .where(inArray(files.roomId, ids))
          .orderBy(files.createdAt, files.id)
  return {
    project: { title, challenge },
    docs: parentsFirst(found),
    files: rowsOfFiles,
    leftOut: (all?.count ?? 0) - found.length,
  }
}
