import { leaveWorkspace } from '@atelier/shared/people/leaving'
import { refuse } from '@atelier/shared/refusals'
import { Hono } from 'hono'
import { slowedDown } from '../access/sign-in-delay-queries'
import type { Deps } from '../http/deps'
import { attemptAt, forgetDevicesElsewhere } from '../http/known-device'
import { dropSessionCookie, withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { tellInbox } from '../inbox/tell-inbox'
import { loadMe, loadPasswordHash } from '../people/person-queries'
import { tellPublications } from '../publications/tell-publications'
import { tellWorkshop } from '../workshops/tell-workshop'
import { unsignNotes } from '../workshops/unsign-notes'
import { endAccount } from './leave-queries'

/** How somebody ends their own account. */
export const leaveRoutes = (deps: Deps) =>
  new Hono().post('/me/leave', withActor(deps), withBody(leaveWorkspace), async (c) => {
    const { actor } = c.var
    const { personId, workspaceId } = actor
    const { password, keepName } = c.req.valid('json')
    const { email } = await loadMe(deps.db, personId)
    const right = await slowedDown(deps.db, attemptAt(c, deps, email), async () => {
      const stored = await loadPasswordHash(deps.db, personId)
      return (await deps.passwords.matches(stored, password)) || null
    })
    if (!right) refuse('invalid', { fields: [{ field: 'password', problem: 'wrong' }] })
    // Nobody knows this one.
    const passwordHash = await deps.passwords.hash(crypto.randomUUID())
    const wish = { keepName, passwordHash }
    const left = await endAccount(deps.db, actor, wish)
    const { roomIds, fellows, trainingFellows, published, workshopIds, signed } = left
    await forgetDevicesElsewhere(c, deps, personId)
    deps.accessChanges.report({ personIds: [personId, ...fellows], roomIds })
    for (const what of ['mentorships', 'journals'] as const)
      deps.notices.tell({ what }, { kind: 'people', personIds: fellows })
    tellInbox(deps, [...fellows, ...trainingFellows])
    tellPublications(deps, published, personId)
    for (const id of workshopIds) tellWorkshop(deps, id, ['workshop-people'])
    await unsignNotes(deps, signed)
    deps.notices.tell({ what: 'training' }, { kind: 'people', personIds: trainingFellows })
    deps.notices.tell({ what: 'people', id: personId }, { kind: 'person', workspaceId, personId })
    dropSessionCookie(c, deps)
    return c.body(null, 204)
  })
