import { changeWatching, isCardId } from '@atelier/shared/comments/card-comment'
import { refuse } from '@atelier/shared/refusals'
import { Hono } from 'hono'
import { listWatches, setWatching } from '../comments/card-watch-queries'
import { tellWatching } from '../comments/tell-comments'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { loadRoom } from '../projects/room-queries'

/** Which cards somebody watches: whoever may read a board may, and nobody is told of anybody else. */
export const cardWatchRoutes = (deps: Deps) =>
  new Hono()
    /** By card: true where they watch it, false where they have said that they do not want to. */
    .get('/boards/:id/watching', withActor(deps), async (c) => {
      const { actor } = c.var
      const { id } = await loadRoom(deps.db, actor, 'board', requireId(c.req.param('id')))
      return c.json(await listWatches(deps.db, { roomId: id, personId: actor.personId }))
    })

    .put(
      '/boards/:id/cards/:cardId/watching',
      withActor(deps),
      withBody(changeWatching),
      async (c) => {
        const { personId } = c.var.actor
        const { id } = await loadRoom(deps.db, c.var.actor, 'board', requireId(c.req.param('id')))
        const card = c.req.param('cardId')
        if (!isCardId(card)) refuse('not-found')
        await setWatching(deps.db, { roomId: id, card, personId }, c.req.valid('json').watching)
        tellWatching(deps, id, personId)
        return c.body(null, 204)
      },
    )
