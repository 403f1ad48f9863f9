/** Sign-in sessions in SQL, and what lucia needs of them. Every id here is already a hash. */
import type { WorkspaceRole } from '@atelier/shared/access/roles'
import { and, desc, eq, gt, inArray, lte, ne, sql } from 'drizzle-orm'
import type { Adapter, DatabaseSession, Lucia, UserId } from 'lucia'
import { askedTogether } from '../db/asked-together'
import type { Queryable } from '../db/database'
import { people, sessions } from '../db/tables'

export type SessionAttributes = { publicId: string; endsAt: Date; device: string }
export type UserAttributes = { workspaceId: string; role: WorkspaceRole }

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionAttributes, UserAttributes>
    DatabaseSessionAttributes: SessionAttributes
    DatabaseUserAttributes: UserAttributes
  }
}

export function sessionAdapter(db: Queryable): Adapter {
  return {
    getSessionAndUser: askedTogether((ids: readonly string[]) => loadSessionsAndPeople(db, ids)),
    async getUserSessions(personId) {
      const rows = await db.select().from(sessions).where(eq(sessions.personId, personId))
      return rows.map(asDatabaseSession)
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      await db.insert(sessions).values({ id, personId: userId, expiresAt, ...attributes })
    },
    // Lucia only knows idle expiry; the absolute end is kept here.
    async updateSessionExpiration(id, expiresAt) {
      await db
        .update(sessions)
        .set({ expiresAt: sql`least(${expiresAt.toISOString()}::timestamptz, ${sessions.endsAt})` })
        .where(eq(sessions.id, id))
    },
    async deleteSession(id) {
      await db.delete(sessions).where(eq(sessions.id, id))
    },
    async deleteUserSessions(personId) {
      await db.delete(sessions).where(eq(sessions.personId, personId))
    },
    async deleteExpiredSessions() {
      await db.delete(sessions).where(lte(sessions.expiresAt, new Date()))
    },
  }
}

type SessionAndUser = Awaited<ReturnType<Adapter['getSessionAndUser']>>

/** One answer for each id. A suspended person is nobody: lucia then ends the session. */
async function loadSessionsAndPeople(
  db: Queryable,
  ids: readonly string[],
): Promise<SessionAndUser[]> {
  const rows = await db
    .select({
      session: sessions,
      workspaceId: people.workspaceId,
      role: people.role,
      suspendedAt: people.suspendedAt,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(inArray(sessions.id, [...new Set(ids)]))
  const found = new Map(
    rows.map(({ session, suspendedAt, ...attributes }): [string, SessionAndUser] => [
      session.id,
      [
        asDatabaseSession(session),
        suspendedAt === null ? { id: session.personId, attributes } : null,
      ],
    ]),
  )
  return ids.map((id) => found.get(id) ?? [null, null])
}

function asDatabaseSession(row: typeof sessions.$inferSelect): DatabaseSession {
  const { publicId, endsAt, device } = row
  return {
    id: row.id,
    userId: row.personId,
    expiresAt: row.expiresAt,
    attributes: { publicId, endsAt, device },
  }
}

export const loadOpenSessions = (db: Queryable, personId: UserId) =>
  db
    .select({
      id: sessions.publicId,
      device: sessions.device,
      createdAt: sessions.createdAt,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, new Date())))
    .orderBy(desc(sessions.createdAt))

/** Ends one session of this very person; says whether there was one. */
export async function deleteSessionOf(
  db: Queryable,
  personId: string,
  publicId: string,
): Promise<boolean> {
  const gone = await db
    .delete(sessions)
    .where(and(eq(sessions.personId, personId), eq(sessions.publicId, publicId)))
    .returning({ id: sessions.id })
  return gone.length > 0
}

export async function deleteOtherSessions(db: Queryable, personId: string, publicId: string) {
  await db
    .delete(sessions)
    .where(and(eq(sessions.personId, personId), ne(sessions.publicId, publicId)))
}
