import { changeWatching } from '@atelier/shared/comments/card-comment'
import { Hono } from 'hono'
import { listWatches, setWatching } from '../comments/card-watch-queries'
import { tellWatching } from '../comments/tell-comments'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { loadRoom } from '../projects/room-queries'
import { atHome } from './card-home'

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
        const { watching } = c.req.valid('json')
        const { id } = await atHome(deps, c, async ({ board, place, seen }) => {
          const isSaid = await setWatching(deps.db, { ...place, personId, seen }, watching)
          return isSaid ? board : null
        })
        tellWatching(deps, id, personId)
        return c.body(null, 204)
      },
    )
