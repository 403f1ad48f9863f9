/** What lies in a project, for its page. */
import type { BoardCard, DocCard } from '@atelier/shared/projects/project'
import { desc, eq } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { boards, docs, rooms } from '../db/tables'

/** A project's docs, the latest changed first. */
export async function listDocs(db: Queryable, projectId: string): Promise<Omit<DocCard, 'here'>[]> {
  const rows = await db
    .select({
      id: docs.id,
      title: docs.title,
      excerpt: docs.excerpt,
      changedAt: docs.changedAt,
    })
    .from(docs)
    .innerJoin(rooms, eq(rooms.id, docs.id))
    .where(eq(rooms.projectId, projectId))
    .orderBy(desc(docs.changedAt), docs.id)
  return rows.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() }))
}

/** A project's boards, the latest changed first. */
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
    .where(eq(rooms.projectId, projectId))
    .orderBy(desc(boards.changedAt), boards.id)
  return rows.map(({ summary, changedAt, ...row }) => ({
    ...row,
    columns: JSON.parse(summary) as BoardCard['columns'],
    changedAt: changedAt.toISOString(),
  }))
}
