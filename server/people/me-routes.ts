import { changePassword, changeProfile } from '@atelier/shared/people/person'
import type { SignedInDevice } from '@atelier/shared/people/session'
import { refuse } from '@atelier/shared/refusals'
import { Hono } from 'hono'
import { endWaysIn } from '../access/end-ways-in-queries'
import { slowedDown } from '../access/sign-in-delay-queries'
import type { Deps } from '../http/deps'
import { attemptAt, forgetDevicesElsewhere, rememberDevice } from '../http/known-device'
import { requireId } from '../http/require-id'
import { renewSession, withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { requireDepartmentOf } from './organisation-queries'
import { changePersonRow, loadMe, loadPasswordHash } from './person-queries'

/** The signed-in person's own account. */
export const meRoutes = (deps: Deps) =>
  new Hono()
    .get('/me', withActor(deps), async (c) => c.json(await loadMe(deps.db, c.var.actor.personId)))

    .patch('/me', withActor(deps), withBody(changeProfile), async (c) => {
      const { personId, workspaceId } = c.var.actor
      const change = c.req.valid('json')
      const me = await loadMe(deps.db, personId)
      await requireDepartmentOf(deps.db, me.organisationId, change.departmentId ?? null)
      await changePersonRow(deps.db, personId, change)
      // Name and colour are stamped on presence when joining: rooms ask for them again.
      if (change.name || change.colour) deps.accessChanges.report({ personIds: [personId] })
      // Nobody sees the time zone, and whoever told it knows it.
      if (Object.keys(change).some((key) => key !== 'timeZone')) {
        const person = { kind: 'person', workspaceId, personId } as const
        deps.notices.tell({ what: 'session' }, { kind: 'people', personIds: [personId] })
        deps.notices.tell({ what: 'people', id: personId }, person)
      }
      return c.json(await loadMe(deps.db, personId))
    })

    /** Every other device is signed out, calendar feeds end, and this one gets a new token. */
    .post('/me/password', withActor(deps), withBody(changePassword), async (c) => {
      const { personId } = c.var.actor
      const { current, next } = c.req.valid('json')
      const { email } = await loadMe(deps.db, personId)
      const right = await slowedDown(deps.db, attemptAt(c, deps, email), async () => {
        const stored = await loadPasswordHash(deps.db, personId)
        return (await deps.passwords.matches(stored, current)) || null
      })
      if (!right) refuse('invalid', { fields: [{ field: 'current', problem: 'wrong' }] })
      const passwordHash = await deps.passwords.hash(next)
      await deps.db.transaction(async (tx) => {
        await changePersonRow(tx, personId, { passwordHash })
        await endWaysIn(tx, personId, c.var.session.id)
      })
      await forgetDevicesElsewhere(c, deps, personId)
      await renewSession(c, deps)
      await rememberDevice(c, deps, personId)
      deps.accessChanges.report({ personIds: [personId] })
      return c.body(null, 204)
    })

    .get('/me/sessions', withActor(deps), async (c) => {
      const open = await deps.sessions.list(c.var.actor.personId)
      const devices = open.map(
        (session): SignedInDevice => ({
          id: session.id,
          device: session.device,
          createdAt: session.createdAt.toISOString(),
          expiresAt: session.expiresAt.toISOString(),
          current: session.id === c.var.session.id,
        }),
      )
      return c.json(devices)
    })

    .delete('/me/sessions/:id', withActor(deps), async (c) => {
      const { personId } = c.var.actor
      const id = requireId(c.req.param('id'))
      if (!(await deps.sessions.revoke(personId, id))) refuse('not-found')
      deps.accessChanges.report({ sessionIds: [id] })
      deps.notices.tell({ what: 'session' }, { kind: 'people', personIds: [personId] })
      return c.body(null, 204)
    })
