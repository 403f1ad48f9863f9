import { type Actor, can } from '@atelier/shared/access/can'
import { newDoc } from '@atelier/shared/docs/doc-contract'
import { newDocUpdate } from '@atelier/shared/docs/new-doc'
import type { DocPage } from '@atelier/shared/projects/project'
import { roomName } from '@atelier/shared/sync/room-name'
import { Hono } from 'hono'
import { type LoadedDoc, loadDoc } from '../access/doc-access-queries'
import { loadProject } from '../access/project-access-queries'
import { requireCan } from '../access/require-can'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { tellProject } from '../projects/tell-project'
import { hasMade } from './doc-queries'
import { loadAbove } from './doc-tree-queries'
import { isFavourite } from './my-doc-queries'
import { createDoc } from './new-doc-queries'

export const docRoutes = (deps: Deps) =>
  new Hono()
    .post('/projects/:id/docs', withActor(deps), withBody(newDoc), async (c) => {
      const { actor } = c.var
      const { title, parentId = null, id: wish } = c.req.valid('json')
      const project = await loadProject(deps.db, actor, requireId(c.req.param('id')))
      requireCan(actor, 'edit', project)
      const place = { projectId: project.id, createdBy: actor.personId }
      if (wish && (await hasMade(deps.db, { id: wish, ...place }))) {
        return c.json({ id: wish, title }, 201)
      }
      const update = newDocUpdate({ title })
      const id = await createDoc(deps.db, actor, project, { id: wish, title, parentId, update })
      tellProject(deps, project.id)
      return c.json({ id, title }, 201)
    })

    .get('/docs/:id', withActor(deps), async (c) => {
      const doc = await loadDoc(deps.db, c.var.actor, requireId(c.req.param('id')))
      return c.json(await pageOf(deps, c.var.actor, doc))
    })

    .get('/docs/:id/content', withActor(deps), async (c) => {
      const doc = await loadDoc(deps.db, c.var.actor, requireId(c.req.param('id')))
      const update = await deps.rooms.read(roomName('doc', doc.id))
      return c.body(new Uint8Array(update), 200, { 'Content-Type': 'application/octet-stream' })
    })

async function pageOf({ db }: Deps, actor: Actor, doc: LoadedDoc): Promise<DocPage> {
  const { id, title, projectId, projectTitle, template, ...rights } = doc
  const { workspaceId, project } = rights
  return {
    id,
    title,
    project: { id: projectId, title: projectTitle ?? '', workspaceId, ...project },
    access: can(actor, 'edit', rights) ? 'write' : 'read',
    rights,
    above: await loadAbove(db, actor, doc),
    template,
    favourite: await isFavourite(db, actor, id),
  }
}
