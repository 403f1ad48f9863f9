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
import { loadDocTalk } from './talk-room'

/** What is said about a doc: threads as a whole. Everything goes through the doc, so that ids never disagree. */
export const threadRoutes = (deps: Deps) =>
  new Hono()
    .get('/docs/:id/threads', withActor(deps), async (c) =>
      c.json(await readThreads(await talkingIn(deps, c))),
    )

    /** Who can be mentioned here. */
    .get('/docs/:id/readers', withActor(deps), async (c) =>
      c.json(await readReaders(await talkingIn(deps, c))),
    )

    .post('/docs/:id/threads', withActor(deps), withBody(newThread), async (c) =>
      c.json(await beginThread(await talkingIn(deps, c), c.req.valid('json')), 201),
    )

    .post('/docs/:id/threads/:threadId/resolve', withActor(deps), async (c) => {
      await resolveThread(await talkingIn(deps, c), requireId(c.req.param('threadId')))
      return c.body(null, 204)
    })

    .post('/docs/:id/threads/:threadId/reopen', withActor(deps), async (c) => {
      await reopenThread(await talkingIn(deps, c), requireId(c.req.param('threadId')))
      return c.body(null, 204)
    })

    .put('/docs/:id/threads/:threadId/anchor', withActor(deps), withBody(moveAnchor), async (c) => {
      const threadId = requireId(c.req.param('threadId'))
      await moveThread(await talkingIn(deps, c), threadId, c.req.valid('json'))
      return c.body(null, 204)
    })

async function talkingIn(deps: Deps, c: Context<WithActor>): Promise<Talking> {
  const { actor } = c.var
  return { deps, actor, room: await loadDocTalk(deps, actor, requireId(c.req.param('id'))) }
}
