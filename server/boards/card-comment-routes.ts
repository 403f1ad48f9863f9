import type { CommentSubject } from '@atelier/shared/access/can'
import { entryOf } from '@atelier/shared/boards/board-shape'
import { changeComment, giveReaction, newComment, sayerOf } from '@atelier/shared/comments/comment'
import { refuse } from '@atelier/shared/refusals'
import { roomName } from '@atelier/shared/sync/room-name'
import { type Context, Hono } from 'hono'
import { requireCan } from '../access/require-can'
import {
  countCardComments,
  insertCardComment,
  isAskedForCard,
  listCardComments,
  requireCardThread,
} from '../comments/card-thread-queries'
import { putCardCommentNews } from '../comments/comment-news-queries'
import { deleteComment, importedOf, requireComment, setBody } from '../comments/comment-queries'
import { addReaction, removeReaction } from '../comments/reaction-queries'
import { listProjectReaders, withRealMentions } from '../comments/reader-queries'
import { tellCardComments, tellWatching } from '../comments/tell-comments'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { type WithActor, withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { tellInbox } from '../inbox/tell-inbox'
import { loadRoom } from '../projects/room-queries'
import { atHome, loadHere, loadHome } from './card-home'

const all = '/boards/:id/cards/:cardId/comments'
const one = `${all}/:commentId` as const

/** What is said about the cards of a board. A board holds its cards' threads: no id goes without the one before. */
export const cardCommentRoutes = (deps: Deps) =>
  new Hono()
    /** By card; those about which nothing is said are missing. */
    .get('/boards/:id/comment-counts', withActor(deps), async (c) => {
      const board = await loadBoard(deps, c)
      return c.json(await countCardComments(deps.db, board.id))
    })

    /** Who can be mentioned here. */
    .get('/boards/:id/readers', withActor(deps), async (c) => {
      const board = await loadBoard(deps, c)
      return c.json(await listProjectReaders(deps.db, c.var.actor, board.project))
    })

    .get(all, withActor(deps), async (c) => {
      const { board, card } = await loadHere(deps, c)
      return c.json(await listCardComments(deps.db, { roomId: board.id, card }))
    })

    .post(all, withActor(deps), withBody(newComment), async (c) => {
      const { personId } = c.var.actor
      const { id, body } = c.req.valid('json')
      const { board, isWatchingNow, told } = await atHome(
        deps,
        c,
        async ({ board, place, seen }) => {
          requireCan(c.var.actor, 'comment', aboutProject(board))
          const said = await withRealMentions(body, () =>
            listProjectReaders(deps.db, c.var.actor, board.project),
          )
          await requireCard(deps, place)
          const comment = { id, authorId: personId, body: said }
          const done = await insertCardComment(deps.db, { ...place, seen }, comment)
          return done && { board, ...done }
        },
      )
      tellCardComments(deps, board)
      tellInbox(deps, told)
      if (isWatchingNow) tellWatching(deps, board.id, personId)
      return c.json({ id }, 201)
    })

    .patch(one, withActor(deps), withBody(changeComment), async (c) => {
      const { board, place, comment, subject } = await loadComment(deps, c)
      const authorId = sayerOf({ ...comment, imported: importedOf(comment) })
      requireCan(c.var.actor, 'change', { ...subject, authorId })
      const said = await withRealMentions(c.req.valid('json').body, () =>
        listProjectReaders(deps.db, c.var.actor, board.project),
      )
      const told = await deps.db.transaction(async (tx) => {
        await setBody(tx, comment.id, said)
        return putCardCommentNews(tx, place, { ...comment, body: said }, true)
      })
      tellInbox(deps, told)
      tellCardComments(deps, board)
      return c.body(null, 204)
    })

    .delete(one, withActor(deps), async (c) => {
      const { board, place, comment, subject } = await loadComment(deps, c)
      requireCan(c.var.actor, 'delete', subject)
      await deps.db.transaction(async (tx) => {
        await requireCardThread(tx, place, { hold: true })
        await deleteComment(tx, comment.threadId, comment.id)
      })
      tellCardComments(deps, board)
      return c.body(null, 204)
    })

    .put(`${one}/reaction`, withActor(deps), withBody(giveReaction), async (c) => {
      const { personId } = c.var.actor
      const { board, comment } = await loadComment(deps, c)
      requireCan(c.var.actor, 'comment', aboutProject(board))
      const { emoji, given } = c.req.valid('json')
      const reaction = { commentId: comment.id, personId, emoji }
      await (given ? addReaction(deps.db, reaction) : removeReaction(deps.db, reaction))
      tellCardComments(deps, board)
      return c.body(null, 204)
    })

const loadBoard = ({ db }: Deps, c: Context<WithActor>) =>
  loadRoom(db, c.var.actor, 'board', requireId(c.req.param('id')))

const aboutProject = ({ project }: Awaited<ReturnType<typeof loadBoard>>) => {
  const { workspaceId, role, archived } = project
  return { kind: 'project' as const, workspaceId, role, archived }
}

/** Which cards there are only the board's room knows: it is asked once there are many threads. */
async function requireCard({ db, rooms }: Deps, place: { roomId: string; card: string }) {
  if (!(await isAskedForCard(db, place))) return
  const isThere = await rooms.look(
    roomName('board', place.roomId),
    (doc) => entryOf(doc, 'cards', place.card) !== null,
  )
  if (!isThere) refuse('not-found')
}

async function loadComment(deps: Deps, c: Context<WithActor>) {
  const { board, place } = await loadHome(deps, c)
  const thread = await requireCardThread(deps.db, place)
  const comment = await requireComment(deps.db, thread.id, requireId(c.req.param('commentId')))
  const about = aboutProject(board)
  const { authorId } = comment
  const { workspaceId } = about
  const subject: CommentSubject = { kind: 'comment', workspaceId, authorId, about }
  return { board, place, comment, subject }
}
