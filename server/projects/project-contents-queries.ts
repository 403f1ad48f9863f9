/** What lies in a project, for its page. */
import type { Actor } from '@atelier/shared/access/can'
import type { BoardCard, DocCard } from '@atelier/shared/projects/project'
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { docVisibleTo, withDocRights } from '../access/doc-access-queries'
import { countOpenThreads } from '../comments/thread-queries'
import type { Queryable } from '../db/database'
import { docs } from '../db/doc-tables'
import { boards, rooms } from '../db/tables'

/** Among siblings: where somebody put them, then what nobody has put anywhere, oldest first. */
export const inTreeOrder = [sql`${docs.rank} collate "C" nulls last`, rooms.createdAt, docs.id]

/** A project's docs as the actor may read them, but those in the bin; in tree order among siblings. */
export async function listDocs(
  db: Queryable,
  actor: Actor,
  projectId: string,
): Promise<Omit<DocCard, 'here'>[]> {
  const rows = await withDocRights(db, actor)
    .where(and(docVisibleTo(actor), isNull(docs.trashedAt), eq(rooms.projectId, projectId)))
    .orderBy(...inTreeOrder)
  const openThreads = await countOpenThreads(
    db,
    rows.map(({ doc }) => doc.id),
  )
  return rows.map(({ doc: { changedAt, ...doc } }) => ({
    id: doc.id,
    title: doc.title,
    excerpt: doc.excerpt,
    parentId: doc.parentId,
    rank: doc.rank,
    restricted: doc.restricted,
    template: doc.template,
    openThreads: openThreads.get(doc.id) ?? 0,
    changedAt: changedAt.toISOString(),
  }))
}

/** A project's boards but those in the bin, the latest changed first. */
export async function listBoards(
  db: Queryable,
  projectId: string,
): Promise<Omit<BoardCard, 'here'>[]> {
  const rows = await db
    .select({
      id: boards.id,
      title: boards.title,
      summary: boards.summary,
      changedAt: boards.changedAt,
    })
    .from(boards)
    .innerJoin(rooms, eq(rooms.id, boards.id))
    .where(and(isNull(boards.trashedAt), eq(rooms.projectId, projectId)))
    .orderBy(desc(boards.changedAt), boards.id)
  return rows.map(({ summary, changedAt, ...row }) => ({
    ...row,
    columns: JSON.parse(summary) as BoardCard['columns'],
    changedAt: changedAt.toISOString(),
  }))
}
