import { moveAnchor, newThread } from '@atelier/shared/comments/comment'
import { type Context, Hono } from 'hono'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { type WithActor, withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import {
  beginThread,
  moveThread,
  readReaders,
  readThreads,
  reopenThread,
  resolveThread,
  type Talking,
} from './say-in-thread'
import type { LoadTalk } from './talk-room'

/** Threads as a whole, under what they are about. Everything goes through that, so that ids never disagree. */
export function threadRoutes(deps: Deps, load: LoadTalk) {
  const talkingIn = async (c: Context<WithActor>): Promise<Talking> => {
    const { actor } = c.var
    return { deps, actor, room: await load(deps, actor, requireId(c.req.param('id'))) }
  }
  return (
    new Hono()
      .get('/:id/threads', withActor(deps), async (c) =>
        c.json(await readThreads(await talkingIn(c))),
      )

      /** Who can be mentioned here. */
      .get('/:id/readers', withActor(deps), async (c) =>
        c.json(await readReaders(await talkingIn(c))),
      )

      .post('/:id/threads', withActor(deps), withBody(newThread), async (c) =>
        c.json(await beginThread(await talkingIn(c), c.req.valid('json')), 201),
      )

      .post('/:id/threads/:threadId/resolve', withActor(deps), async (c) => {
        await resolveThread(await talkingIn(c), requireId(c.req.param('threadId')))
        return c.body(null, 204)
      })

      .post('/:id/threads/:threadId/reopen', withActor(deps), async (c) => {
        await reopenThread(await talkingIn(c), requireId(c.req.param('threadId')))
        return c.body(null, 204)
      })

      .put('/:id/threads/:threadId/anchor', withActor(deps), withBody(moveAnchor), async (c) => {
        const threadId = requireId(c.req.param('threadId'))
        await moveThread(await talkingIn(c), threadId, c.req.valid('json'))
        return c.body(null, 204)
      })
  )
}
