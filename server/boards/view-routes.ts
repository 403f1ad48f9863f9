import { putView, type SavedViews } from '@atelier/shared/boards/view-contract'
import { type Context, Hono } from 'hono'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { type WithActor, withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { loadRoom } from '../projects/room-queries'
import { deleteView, listViews, saveView, type Whose } from './view-queries'

const one = '/boards/:id/views/:viewId'

/** Views of a board that somebody keeps. Whoever reads the board has their own, and sees no others. */
export const viewRoutes = (deps: Deps) =>
  new Hono()
    .get('/boards/:id/views', withActor(deps), async (c) => {
      const answer: SavedViews = { views: await listViews(deps.db, await mine(deps, c)) }
      return c.json(answer)
    })

    .put(one, withActor(deps), withBody(putView), async (c) => {
      const whose = await mine(deps, c)
      await saveView(deps.db, requireId(c.req.param('viewId')), whose, c.req.valid('json'))
      tellViews(deps, whose)
      return c.body(null, 204)
    })

    .delete(one, withActor(deps), async (c) => {
      const whose = await mine(deps, c)
      await deleteView(deps.db, requireId(c.req.param('viewId')), whose)
      tellViews(deps, whose)
      return c.body(null, 204)
    })

async function mine(deps: Deps, c: Context<WithActor>): Promise<Whose> {
  const { actor } = c.var
  const board = await loadRoom(deps.db, actor, 'board', requireId(c.req.param('id')))
  return { boardId: board.id, personId: actor.personId }
}

/** Other tabs and devices of the same person. */
const tellViews = ({ notices }: Pick<Deps, 'notices'>, { boardId, personId }: Whose): void =>
  notices.tell({ what: 'board-views', id: boardId }, { kind: 'people', personIds: [personId] })
