import type { Verbs } from '@atelier/shared/access/can'
import { putRule, type Rules } from '@atelier/shared/boards/rule'
import { refuse } from '@atelier/shared/refusals'
import { roomName } from '@atelier/shared/sync/room-name'
import { type Context, Hono } from 'hono'
import { requireCan } from '../access/require-can'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { type WithActor, withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { loadRoom } from '../projects/room-queries'
import { cardPlaces } from './card-places'
import { deleteRule, listRules, membersAmong, saveRule } from './rule-queries'

/** What is done by itself when a card comes into a column. Whoever edits the board may say so. */
export const ruleRoutes = (deps: Deps) =>
  new Hono()
    .get('/boards/:id/rules', withActor(deps), async (c) => {
      const { id: boardId } = await boardTo(deps, c, 'read')
      const answer: Rules = { rules: await listRules(deps.db, boardId) }
      return c.json(answer)
    })

    .put('/boards/:id/rules/:ruleId', withActor(deps), withBody(putRule), async (c) => {
      const { id: boardId, project } = await boardTo(deps, c, 'edit')
      const made = {
        boardId,
        id: requireId(c.req.param('ruleId')),
        createdBy: c.var.actor.personId,
      }
      const rule = c.req.valid('json')
      const given = rule.actions.flatMap((action) => ('person' in action ? action.person : []))
      const members = await membersAmong(deps.db, project.id, given)
      if (!given.every((person) => members.has(person))) refuse('not-found')
      const places = await deps.rooms.look(roomName('board', boardId), (doc) => cardPlaces(doc))
      await saveRule(deps.db, made, rule, places)
      tellRules(deps, boardId, project.id)
      return c.json({ id: made.id })
    })

    .delete('/boards/:id/rules/:ruleId', withActor(deps), async (c) => {
      const { id: boardId, project } = await boardTo(deps, c, 'edit')
      await deleteRule(deps.db, boardId, requireId(c.req.param('ruleId')))
      tellRules(deps, boardId, project.id)
      return c.body(null, 204)
    })

async function boardTo(deps: Deps, c: Context<WithActor>, verb: Verbs['project']) {
  const { actor } = c.var
  const room = await loadRoom(deps.db, actor, 'board', requireId(c.req.param('id')))
  requireCan(actor, verb, { kind: 'project', ...room.project })
  return room
}

const tellRules = ({ notices }: Pick<Deps, 'notices'>, boardId: string, projectId: string): void =>
  notices.tell({ what: 'rules', id: boardId }, { kind: 'project', projectId })
