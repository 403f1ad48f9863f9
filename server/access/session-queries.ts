/** Sign-in sessions in SQL, and what lucia needs of them. Every id here is already a hash. */
import type { WorkspaceRole } from '@atelier/shared/access/roles'
import { and, desc, eq, gt, lte, ne, sql } from 'drizzle-orm'
import type { Adapter, DatabaseSession, Lucia, UserId } from 'lucia'
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
    getSessionAndUser: (id) => loadSessionAndPerson(db, id),
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

/** A suspended person is nobody: lucia then ends the session. */
async function loadSessionAndPerson(
  db: Queryable,
  id: string,
): ReturnType<Adapter['getSessionAndUser']> {
  const [row] = await db
    .select({
      session: sessions,
      workspaceId: people.workspaceId,
      role: people.role,
      suspendedAt: people.suspendedAt,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(eq(sessions.id, id))
  if (!row) return [null, null]
  const { session, suspendedAt, ...attributes } = row
  return [
    asDatabaseSession(session),
    suspendedAt === null ? { id: session.personId, attributes } : null,
  ]
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
