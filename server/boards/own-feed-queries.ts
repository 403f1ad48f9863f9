/** Somebody's own calendar feeds, all in one place. */
import type { Actor } from '@atelier/shared/access/can'
import type { OwnFeed } from '@atelier/shared/boards/calendar-feed'
import { and, desc, eq, isNull, lt, or, sql } from 'drizzle-orm'
import { boardInSight } from '../access/board-access-queries'
import { calendarFeeds } from '../db/card-tables'
import type { Queryable } from '../db/database'
import { boards, projectMembers, projects, rooms } from '../db/tables'

/** The newest first. Of a board they may not see now, nothing but that there is a feed of it. */
export async function loadOwnFeeds(db: Queryable, actor: Actor): Promise<OwnFeed[]> {
  const rows = await db
    .select({
      feed: calendarFeeds,
      board: boards,
      project: projects.title,
      inSight: sql<boolean>`coalesce(${boardInSight(actor)}, false)`,
    })
    .from(calendarFeeds)
    .leftJoin(boards, eq(boards.id, calendarFeeds.boardId))
    .leftJoin(rooms, eq(rooms.id, boards.id))
    .leftJoin(projects, eq(projects.id, rooms.projectId))
    .leftJoin(
      projectMembers,
      and(eq(projectMembers.projectId, projects.id), eq(projectMembers.personId, actor.personId)),
    )
    .where(eq(calendarFeeds.personId, actor.personId))
    .orderBy(desc(calendarFeeds.createdAt), calendarFeeds.id)
  return rows.map(({ feed, ...board }) => ({
    id: feed.id,
    of: feed.boardId === null ? { kind: 'my-cards' } : whichBoard(board),
    since: feed.createdAt.toISOString(),
    fetched: feed.fetchedAt?.toISOString() ?? null,
  }))
}

type BoardOf = {
  board: typeof boards.$inferSelect | null
  project: string | null
  inSight: boolean
}

const whichBoard = ({ board, project, inSight }: BoardOf): OwnFeed['of'] =>
  board && inSight
    ? { kind: 'board', id: board.id, title: board.title, project: project ?? '' }
    : { kind: 'hidden' }

/** At most once a minute: calendars ask often, and nobody needs it to the second. */
export async function noteFetched(db: Queryable, id: string): Promise<void> {
  const aMinuteAgo = sql`now() - interval '1 minute'`
  await db
    .update(calendarFeeds)
    .set({ fetchedAt: sql`now()` })
    .where(
      and(
        eq(calendarFeeds.id, id),
        or(isNull(calendarFeeds.fetchedAt), lt(calendarFeeds.fetchedAt, aMinuteAgo)),
      ),
    )
}

/** Says whether this person had such a one. */
export async function deleteOwnFeed(db: Queryable, personId: string, id: string): Promise<boolean> {
  const gone = await db
    .delete(calendarFeeds)
    .where(and(eq(calendarFeeds.personId, personId), eq(calendarFeeds.id, id)))
    .returning({ id: calendarFeeds.id })
  return gone.length > 0
}
