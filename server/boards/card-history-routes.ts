import type { CardHistory } from '@atelier/shared/boards/card-change'
import { cardId } from '@atelier/shared/references/reference'
import { refuse } from '@atelier/shared/refusals'
import { Hono } from 'hono'
import pLimit from 'p-limit'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { takeTurns } from '../http/take-turns'
import { withActor } from '../http/with-actor'
import { loadRoom } from '../projects/room-queries'
import { loadBoardLog, requireShortLog } from './card-history-queries'
import { tellHistory } from './history-thread'

const mostEvents = 200
/** A whole log is read for it: at once for each person. */
const looking = takeTurns(3)
/** One log in memory, of whoever it is. */
const oneAtOnce = pLimit(1)

/** What became of a card, and by whom: for whoever may read its board. */
export const cardHistoryRoutes = (deps: Deps) =>
  new Hono().get('/boards/:id/cards/:cardId/history', withActor(deps), async (c) => {
    const { personId } = c.var.actor
    const room = await loadRoom(deps.db, c.var.actor, 'board', requireId(c.req.param('id')))
    const card = cardId.safeParse(c.req.param('cardId')).data ?? refuse('not-found')
    const look = async () => {
      await requireShortLog(deps.db, room.id)
      return tellHistory(
        { log: await loadBoardLog(deps.db, room.id), card, most: mostEvents },
        personId,
      )
    }
    const history: CardHistory = await looking(personId, () => oneAtOnce(look))
    return c.json(history)
  })
