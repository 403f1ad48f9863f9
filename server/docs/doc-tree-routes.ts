import { moveDoc, placeDoc as placeWish } from '@atelier/shared/docs/doc-contract'
import { Hono } from 'hono'
import { loadDoc, roomsOfDocs } from '../access/doc-access-queries'
import { loadProject } from '../access/project-access-queries'
import { requireCan } from '../access/require-can'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { eraseDoc, restoreDoc, trashDoc } from './doc-bin-queries'
import { moveDocTo } from './doc-move-queries'
import { placeDoc } from './doc-tree-queries'
import { tellDocs, tellLibrary } from './tell-docs'

/** Where docs stand: in the tree, in which project, in the bin. */
export const docTreeRoutes = (deps: Deps) =>
  new Hono()
    .put('/docs/:id/place', withActor(deps), withBody(placeWish), async (c) => {
      const { actor } = c.var
      const { parentId, before, after } = c.req.valid('json')
      const doc = await loadDoc(deps.db, actor, requireId(c.req.param('id')))
      requireCan(actor, 'arrange', doc)
      const place = { parentId, ...(before && { before }), ...(after && { after }) }
      await deps.db.transaction((tx) => placeDoc(tx, actor, doc, place))
      tellDocs(deps, doc)
      return c.body(null, 204)
    })

    .post('/docs/:id/move', withActor(deps), withBody(moveDoc), async (c) => {
      const { actor } = c.var
      const doc = await loadDoc(deps.db, actor, requireId(c.req.param('id')))
      requireCan(actor, 'move', doc)
      const target = await loadProject(deps.db, actor, c.req.valid('json').projectId)
      requireCan(actor, 'edit', target)
      const { roomIds, leftLibrary } = await moveDocTo(deps.db, actor, doc, target.id)
      deps.accessChanges.report({ roomIds })
      tellDocs(deps, doc)
      tellDocs(deps, { ...doc, projectId: target.id })
      if (leftLibrary) tellLibrary(deps, doc.workspaceId)
      return c.body(null, 204)
    })

    .post('/docs/:id/trash', withActor(deps), async (c) => {
      const doc = await loadDoc(deps.db, c.var.actor, requireId(c.req.param('id')))
      requireCan(c.var.actor, 'arrange', doc)
      const docIds = await trashDoc(deps.db, c.var.actor, doc)
      deps.accessChanges.report({ roomIds: await roomsOfDocs(deps.db, docIds) })
      tellDocs(deps, doc)
      return c.body(null, 204)
    })

    .post('/docs/:id/restore', withActor(deps), async (c) => {
      const doc = await loadDoc(deps.db, c.var.actor, requireId(c.req.param('id')))
      requireCan(c.var.actor, 'arrange', doc)
      const docIds = await restoreDoc(deps.db, c.var.actor, doc)
      deps.accessChanges.report({ roomIds: await roomsOfDocs(deps.db, docIds) })
      tellDocs(deps, doc)
      return c.body(null, 204)
    })

    .delete('/docs/:id', withActor(deps), async (c) => {
      const doc = await loadDoc(deps.db, c.var.actor, requireId(c.req.param('id')))
      requireCan(c.var.actor, 'erase', doc)
      await eraseDoc(deps.db, c.var.actor, doc)
      tellDocs(deps, doc)
      return c.body(null, 204)
    })
