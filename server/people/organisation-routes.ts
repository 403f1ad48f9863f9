import { newDepartment, newOrganisation } from '@atelier/shared/people/person'
import { Hono } from 'hono'
import { requireCan } from '../access/require-can'
import type { Deps } from '../http/deps'
import { withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import {
  insertDepartment,
  insertOrganisation,
  listOrganisations,
  requireOrganisation,
} from './organisation-queries'

/** Organisations and their departments; those who run the workspace add to them. */
export const organisationRoutes = (deps: Deps) =>
  new Hono()
    .get('/organisations', withActor(deps), async (c) =>
      c.json(await listOrganisations(deps.db, c.var.actor)),
    )

    .post('/organisations', withActor(deps), withBody(newOrganisation), async (c) => {
      const { actor } = c.var
      const { workspaceId } = actor
      requireCan(actor, 'manage', { kind: 'workspace', workspaceId })
      const id = await insertOrganisation(deps.db, { workspaceId, ...c.req.valid('json') })
      deps.notices.tell({ what: 'organisations' }, { kind: 'everyone', workspaceId })
      return c.json({ id }, 201)
    })

    .post('/departments', withActor(deps), withBody(newDepartment), async (c) => {
      const { actor } = c.var
      const { workspaceId } = actor
      requireCan(actor, 'manage', { kind: 'workspace', workspaceId })
      const { organisationId, name } = c.req.valid('json')
      await requireOrganisation(deps.db, workspaceId, organisationId)
      const id = await insertDepartment(deps.db, { workspaceId, organisationId, name })
      deps.notices.tell({ what: 'organisations' }, { kind: 'everyone', workspaceId })
      return c.json({ id }, 201)
    })
