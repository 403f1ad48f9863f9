import type { CommentSubject } from '@atelier/shared/access/can'
import { moveAnchor, newThread } from '@atelier/shared/comments/comment'
import { type Context, Hono } from 'hono'
import { type LoadedDoc, loadDoc } from '../access/doc-access-queries'
import { requireCan } from '../access/require-can'
import type { Database } from '../db/database'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { type WithActor, withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { tellInbox } from '../inbox/tell-inbox'
import { putDocCommentNews } from './comment-news-queries'
import { listReaders, withRealMentions } from './reader-queries'
import { tellComments, tellThreads } from './tell-comments'
import { listThreads } from './thread-list-queries'
import { insertThread, requireThread, setAnchor, setResolved } from './thread-queries'

/** What is said about a doc: threads as a whole. Everything goes through the doc, so that ids never disagree. */
export const threadRoutes = (deps: Deps) =>
  new Hono()
    .get('/docs/:id/threads', withActor(deps), async (c) => {
      const doc = await loadDoc(deps.db, c.var.actor, requireId(c.req.param('id')))
      requireCan(c.var.actor, 'follow', doc)
      return c.json(await listThreads(deps.db, doc.id))
    })

    /** Who can be mentioned here. */
    .get('/docs/:id/readers', withActor(deps), async (c) => {
      const doc = await loadDoc(deps.db, c.var.actor, requireId(c.req.param('id')))
      requireCan(c.var.actor, 'follow', doc)
      return c.json(await listReaders(deps.db, c.var.actor, doc))
    })

    .post('/docs/:id/threads', withActor(deps), withBody(newThread), async (c) => {
      const { actor } = c.var
      const doc = await loadDoc(deps.db, actor, requireId(c.req.param('id')))
      requireCan(actor, 'comment', doc)
      const { body, ...thread } = c.req.valid('json')
      const said = await withRealMentions(body, () => listReaders(deps.db, actor, doc))
      const first = { ...thread, authorId: actor.personId, body: said }
      const told = await deps.db.transaction(async (tx) => {
        if (!(await insertThread(tx as Database, { ...first, roomId: doc.id }))) return null
        return putDocCommentNews(tx, doc.id, { ...first, threadId: thread.id })
      })
      if (told) tellThreads(deps, doc)
      tellInbox(deps, told ?? [])
      return c.json({ id: thread.id }, 201)
    })

    .post('/docs/:id/threads/:threadId/resolve', withActor(deps), async (c) => {
      const { doc, thread, subject } = await loadThread(deps, c)
      requireCan(c.var.actor, 'resolve', subject)
      const changed = await setResolved(deps.db, thread.id, c.var.actor.personId)
      if (changed) tellThreads(deps, doc)
      return c.body(null, 204)
    })

    .post('/docs/:id/threads/:threadId/reopen', withActor(deps), async (c) => {
      const { doc, thread } = await loadThread(deps, c)
      requireCan(c.var.actor, 'comment', doc)
      if (await setResolved(deps.db, thread.id, null)) tellThreads(deps, doc)
      return c.body(null, 204)
    })

    .put('/docs/:id/threads/:threadId/anchor', withActor(deps), withBody(moveAnchor), async (c) => {
      const { doc, thread } = await loadThread(deps, c)
      requireCan(c.var.actor, 'edit', doc)
      await setAnchor(deps.db, thread.id, c.req.valid('json'))
      tellComments(deps, doc)
      return c.body(null, 204)
    })

async function loadThread({ db }: Deps, c: Context<WithActor>) {
  const doc = await loadDoc(db, c.var.actor, requireId(c.req.param('id')))
  const thread = await requireThread(db, doc.id, requireId(c.req.param('threadId')))
  return { doc, thread, subject: subjectOf(doc, thread.createdBy) }
}

const subjectOf = (doc: LoadedDoc, authorId: string): CommentSubject => ({
  kind: 'comment',
  workspaceId: doc.workspaceId,
  authorId,
  about: doc,
})
