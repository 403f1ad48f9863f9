import { Hono } from 'hono'
import { loadBoard } from '../access/board-access-queries'
import { requireCan } from '../access/require-can'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { withActor } from '../http/with-actor'
import { tellProject } from '../projects/tell-project'
import { eraseBoard, restoreBoard, trashBoard } from './board-bin-queries'

/** Boards on their way into the bin, out of it, and away for good. */
export const boardBinRoutes = (deps: Deps) =>
  new Hono()
    .post('/boards/:id/trash', withActor(deps), async (c) => {
      const board = await loadBoard(deps.db, c.var.actor, requireId(c.req.param('id')))
      requireCan(c.var.actor, 'arrange', board)
      await trashBoard(deps.db, c.var.actor, board.id)
      tellBoard(deps, board)
      return c.body(null, 204)
    })

    .post('/boards/:id/restore', withActor(deps), async (c) => {
      const board = await loadBoard(deps.db, c.var.actor, requireId(c.req.param('id')))
      requireCan(c.var.actor, 'arrange', board)
      await restoreBoard(deps.db, board.id)
      tellBoard(deps, board)
      return c.body(null, 204)
    })

    .delete('/boards/:id', withActor(deps), async (c) => {
      const board = await loadBoard(deps.db, c.var.actor, requireId(c.req.param('id')))
      requireCan(c.var.actor, 'erase', board)
      await eraseBoard(deps.db, board.id)
      tellBoard(deps, board)
      return c.body(null, 204)
    })

/** Whoever is on it is asked for their rights again; its page and all lists are made old by their project's. */
function tellBoard(deps: Deps, { id, projectId }: { id: string; projectId: string }) {
  deps.accessChanges.report({ roomIds: [id] })
  tellProject(deps, projectId)
}
