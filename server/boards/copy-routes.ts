import {
  type CopiedCards,
  copyCardsTo,
  type DuplicatedBoard,
  duplicateBoard,
} from '@atelier/shared/boards/move-card'
import { refuse } from '@atelier/shared/refusals'
import { Hono } from 'hono'
import { loadProject } from '../access/project-access-queries'
import { requireCan } from '../access/require-can'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { takeTurns } from '../http/take-turns'
import { withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { tellProject } from '../projects/tell-project'
import { copyBoard } from './copying-board'
import { copyCardsAcross } from './copying-cards'
import { editableBoard } from './editable-board'

/** Copies of cards on other boards, and of boards. */
export function copyRoutes(deps: Deps) {
  const copying = takeTurns(5)
  const duplicating = takeTurns(1)
  return new Hono()
    .post('/boards/:id/copies', withActor(deps), withBody(copyCardsTo), async (c) => {
      const { cards, boardId, column, asTemplate = false } = c.req.valid('json')
      const from = await editableBoard(deps, c, requireId(c.req.param('id')))
      const to = await editableBoard(deps, c, boardId)
      // One id on two boards would be one card: it is the move that does this.
      const own = new Set(cards.map(({ card }) => card))
      const names = new Set(cards.map(({ as }) => as))
      const isTaken = cards.some(({ as }) => own.has(as))
      if (isTaken || own.size < cards.length || names.size < cards.length)
        return refuse('invalid', takenId)
      const { personId } = c.var.actor
      const target = { board: to.id, project: to.project.id, column, asTemplate }
      const copied = await copying(personId, () =>
        copyCardsAcross(deps, { cards, from: from.id, to: target, personId }),
      )
      return c.json<CopiedCards>(copied, 201)
    })

    .post('/boards/:id/duplicate', withActor(deps), withBody(duplicateBoard), async (c) => {
      const from = await editableBoard(deps, c, requireId(c.req.param('id')))
      const { actor } = c.var
      const { personId } = actor
      const { projectId, ...wish } = c.req.valid('json')
      const to = await loadProject(deps.db, actor, projectId ?? from.project.id)
      requireCan(actor, 'edit', to)
      const copy = () => copyBoard(deps, from, to, { ...wish, personId })
      const left = await duplicating(personId, copy)
      tellProject(deps, to.id)
      return c.json<DuplicatedBoard>({ id: wish.id, title: wish.title, left }, 201)
    })
}

const takenId = { fields: [{ field: 'cards', problem: 'taken' }] }
