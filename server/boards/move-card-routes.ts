import { type Board, readBoard } from '@atelier/shared/boards/board'
import { type BoardPlaces, type MovedCards, moveCardsTo } from '@atelier/shared/boards/move-card'
import { refuse } from '@atelier/shared/refusals'
import { roomName } from '@atelier/shared/sync/room-name'
import { Hono } from 'hono'
import { actorNow } from '../access/actor-queries'
import { tellCardComments } from '../comments/tell-comments'
import type { Deps } from '../http/deps'
import { inTurnFor } from '../http/in-turn-for'
import { requireId } from '../http/require-id'
import { takeTurns } from '../http/take-turns'
import { withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { loadRoom } from '../projects/room-queries'
import { editableBoard, editableBoardOf } from './editable-board'
import { moveCardsAcross } from './moving-cards'
import { readingBoards } from './reading-boards'

/** Cards on their way to other boards, for who may edit both. */
export function moveCardRoutes(deps: Deps) {
  // Two who move one card to different boards at once must not make two of it.
  const onBoards = inTurnFor()
  // As many as somebody chooses at once come in a few requests: this is for who sends them by the thousand.
  const moving = takeTurns(5)
  return new Hono()
    .get('/boards/:id/columns', withActor(deps), async (c) => {
      const { id } = await loadRoom(deps.db, c.var.actor, 'board', requireId(c.req.param('id')))
      const look = () => deps.rooms.look(roomName('board', id), (doc) => placesOf(readBoard(doc)))
      return c.json<BoardPlaces>(await readingBoards(c.var.actor.personId, look))
    })

    .post('/boards/:id/moves', withActor(deps), withBody(moveCardsTo), async (c) => {
      const { cards, boardId, column = null } = c.req.valid('json')
      const from = await editableBoard(deps, c, requireId(c.req.param('id')))
      const to = await editableBoard(deps, c, boardId)
      if (from.id === to.id) return refuse('invalid', sameBoard)
      const { personId } = c.var.actor
      const move = async () => {
        // Rights and boards may have gone while others were served.
        const actor = await actorNow(deps.db, c.var.actor)
        await editableBoardOf(deps, actor, from.id)
        await editableBoardOf(deps, actor, to.id)
        const target = { board: to.id, project: to.project.id, column }
        return moveCardsAcross(deps, { cards, from: from.id, to: target, personId })
      }
      const moved = await moving(personId, () => onBoards([from.id, to.id], move))
      for (const board of [from, to]) tellCardComments(deps, board)
      return c.json<MovedCards>(moved)
    })
}

const placesOf = ({ columns, templates }: Board): BoardPlaces => ({
  columns: columns.map(({ id, name }) => ({ id, name })),
  templates: templates.map(({ id, title }) => ({ id, title })),
})

const sameBoard = { fields: [{ field: 'boardId', problem: 'same' }] }
