import { changePerson, changeWorkspace } from '@atelier/shared/people/person'
import { Hono } from 'hono'
import { fellowsOf } from '../access/fellow-queries'
import { requireCan } from '../access/require-can'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { tellInbox } from '../inbox/tell-inbox'
import { listGrants } from './grant-queries'
import { changeStanding, listPeople, loadPerson } from './person-queries'
import { loadWorkspace, renameWorkspace } from './workspace-queries'

/** The workspace, who is in it, and everything that lets them in. */
export const peopleRoutes = (deps: Deps) =>
  new Hono()
    .get('/people', withActor(deps), async (c) => c.json(await listPeople(deps.db, c.var.actor)))

    .patch('/people/:id', withActor(deps), withBody(changePerson), async (c) => {
      const { actor } = c.var
      const { workspaceId } = actor
      const { role, suspended } = c.req.valid('json')
      const { subject } = await loadPerson(deps.db, actor, requireId(c.req.param('id')))
      requireCan(actor, 'change', subject)
      if (role) requireCan(actor, 'manage', { kind: 'invitation', workspaceId, role })
      await changeStanding(deps.db, actor, subject.personId, {
        ...(role && { role }),
        ...(suspended !== undefined && { suspendedAt: suspended ? new Date() : null }),
      })
      if (suspended) await deps.sessions.revokeAll(subject.personId)
      const fellows = suspended === undefined ? [] : await fellowsOf(deps.db, subject.personId)
      deps.accessChanges.report({ personIds: [subject.personId, ...fellows] })
      if (fellows.length > 0) {
        deps.notices.tell({ what: 'mentorships' }, { kind: 'people', personIds: fellows })
        tellInbox(deps, fellows)
      }
      const personIds = [subject.personId]
      for (const what of ['session', 'projects'] as const) {
        deps.notices.tell({ what }, { kind: 'people', personIds })
      }
      const id = subject.personId
      deps.notices.tell({ what: 'people', id }, { kind: 'person', workspaceId, personId: id })
      // Their links are worth what they may hand out themselves.
      deps.notices.tell({ what: 'invitations' }, { kind: 'managers', workspaceId })
      return c.json((await loadPerson(deps.db, actor, id)).row)
    })

    .patch('/workspace', withActor(deps), withBody(changeWorkspace), async (c) => {
      const { actor } = c.var
      const { workspaceId } = actor
      requireCan(actor, 'manage', { kind: 'workspace', workspaceId })
      await renameWorkspace(deps.db, workspaceId, c.req.valid('json').name)
      deps.notices.tell({ what: 'workspace' }, { kind: 'everyone', workspaceId })
      return c.json(await loadWorkspace(deps.db, workspaceId))
    })

    .get('/grants', withActor(deps), async (c) => {
      const { actor } = c.var
      requireCan(actor, 'manage', { kind: 'workspace', workspaceId: actor.workspaceId })
      return c.json(await listGrants(deps.db, actor))
    })
