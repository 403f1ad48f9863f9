import type { CommentSubject } from '@atelier/shared/access/can'
import { changeComment, giveReaction, newComment } from '@atelier/shared/comments/comment'
import { type Context, Hono } from 'hono'
import { loadDoc } from '../access/doc-access-queries'
import { requireCan } from '../access/require-can'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { type WithActor, withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { tellInbox } from '../inbox/tell-inbox'
import { putDocCommentNews } from './comment-news-queries'
import { deleteComment, insertCommentRow, requireComment, setBody } from './comment-queries'
import { addReaction, removeReaction } from './reaction-queries'
import { listReaders, withRealMentions } from './reader-queries'
import { tellComments, tellThreads } from './tell-comments'
import { requireThread, setResolved } from './thread-queries'

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
        const { actor } = c.var
        const doc = await loadDoc(deps.db, actor, requireId(c.req.param('id')))
        requireCan(actor, 'comment', doc)
        const { id, body } = c.req.valid('json')
        const threadId = requireId(c.req.param('threadId'))
        const said = await withRealMentions(body, () => listReaders(deps.db, actor, doc))
        const { isOpenedAgain, told } = await deps.db.transaction(async (tx) => {
          const thread = await requireThread(tx, doc.id, threadId, { hold: true })
          const comment = { id, authorId: actor.personId, body: said }
          const isNew = await insertCommentRow(tx, thread.id, comment)
          if (!isNew) return { isOpenedAgain: false, told: [] }
          const isOpenedAgain = await setResolved(tx, thread.id, null)
          const told = await putDocCommentNews(tx, doc.id, { ...comment, threadId: thread.id })
          return { isOpenedAgain, told }
        })
        tellInbox(deps, told)
        if (isOpenedAgain) tellThreads(deps, doc)
        else tellComments(deps, doc)
        return c.json({ id }, 201)
      },
    )

    .patch(one, withActor(deps), withBody(changeComment), async (c) => {
      const { doc, comment, subject } = await loadComment(deps, c)
      requireCan(c.var.actor, 'change', subject)
      const { body } = c.req.valid('json')
      const said = await withRealMentions(body, () => listReaders(deps.db, c.var.actor, doc))
      const told = await deps.db.transaction(async (tx) => {
        await setBody(tx, comment.id, said)
        return putDocCommentNews(tx, doc.id, { ...comment, body: said }, true)
      })
      tellInbox(deps, told)
      tellComments(deps, doc)
      return c.body(null, 204)
    })

    .delete(one, withActor(deps), async (c) => {
      const { doc, comment, subject } = await loadComment(deps, c)
      requireCan(c.var.actor, 'delete', subject)
      await deps.db.transaction(async (tx) => {
        await requireThread(tx, doc.id, comment.threadId, { hold: true })
        await deleteComment(tx, comment.threadId, comment.id)
      })
      tellThreads(deps, doc)
      return c.body(null, 204)
    })

    .put(`${one}/reaction`, withActor(deps), withBody(giveReaction), async (c) => {
      const { actor } = c.var
      const { doc, comment } = await loadComment(deps, c)
      requireCan(actor, 'comment', doc)
      const { emoji, given } = c.req.valid('json')
      const reaction = { commentId: comment.id, personId: actor.personId, emoji }
      await (given ? addReaction(deps.db, reaction) : removeReaction(deps.db, reaction))
      tellComments(deps, doc)
      return c.body(null, 204)
    })

async function loadComment({ db }: Deps, c: Context<WithActor>) {
  const doc = await loadDoc(db, c.var.actor, requireId(c.req.param('id')))
  const thread = await requireThread(db, doc.id, requireId(c.req.param('threadId')))
  const comment = await requireComment(db, thread.id, requireId(c.req.param('commentId')))
  const { workspaceId } = doc
  const { authorId } = comment
  const subject: CommentSubject = { kind: 'comment', workspaceId, authorId, about: doc }
  return { doc, comment, subject }
}
