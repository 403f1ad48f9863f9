import { setUpWorkspace, signIn } from '@atelier/shared/people/person'
import type { SessionAnswer } from '@atelier/shared/people/session'
import { refuse } from '@atelier/shared/refusals'
import { type Context, Hono } from 'hono'
import { readToken } from '../access/cookie'
import { endWaysIn, openWithPassword } from '../access/end-ways-in-queries'
import { slowedDown } from '../access/sign-in-delay-queries'
import type { SignInSessions } from '../access/sign-in-session'
import type { Deps } from '../http/deps'
import { attemptAt, forgetDevicesElsewhere, rememberDevice } from '../http/known-device'
import {
  deviceOf,
  dropSessionCookie,
  setSessionCookie,
  whoAsks,
  withActor,
} from '../http/with-actor'
import { withBody } from '../http/with-body'
import { loadCredentials, loadMe } from './person-queries'
import { foundWorkspace, hasWorkspace, loadWorkspace } from './workspace-queries'

/** Coming in and going out. */
export const sessionRoutes = (deps: Deps) =>
  new Hono()
    .get('/session', async (c) => c.json(await sessionAnswer(c, deps)))

    .post('/setup', withBody(setUpWorkspace), async (c) => {
      const { workspace, organisation, password, code, ...owner } = c.req.valid('json')
      if (await hasWorkspace(deps.db)) refuse('conflict')
      if (deps.setUpDoor.needsCode(c) && !deps.setUpDoor.opensTo(code)) {
        deps.log.warn('a first visit had not the code that was printed at the start')
        refuse('invalid', { fields: [{ field: 'code', problem: 'wrong' }] })
      }
      const passwordHash = await deps.passwords.hash(password)
      const first = { workspace, organisation, owner: { ...owner, passwordHash } }
      const { ownerId } = await foundWorkspace(deps.db, first)
      return c.json(await welcome(c, deps, ownerId), 201)
    })

    .post('/sign-in', withBody(signIn), async (c) => {
      const { email, password } = c.req.valid('json')
      const attempt = attemptAt(c, deps, email)
      const account = await slowedDown(deps.db, attempt, async () => {
        const found = await loadCredentials(deps.db, email)
        const right = await deps.passwords.matches(found?.passwordHash ?? null, password)
        return right ? found : null
      })
      const opened = account && (await openWithPassword(deps.db, account, deviceOf(c)))
      if (!opened) {
        deps.log.info({ address: attempt.address }, 'a sign-in failed')
        return refuse('wrong-credentials')
      }
      return c.json(await welcome(c, deps, account.id, opened))
    })

    .post('/sign-out', async (c) => {
      const found = await whoAsks(c, deps)
      if (found) {
        await deps.sessions.revoke(found.actor.personId, found.session.id)
        deps.accessChanges.report({ sessionIds: [found.session.id] })
      }
      dropSessionCookie(c, deps)
      return c.body(null, 204)
    })

    .post('/sign-out-everywhere', withActor(deps), async (c) => {
      const { personId } = c.var.actor
      await deps.db.transaction((tx) => endWaysIn(tx, personId))
      await forgetDevicesElsewhere(c, deps, personId)
      deps.accessChanges.report({ personIds: [personId] })
      dropSessionCookie(c, deps)
      return c.body(null, 204)
    })

async function sessionAnswer(c: Context, deps: Deps): Promise<SessionAnswer> {
  const found = await whoAsks(c, deps)
  if (found) return signedIn(deps, found.actor.personId)
  if (await hasWorkspace(deps.db)) return { state: 'signed-out' }
  return { state: 'first-run', ...(deps.setUpDoor.needsCode(c) && { needsCode: true as const }) }
}

async function signedIn(deps: Deps, personId: string) {
  const me = await loadMe(deps.db, personId)
  return {
    state: 'signed-in' as const,
    me,
    workspace: await loadWorkspace(deps.db, me.workspaceId),
  }
}

type Opened = Awaited<ReturnType<SignInSessions['create']>>

/** Begins a session under a new token, whatever cookie the browser came with; that one is void. */
export async function welcome(c: Context, deps: Deps, personId: string, opened?: Opened) {
  await forgetOldSession(c, deps)
  const { token, session } = opened ?? (await deps.sessions.create(personId, deviceOf(c)))
  setSessionCookie(c, deps, token, session.endsAt)
  await rememberDevice(c, deps, personId)
  return signedIn(deps, personId)
}

async function forgetOldSession(c: Context, deps: Deps) {
  const token = readToken(c.req.header('cookie'), deps.cookie)
  const old = token === null ? null : await deps.sessions.validate(token)
  if (!old) return
  await deps.sessions.revoke(old.actor.personId, old.session.id)
  deps.accessChanges.report({ sessionIds: [old.session.id] })
}
