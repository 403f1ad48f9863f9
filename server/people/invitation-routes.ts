import {
  acceptInvitation,
  lookUpInvitation,
  newInvitation,
} from '@atelier/shared/people/invitation'
import { Hono } from 'hono'
import { loadProject } from '../access/project-access-queries'
import { requireCan } from '../access/require-can'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import {
  describeInvitation,
  insertInvitation,
  joinInvitedProject,
  listInvitations,
  loadOpenInvitation,
  requireInvitation,
  revokeInvitation,
  takeInvitation,
} from './invitation-queries'
import { requireDepartmentOf, requireOrganisation } from './organisation-queries'
import { insertPerson } from './person-queries'
import { welcome } from './session-routes'

const dayMs = 24 * 60 * 60 * 1000

/** Links that let people in. */
export const invitationRoutes = (deps: Deps) =>
  new Hono()
    .get('/invitations', withActor(deps), async (c) => {
      const { actor } = c.var
      requireCan(actor, 'invite', { kind: 'workspace', workspaceId: actor.workspaceId })
      return c.json(await listInvitations(deps.db, actor.workspaceId))
    })

    /** The answer is the only time the link's token is told. */
    .post('/invitations', withActor(deps), withBody(newInvitation), async (c) => {
      const { actor } = c.var
      const { workspaceId } = actor
      const { project, days, ...wish } = c.req.valid('json')
      requireCan(actor, 'manage', { kind: 'invitation', workspaceId, role: wish.role })
      await requireOrganisation(deps.db, workspaceId, wish.organisationId)
      if (project) requireCan(actor, 'manage', await loadProject(deps.db, actor, project.id))
      const made = await insertInvitation(deps.db, {
        ...wish,
        workspaceId,
        projectId: project?.id ?? null,
        projectRole: project?.role ?? null,
        createdBy: actor.personId,
        expiresAt: new Date(Date.now() + days * dayMs),
      })
      deps.notices.tell({ what: 'invitations' }, { kind: 'managers', workspaceId })
      return c.json(made, 201)
    })

    .delete('/invitations/:id', withActor(deps), async (c) => {
      const { actor } = c.var
      const { workspaceId } = actor
      requireCan(actor, 'invite', { kind: 'workspace', workspaceId })
      const { id, role } = await requireInvitation(
        deps.db,
        workspaceId,
        requireId(c.req.param('id')),
      )
      requireCan(actor, 'manage', { kind: 'invitation', workspaceId, role })
      await revokeInvitation(deps.db, id)
      deps.notices.tell({ what: 'invitations' }, { kind: 'managers', workspaceId })
      return c.body(null, 204)
    })

    .post('/invitations/look-up', withBody(lookUpInvitation), async (c) => {
      const invitation = await loadOpenInvitation(deps.db, c.req.valid('json').token)
      return c.json(await describeInvitation(deps.db, invitation))
    })

    .post('/invitations/accept', withBody(acceptInvitation), async (c) => {
      const { token, password, ...wish } = c.req.valid('json')
      const { workspaceId, organisationId, role } = await loadOpenInvitation(deps.db, token)
      await requireDepartmentOf(deps.db, organisationId, wish.departmentId)
      const passwordHash = await deps.passwords.hash(password)
      const person = { ...wish, passwordHash, workspaceId, organisationId, role }
      const { personId, projectId } = await deps.db.transaction(async (tx) => {
        const taken = await takeInvitation(tx, token)
        const id = await insertPerson(tx, person)
        await joinInvitedProject(tx, taken, id)
        return { personId: id, projectId: taken.projectId }
      })
      const newcomer = { kind: 'person', workspaceId, personId } as const
      deps.notices.tell({ what: 'people', id: personId }, newcomer)
      deps.notices.tell({ what: 'invitations' }, { kind: 'managers', workspaceId })
      if (projectId) {
        deps.notices.tell({ what: 'project', id: projectId }, { kind: 'project', projectId })
      }
      return c.json(await welcome(c, deps, personId), 201)
    })
