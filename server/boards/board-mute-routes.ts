import { type BoardMuted, boardMuted } from '@atelier/shared/inbox/inbox'
import { Hono } from 'hono'
import { tellWatching } from '../comments/tell-comments'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { loadRoom } from '../projects/room-queries'
import { readMuted, setMuted } from './board-mute-queries'

/** Whether somebody has muted a board: whoever may read it may, and nobody is told of anybody else. */
export const boardMuteRoutes = (deps: Deps) =>
  new Hono()
    .get('/boards/:id/muted', withActor(deps), async (c) => {
      const { actor } = c.var
      const { id } = await loadRoom(deps.db, actor, 'board', requireId(c.req.param('id')))
      return c.json<BoardMuted>(await readMuted(deps.db, { boardId: id, personId: actor.personId }))
    })

    .put('/boards/:id/muted', withActor(deps), withBody(boardMuted), async (c) => {
      const { actor } = c.var
      const { personId } = actor
      const { id } = await loadRoom(deps.db, actor, 'board', requireId(c.req.param('id')))
      await setMuted(deps.db, { boardId: id, personId }, c.req.valid('json'))
      tellWatching(deps, id, personId)
      return c.body(null, 204)
    })
