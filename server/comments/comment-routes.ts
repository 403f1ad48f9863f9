import { changeComment, giveReaction, newComment } from '@atelier/shared/comments/comment'
import { type Context, Hono } from 'hono'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { type WithActor, withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { answerThread, changeWords, react, type Talking, takeOutComment } from './say-in-thread'
import { loadDocTalk } from './talk-room'

const one = '/docs/:id/threads/:threadId/comments/:commentId'

/** Single comments of a thread. A doc holds its threads, a thread its comments: no id goes without the one before. */
export const commentRoutes = (deps: Deps) =>
  new Hono()
    /** To answer opens a thread again. */
    .post(
      '/docs/:id/threads/:threadId/comments',
      withActor(deps),
      withBody(newComment),
      async (c) => {
        const threadId = requireId(c.req.param('threadId'))
        return c.json(
          await answerThread(await talkingIn(deps, c), threadId, c.req.valid('json')),
          201,
        )
      },
    )

    .patch(one, withActor(deps), withBody(changeComment), async (c) => {
      await changeWords(await talkingIn(deps, c), placeOf(c), c.req.valid('json').body)
      return c.body(null, 204)
    })

    .delete(one, withActor(deps), async (c) => {
      await takeOutComment(await talkingIn(deps, c), placeOf(c))
      return c.body(null, 204)
    })

    .put(`${one}/reaction`, withActor(deps), withBody(giveReaction), async (c) => {
      await react(await talkingIn(deps, c), placeOf(c), c.req.valid('json'))
      return c.body(null, 204)
    })

async function talkingIn(deps: Deps, c: Context<WithActor>): Promise<Talking> {
  const { actor } = c.var
  return { deps, actor, room: await loadDocTalk(deps, actor, requireId(c.req.param('id'))) }
}

const placeOf = (c: Context) => ({
  threadId: requireId(c.req.param('threadId')),
  commentId: requireId(c.req.param('commentId')),
})
