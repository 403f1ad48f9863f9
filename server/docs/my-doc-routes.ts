import type { Actor } from '@atelier/shared/access/can'
import { Hono } from 'hono'
import { loadDoc } from '../access/doc-access-queries'
import { requireCan } from '../access/require-can'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { withActor } from '../http/with-actor'
import { listBacklinks } from './doc-link-queries'
import { listLibrary, loadMyDocs, setFavourite } from './my-doc-queries'

/** How one person finds docs: favourites, what was shared with them, the library, and what mentions what. */
export const myDocRoutes = (deps: Deps) =>
  new Hono()
    .get('/my-docs', withActor(deps), async (c) => c.json(await loadMyDocs(deps.db, c.var.actor)))

    .get('/library', withActor(deps), async (c) => {
      const { actor } = c.var
      requireCan(actor, 'read-library', { kind: 'workspace', workspaceId: actor.workspaceId })
      return c.json(await listLibrary(deps.db, actor))
    })

    .put('/docs/:id/favourite', withActor(deps), async (c) => {
      await favour(deps, c.var.actor, c.req.param('id'), true)
      return c.body(null, 204)
    })

    .delete('/docs/:id/favourite', withActor(deps), async (c) => {
      await favour(deps, c.var.actor, c.req.param('id'), false)
      return c.body(null, 204)
    })

    .get('/docs/:id/backlinks', withActor(deps), async (c) => {
      const doc = await loadDoc(deps.db, c.var.actor, requireId(c.req.param('id')))
      return c.json(await listBacklinks(deps.db, c.var.actor, doc.id))
    })

/** Told to the person's other windows. */
async function favour(deps: Deps, actor: Actor, id: string | undefined, wanted: boolean) {
  const doc = await loadDoc(deps.db, actor, requireId(id))
  await setFavourite(deps.db, actor, doc.id, wanted)
  const personIds = [actor.personId]
  deps.notices.tell({ what: 'docs', id: doc.id }, { kind: 'people', personIds })
}
