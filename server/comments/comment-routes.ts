import { changeComment, giveReaction, newComment } from '@atelier/shared/comments/comment'
import { type Context, Hono } from 'hono'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { type WithActor, withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { answerThread, changeWords, react, type Talking, takeOutComment } from './say-in-thread'
import type { LoadTalk } from './talk-room'

const one = '/:id/threads/:threadId/comments/:commentId'

/**
 * Single comments of a thread, under where it stands. That holds its threads, a thread its comments: no id goes
 * without the one before.
 */
export function commentRoutes(deps: Deps, load: LoadTalk) {
  const talkingIn = async (c: Context<WithActor>): Promise<Talking> => {
    const { actor } = c.var
    return { deps, actor, room: await load(deps, actor, requireId(c.req.param('id'))) }
  }
  return (
    new Hono()
      /** To answer opens a thread again. */
      .post('/:id/threads/:threadId/comments', withActor(deps), withBody(newComment), async (c) => {
        const threadId = requireId(c.req.param('threadId'))
        return c.json(await answerThread(await talkingIn(c), threadId, c.req.valid('json')), 201)
      })

      .patch(one, withActor(deps), withBody(changeComment), async (c) => {
        await changeWords(await talkingIn(c), placeOf(c), c.req.valid('json').body)
        return c.body(null, 204)
      })

      .delete(one, withActor(deps), async (c) => {
        await takeOutComment(await talkingIn(c), placeOf(c))
        return c.body(null, 204)
      })

      .put(`${one}/reaction`, withActor(deps), withBody(giveReaction), async (c) => {
        await react(await talkingIn(c), placeOf(c), c.req.valid('json'))
        return c.body(null, 204)
      })
  )
}

const placeOf = (c: Context) => ({
  threadId: requireId(c.req.param('threadId')),
  commentId: requireId(c.req.param('commentId')),
})
