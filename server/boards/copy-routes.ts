import {
  copyCardTo,
  type DuplicatedBoard,
  duplicateBoard,
  type MovedCard,
} from '@atelier/shared/boards/move-card'
import { cardId } from '@atelier/shared/references/reference'
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
import { copyCardAcross } from './copying-card'
import { editableBoard } from './editable-board'

/** Copies of cards on other boards, and of boards. */
export function copyRoutes(deps: Deps) {
  const copying = takeTurns(20)
  const duplicating = takeTurns(1)
  return new Hono()
    .post('/boards/:id/cards/:cardId/copy', withActor(deps), withBody(copyCardTo), async (c) => {
      const { boardId, column, id: as, asTemplate = false } = c.req.valid('json')
      const from = await editableBoard(deps, c, requireId(c.req.param('id')))
      const card = cardId.safeParse(c.req.param('cardId'))
      const to = await editableBoard(deps, c, boardId)
      if (!card.success) return refuse('not-found')
      // One id on two boards would be one card: it is the move that does this.
      if (as === card.data) return refuse('invalid', takenId)
      const { personId } = c.var.actor
      const target = { board: to.id, project: to.project.id, column, as, asTemplate }
      const left = await copying(personId, () =>
        copyCardAcross(deps, { card: card.data, from: from.id, to: target, personId }),
      )
      return c.json<MovedCard>({ boardId: to.id, left }, 201)
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

const takenId = { fields: [{ field: 'id', problem: 'taken' }] }
