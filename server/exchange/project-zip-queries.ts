/** What of a project an actor may take along. */
import type { Actor } from '@atelier/shared/access/can'
import type { Outcome } from '@atelier/shared/outcomes/outcome'
import { refuse } from '@atelier/shared/refusals'
import { and, count, eq, inArray, isNull, sql } from 'drizzle-orm'
import { boardInSight } from '../access/board-access-queries'
import { docVisibleTo, withDocRights } from '../access/doc-access-queries'
import type { Queryable } from '../db/database'
import { docs, files } from '../db/doc-tables'
import { boards, projects, rooms } from '../db/tables'
import type { FileRow } from '../files/file-queries'
import { listOutcomes } from '../outcomes/outcome-queries'
import { inTreeOrder } from '../projects/project-contents-queries'
import { boardsFor } from '../references/visible-board-queries'
import { parentsFirst } from './reading/parents-first'

export type ExportDoc = {
  id: string
  parent: string | null
  title: string
  template: boolean
  restricted: boolean
}

export type ExportBoard = { id: string; title: string }

export type ExportFound = {
  project: { title: string; challenge: string }
  outcomes: Outcome[]
  docs: ExportDoc[]
  boards: ExportBoard[]
  /** Also those that no doc or board shows any more. */
  files: FileRow[]
  leftOut: number
}

/** The docs and boards the actor may read, but the bin’s; of other docs only how many there are. */
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
  const found = rows.map(({ doc: { id, parentId: parent, title, template, restricted } }) => ({
    id,
    parent,
    title,
    template,
    restricted,
  }))
  const shownBoards = await exportBoards(db, actor, projectId)
  return {
    project: { title, challenge },
    outcomes: await listOutcomes(db, projectId),
    docs: parentsFirst(found),
    boards: shownBoards,
    files: await filesIn(
      db,
      [...found, ...shownBoards].map(({ id }) => id),
    ),
    leftOut: (all?.count ?? 0) - found.length,
  }
}

/** By name, as folders show them. */
async function exportBoards(
  db: Queryable,
  actor: Actor,
  projectId: string,
): Promise<ExportBoard[]> {
  const rows = await boardsFor(db, actor)
    .where(and(boardInSight(actor), eq(rooms.projectId, projectId)))
    .orderBy(sql`${boards.title} collate "C"`, rooms.createdAt, boards.id)
  return rows.map(({ board: { id, title } }) => ({ id, title }))
}

const filesIn = async (db: Queryable, roomIds: string[]): Promise<FileRow[]> =>
  roomIds.length === 0
    ? []
    : db
        .select()
        .from(files)
        .where(inArray(files.roomId, roomIds))
        .orderBy(files.createdAt, files.id)
