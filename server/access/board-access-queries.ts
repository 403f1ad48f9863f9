/** Boards as one actor may see them: what every route about a board, and about anything on it, begins with. */
import { type Actor, type BoardSubject, can } from '@atelier/shared/access/can'
import { refuse } from '@atelier/shared/refusals'
import { and, eq, isNull, type SQL } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { boards, projectMembers, projects, rooms } from '../db/tables'
import { rightsOf, visibleTo } from './project-access-queries'

/**
 * The boards an actor may read, the bin's left out: the twin in SQL of `can(actor, 'read', board)` for what
 * is not in the bin. Needs `withBoardRights`.
 */
export const boardInSight = (actor: Actor): SQL | undefined =>
  and(visibleTo(actor), isNull(boards.trashedAt))

export function withBoardRights(db: Queryable, actor: Actor) {
  return db
    .select({ board: boards, project: projects, role: projectMembers.role })
    .from(boards)
    .innerJoin(rooms, eq(rooms.id, boards.id))
    .innerJoin(projects, eq(projects.id, rooms.projectId))
    .leftJoin(
      projectMembers,
      and(eq(projectMembers.projectId, projects.id), eq(projectMembers.personId, actor.personId)),
    )
    .$dynamic()
}

export type BoardRow = Awaited<ReturnType<typeof withBoardRights>>[number]

export const boardSubjectOf = ({ board, ...row }: BoardRow): BoardSubject => ({
  kind: 'board',
  ...rightsOf(row),
  trashed: board.trashedAt !== null,
})

export type LoadedBoard = BoardSubject & {
  id: string
  title: string
  projectId: string
  projectTitle: string
}

/** One board as the actor may read it, also in the bin, or not-found. */
export async function loadBoard(
  db: Queryable,
  actor: Actor,
  boardId: string,
): Promise<LoadedBoard> {
  const [row] = await withBoardRights(db, actor).where(
    and(visibleTo(actor), eq(boards.id, boardId)),
  )
  if (!row) return refuse('not-found')
  const subject = boardSubjectOf(row)
  if (!can(actor, 'read', subject)) return refuse('not-found')
  const { board, project } = row
  const { id: projectId, title: projectTitle } = project
  return { ...subject, id: board.id, title: board.title, projectId, projectTitle }
}
