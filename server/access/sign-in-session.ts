/**
 * Sign-in sessions: six functions, and the only file that knows lucia.
 *
 * A token is 256 random bits, and lives in the person's cookie only. Lucia and the table see
 * nothing but its sha-256, under which the row is found: whoever reads the database, or a
 * backup of it, can sign in as nobody, and there is no secret left to compare in our own time.
 * A session ends after 7 days without use and 30 days in any case, for every role.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import type { Actor } from '@atelier/shared/access/can'
import { Lucia, TimeSpan } from 'lucia'
import type { Queryable } from '../db/database'
import { hashOf } from './hash-of'
import {
  deleteOtherSessions,
  deleteSessionOf,
  loadOpenSessions,
  sessionAdapter,
} from './session-queries'

export const idleDays = 7
export const absoluteDays = 30
const dayMs = 24 * 60 * 60 * 1000

/** `id` is the session's public name: it may be shown, and lets nobody in. */
export type SignedIn = { id: string; endsAt: Date }
export type Validated = { session: SignedIn; actor: Actor }
export type OpenSession = { id: string; device: string; createdAt: Date; expiresAt: Date }

export interface SignInSessions {
  create(personId: string, device: string): Promise<{ token: string; session: SignedIn }>
  /** Who holds this token, null when nobody (any more). Use moves the idle end along. */
  validate(token: string): Promise<Validated | null>
  /** The same person with a new token, as after every proof of who they are; the old one is void. */
  rotate(token: string, device: string): Promise<{ token: string; session: SignedIn } | null>
  /** Ends one of the person's sessions by its public id; false when they have no such session. */
  revoke(personId: string, id: string): Promise<boolean>
  /** Ends all, or all but one. */
  revokeAll(personId: string, exceptId?: string): Promise<void>
  list(personId: string): Promise<OpenSession[]>
}

export function signInSessions(db: Queryable): SignInSessions {
  const lucia = new Lucia(sessionAdapter(db), {
    sessionExpiresIn: new TimeSpan(idleDays, 'd'),
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  })

  async function create(personId: string, device: string) {
    const token = randomBytes(32).toString('base64url')
    const session = { id: randomUUID(), endsAt: new Date(Date.now() + absoluteDays * dayMs) }
    await lucia.createSession(
      personId,
      { publicId: session.id, endsAt: session.endsAt, device: device.slice(0, 200) },
      { sessionId: hashOf(token) },
    )
    return { token, session }
  }

  async function validate(token: string): Promise<Validated | null> {
    const { session, user } = await lucia.validateSession(hashOf(token))
    if (!session) return null
    return {
      session: { id: session.publicId, endsAt: session.endsAt },
      actor: { personId: user.id, workspaceId: user.workspaceId, role: user.role },
    }
  }

  async function rotate(token: string, device: string) {
    const found = await validate(token)
    if (!found) return null
    const fresh = await create(found.actor.personId, device)
    await lucia.invalidateSession(hashOf(token))
    return fresh
  }

  async function revokeAll(personId: string, exceptId?: string) {
    if (exceptId === undefined) await lucia.invalidateUserSessions(personId)
    else await deleteOtherSessions(db, personId, exceptId)
  }

  return {
    create,
    validate,
    rotate,
    revoke: (personId, id) => deleteSessionOf(db, personId, id),
    revokeAll,
    list: (personId) => loadOpenSessions(db, personId),
  }
}

/** Sessions nobody can use any more; called now and then. */
export const deleteExpiredSessions = (db: Queryable) => sessionAdapter(db).deleteExpiredSessions()
