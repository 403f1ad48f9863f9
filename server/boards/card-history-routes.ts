import type { CardHistory } from '@atelier/shared/boards/card-change'
import { cardId } from '@atelier/shared/references/reference'
import { refuse } from '@atelier/shared/refusals'
import { Hono } from 'hono'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { withActor } from '../http/with-actor'
import { loadRoom } from '../projects/room-queries'
import { loadBoardLog, requireShortLog } from './card-history-queries'
import { historiesAtOnce, tellHistory } from './history-thread'
import { historyTurns } from './history-turns'

const mostEvents = 200
const inTurn = historyTurns(historiesAtOnce)

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
    const history: CardHistory = await inTurn(personId, look)
    return c.json(history)
  })
