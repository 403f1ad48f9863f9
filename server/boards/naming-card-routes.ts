import { cardId, type NamingCard } from '@atelier/shared/references/reference'
import { refuse } from '@atelier/shared/refusals'
import { Hono } from 'hono'
import { loadDoc } from '../access/doc-access-queries'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { withActor } from '../http/with-actor'
import { loadRoom } from '../projects/room-queries'
import { listNamingCards } from './card-link-queries'

/** Which cards name a doc, or a card. */
export const namingCardRoutes = (deps: Deps) =>
  new Hono()
    .get('/docs/:id/naming-cards', withActor(deps), async (c) => {
      const { actor } = c.var
      const { id } = await loadDoc(deps.db, actor, requireId(c.req.param('id')))
      const found: NamingCard[] = await listNamingCards(deps.db, actor, { id, card: '' })
      return c.json(found)
    })

    .get('/boards/:id/cards/:cardId/naming-cards', withActor(deps), async (c) => {
      const { actor } = c.var
      const { id } = await loadRoom(deps.db, actor, 'board', requireId(c.req.param('id')))
      const card = cardId.safeParse(c.req.param('cardId'))
      if (!card.success) return refuse('not-found')
      const found: NamingCard[] = await listNamingCards(deps.db, actor, { id, card: card.data })
      return c.json(found)
    })
