import { moveAnchor, newThread } from '@atelier/shared/comments/comment'
import { type Context, Hono } from 'hono'
import {
  beginThread,
  moveThread,
  readReaders,
  readThreads,
  reopenThread,
  resolveThread,
  type Talking,
} from '../comments/say-in-thread'
import { loadSectionTalk } from '../comments/talk-room'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { type WithActor, withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'

/**
 * What is said in the margin of a section: read by whoever reads the section, and nobody is told a word of it. With
 * the section, it is not found from the moment it is not shared any more.
 */
export const sectionThreadRoutes = (deps: Deps) =>
  new Hono()
    .get('/sections/:id/threads', withActor(deps), async (c) =>
      c.json(await readThreads(await talkingIn(deps, c))),
    )

    /** Who can be mentioned here. */
    .get('/sections/:id/readers', withActor(deps), async (c) =>
      c.json(await readReaders(await talkingIn(deps, c))),
    )

    .post('/sections/:id/threads', withActor(deps), withBody(newThread), async (c) =>
      c.json(await beginThread(await talkingIn(deps, c), c.req.valid('json')), 201),
    )

    .post('/sections/:id/threads/:threadId/resolve', withActor(deps), async (c) => {
      await resolveThread(await talkingIn(deps, c), requireId(c.req.param('threadId')))
      return c.body(null, 204)
    })

    .post('/sections/:id/threads/:threadId/reopen', withActor(deps), async (c) => {
      await reopenThread(await talkingIn(deps, c), requireId(c.req.param('threadId')))
      return c.body(null, 204)
    })

    .put(
      '/sections/:id/threads/:threadId/anchor',
      withActor(deps),
      withBody(moveAnchor),
      async (c) => {
        const threadId = requireId(c.req.param('threadId'))
        await moveThread(await talkingIn(deps, c), threadId, c.req.valid('json'))
        return c.body(null, 204)
      },
    )

async function talkingIn(deps: Deps, c: Context<WithActor>): Promise<Talking> {
  const { actor } = c.var
  return { deps, actor, room: await loadSectionTalk(deps, actor, requireId(c.req.param('id'))) }
}
