/** Addresses of calendar feeds, and what may be read at them now. */
import { randomBytes } from 'node:crypto'
import type { Actor } from '@atelier/shared/access/can'
import type { CalendarFeed } from '@atelier/shared/boards/calendar-feed'
import { refuse } from '@atelier/shared/refusals'
import { and, asc, desc, eq, gte, isNotNull, isNull } from 'drizzle-orm'
import { boardInSight } from '../access/board-access-queries'
import { hashOf } from '../access/hash-of'
import { boardCards, calendarFeeds } from '../db/card-tables'
import type { Queryable } from '../db/database'
import { boards, people, projectMembers, projects, rooms } from '../db/tables'

/** `boardId` null for their own cards on all boards. */
type Of = { personId: string; boardId: string | null }

const isOf = ({ personId, boardId }: Of) =>
  and(
    eq(calendarFeeds.personId, personId),
    boardId === null ? isNull(calendarFeeds.boardId) : eq(calendarFeeds.boardId, boardId),
  )

export async function loadFeed(db: Queryable, of: Of): Promise<CalendarFeed> {
  const [row] = await db
    .select({ since: calendarFeeds.createdAt })
    .from(calendarFeeds)
    .where(isOf(of))
  return row ? { since: row.since.toISOString() } : null
}

/** In place of the one there was, whose address ends. The token is told once, here; only its hash is kept. */
export async function putFeed(db: Queryable, of: Of): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const fresh = { tokenHash: hashOf(token), createdAt: new Date(), fetchedAt: null }
  await db
    .insert(calendarFeeds)
    .values({ ...of, ...fresh })
    .onConflictDoUpdate({ target: [calendarFeeds.personId, calendarFeeds.boardId], set: fresh })
  return token
}

export const deleteFeed = (db: Queryable, of: Of) => db.delete(calendarFeeds).where(isOf(of))

/** `actor` is whose feed it is, as they are now. */
export type OpenFeed = { id: string; actor: Actor; language: 'en' | 'de'; boardId: string | null }

/** What never was, was taken back, or is of somebody who is suspended: all the same. */
export async function loadOpenFeed(db: Queryable, token: string): Promise<OpenFeed> {
  const [row] = await db
    .select({
      id: calendarFeeds.id,
      boardId: calendarFeeds.boardId,
      language: people.language,
      actor: { personId: people.id, workspaceId: people.workspaceId, role: people.role },
    })
    .from(calendarFeeds)
    .innerJoin(people, and(eq(people.id, calendarFeeds.personId), isNull(people.suspendedAt)))
    .where(eq(calendarFeeds.tokenHash, hashOf(token)))
  return row ?? refuse('not-found')
}

export const mostInFeed = 2_000

/** A board's cards with a day from `since` on, the latest first; not-found where its person may not read it now. */
export async function loadBoardDays(db: Queryable, actor: Actor, boardId: string, since: string) {
  const [board] = await db
    .select({ title: boards.title, project: projects.title })
    .from(boards)
    .innerJoin(rooms, eq(rooms.id, boards.id))
    .innerJoin(projects, eq(projects.id, rooms.projectId))
    .leftJoin(
      projectMembers,
      and(eq(projectMembers.projectId, projects.id), eq(projectMembers.personId, actor.personId)),
    )
    .where(and(eq(boards.id, boardId), boardInSight(actor)))
  if (!board) return refuse('not-found')
  const cards = await db
    .select()
    .from(boardCards)
    .where(
      and(
        eq(boardCards.boardId, boardId),
        eq(boardCards.archived, false),
        isNotNull(boardCards.dueOn),
        gte(boardCards.dueOn, since),
      ),
    )
    .orderBy(desc(boardCards.dueOn), asc(boardCards.id))
    .limit(mostInFeed)
  return { ...board, cards }
}
