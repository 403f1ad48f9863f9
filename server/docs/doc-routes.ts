import { newDocUpdate } from '@atelier/shared/docs/new-doc'
import { newRoom, type RoomPage } from '@atelier/shared/projects/project'
import { Hono } from 'hono'
import { loadProject } from '../access/project-access-queries'
import { requireCan } from '../access/require-can'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { loadRoom } from '../projects/room-queries'
import { tellProject } from '../projects/tell-project'
import { insertDoc, loadDocTitle } from './doc-queries'

export const docRoutes = (deps: Deps) =>
  new Hono()
    .post('/projects/:id/docs', withActor(deps), withBody(newRoom), async (c) => {
      const { actor } = c.var
      const { title } = c.req.valid('json')
      const project = await loadProject(deps.db, actor, requireId(c.req.param('id')))
      requireCan(actor, 'edit', project)
      const id = await insertDoc(deps.db, title, {
        workspaceId: project.workspaceId,
        projectId: project.id,
        createdBy: actor.personId,
        update: newDocUpdate({ title }),
      })
      tellProject(deps, project.id)
      return c.json({ id, title }, 201)
    })

    .get('/docs/:id', withActor(deps), async (c) => {
      const room = await loadRoom(deps.db, c.var.actor, 'doc', requireId(c.req.param('id')))
      const page: RoomPage = { ...room, title: await loadDocTitle(deps.db, room.id) }
      return c.json(page)
    })
