import type { Actor } from '@atelier/shared/access/can'
import { expectedPersonHeader } from '@atelier/shared/people/session'
import { refuse } from '@atelier/shared/refusals'
import type { Context, MiddlewareHandler } from 'hono'
import { forgetToken, readToken, writeToken } from '../access/cookie'
import type { SignedIn, Validated } from '../access/sign-in-session'
import type { Deps } from './deps'

export type WithActor = { Variables: { actor: Actor; session: SignedIn } }

/** Who asks, null when nobody is signed in. */
export async function whoAsks(c: Context, deps: Deps): Promise<Validated | null> {
  const token = readToken(c.req.header('cookie'), deps.cookie)
  return token === null ? null : deps.sessions.validate(token)
}

/** Every route that is not for the public names it: `c.var.actor`, or the answer is signed-out. */
export function withActor(deps: Deps): MiddlewareHandler<WithActor> {
  return async function requireActor(c, next) {
    const found = await whoAsks(c, deps)
    if (!found) return refuse('signed-out')
    // What somebody left to be sent does not go out as whoever has signed in after them.
    const expected = c.req.header(expectedPersonHeader)
    if (expected !== undefined && expected !== found.actor.personId) return refuse('signed-out')
    c.set('actor', found.actor)
    c.set('session', found.session)
    await next()
  }
}

export function setSessionCookie(c: Context, deps: Deps, token: string, endsAt: Date) {
  c.header('Set-Cookie', writeToken(token, endsAt, deps.cookie), { append: true })
}

/** The same person goes on under a new token; the old one is void. */
export async function renewSession(c: Context, deps: Deps) {
  const old = readToken(c.req.header('cookie'), deps.cookie)
  const fresh = old === null ? null : await deps.sessions.rotate(old, deviceOf(c))
  if (!fresh) return refuse('signed-out')
  setSessionCookie(c, deps, fresh.token, fresh.session.endsAt)
}

export function dropSessionCookie(c: Context, deps: Deps) {
  c.header('Set-Cookie', forgetToken(deps.cookie), { append: true })
}

export const deviceOf = (c: Context): string => c.req.header('user-agent') ?? ''
