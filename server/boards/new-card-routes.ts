import { entryOf } from '@atelier/shared/boards/board-shape'
import { newCard } from '@atelier/shared/boards/card-contract'
import { addCard, archiveCard } from '@atelier/shared/boards/card-edits'
import { addAssignee } from '@atelier/shared/boards/fact-edits'
import { cardId } from '@atelier/shared/references/reference'
import { refuse } from '@atelier/shared/refusals'
import { roomName } from '@atelier/shared/sync/room-name'
import { Hono } from 'hono'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { editableBoard } from './editable-board'

/** Cards that somebody puts on a board without opening it: theirs to do. Taken back, one is in the board's archive. */
export const newCardRoutes = (deps: Deps) =>
  new Hono()
    .post('/boards/:id/cards', withActor(deps), withBody(newCard), async (c) => {
      const board = await editableBoard(deps, c, requireId(c.req.param('id')))
      const { personId } = c.var.actor
      const { card: id, column, title, due } = c.req.valid('json')
      let isThere = true
      const write = (doc: Parameters<typeof addCard>[0]) => {
        if (entryOf(doc, 'cards', id)) return
        const card = { id, title, column, createdBy: personId, ...(due !== null && { due }) }
        isThere = addCard(doc, card) !== null
        if (isThere) addAssignee(doc, id, personId)
      }
      await deps.rooms.edit(roomName('board', board.id), write, personId)
      if (!isThere) return refuse('invalid', { fields: [{ field: 'column', problem: 'gone' }] })
      return c.json({ card: id }, 201)
    })

    .delete('/boards/:id/cards/:cardId', withActor(deps), async (c) => {
      const board = await editableBoard(deps, c, requireId(c.req.param('id')))
      const id = cardId.safeParse(c.req.param('cardId'))
      if (!id.success) return refuse('not-found')
      let wasThere = false
      const write = (doc: Parameters<typeof addCard>[0]) => {
        wasThere = archiveCard(doc, id.data)
      }
      await deps.rooms.edit(roomName('board', board.id), write, c.var.actor.personId)
      if (!wasThere) return refuse('not-found')
      return c.body(null, 204)
    })
