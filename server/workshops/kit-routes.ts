import type { Verbs } from '@atelier/shared/access/can'
import { refuse } from '@atelier/shared/refusals'
import { newKitVersion, newOwnKit } from '@atelier/shared/workshops/kit'
import { type Context, Hono } from 'hono'
import { requireCan } from '../access/require-can'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { type WithActor, withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { listKits, loadKit } from './kit-queries'
import { changeRetired, insertKit, insertKitVersion } from './own-kit-queries'

/** Agendas that workshops begin with: those that come with the house, and the workspace's own. */
export const kitRoutes = (deps: Deps) =>
  new Hono()
    .get('/kits', withActor(deps), async (c) => c.json(await listKits(deps.db, c.var.actor)))

    .post('/kits', withActor(deps), withBody(newOwnKit), async (c) => {
      requireKits(c, 'write-kits')
      const kit = c.req.valid('json')
      await insertKit(deps.db, c.var.actor, kit)
      tellKits(deps, c)
      return c.json({ key: kit.id, version: 1 }, 201)
    })

    .get('/kits/:kitId', withActor(deps), async (c) => {
      const kit = await loadKit(deps.db, c.var.actor, c.req.param('kitId'))
      return c.json(kit ?? refuse('not-found'))
    })

    .put('/kits/:kitId', withActor(deps), withBody(newKitVersion), async (c) => {
      const { id, workspaceId } = await ownKit(deps, c)
      const { personId } = c.var.actor
      const by = { id, workspaceId, personId }
      const version = await insertKitVersion(deps.db, by, c.req.valid('json'))
      tellKits(deps, c)
      return c.json({ key: id, version })
    })

    .post('/kits/:kitId/retire', withActor(deps), async (c) => {
      await changeRetired(deps.db, await ownKit(deps, c), true)
      tellKits(deps, c)
      return c.body(null, 204)
    })

    .post('/kits/:kitId/restore', withActor(deps), async (c) => {
      await changeRetired(deps.db, await ownKit(deps, c), false)
      tellKits(deps, c)
      return c.body(null, 204)
    })

function requireKits(c: Context<WithActor>, verb: Verbs['workspace']) {
  const { actor } = c.var
  requireCan(actor, verb, { kind: 'workspace', workspaceId: actor.workspaceId })
}

/** To be written. Those that come with the house are nobody's to change: not found, as any word that is no id. */
async function ownKit(deps: Deps, c: Context<WithActor>) {
  const { workspaceId } = c.var.actor
  const id = requireId(c.req.param('kitId'))
  if (!(await loadKit(deps.db, c.var.actor, id))) refuse('not-found')
  requireKits(c, 'write-kits')
  return { id, workspaceId }
}

const tellKits = ({ notices }: Deps, c: Context<WithActor>) =>
  notices.tell({ what: 'kits' }, { kind: 'everyone', workspaceId: c.var.actor.workspaceId })
