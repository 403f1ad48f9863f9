import { changeFollowUp, changeGoal, newGoal } from '@atelier/shared/mentorships/mentoring'
import { Hono } from 'hono'
import { loadMentorship } from '../access/mentorship-access-queries'
import { requireCan } from '../access/require-can'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { tellMentoring } from './tell-mentorship'
import {
  changeFollowUpRow,
  changeGoalRow,
  deleteGoal,
  insertGoal,
  loadToDos,
} from './to-do-queries'

/** The asking person's own list. */
export const toDoRoutes = (deps: Deps) =>
  new Hono()
    .get('/me/to-dos', withActor(deps), async (c) =>
      c.json(await loadToDos(deps.db, c.var.actor.personId)),
    )

    .patch('/me/follow-ups/:followUpId', withActor(deps), withBody(changeFollowUp), async (c) => {
      const { personId: ownerId } = c.var.actor
      const own = { id: requireId(c.req.param('followUpId')), ownerId }
      await tell(deps, ownerId, await changeFollowUpRow(deps.db, own, c.req.valid('json')))
      return c.body(null, 204)
    })

    .post('/me/goals', withActor(deps), withBody(newGoal), async (c) => {
      const { actor } = c.var
      const goal = c.req.valid('json')
      if (goal.mentorshipId !== null)
        requireCan(actor, 'write', await loadMentorship(deps.db, actor, goal.mentorshipId))
      await insertGoal(deps.db, actor.personId, goal)
      await tell(deps, actor.personId, goal.mentorshipId)
      return c.body(null, 204)
    })

    .patch('/me/goals/:goalId', withActor(deps), withBody(changeGoal), async (c) => {
      const { personId } = c.var.actor
      const own = { id: requireId(c.req.param('goalId')), personId }
      await tell(deps, personId, await changeGoalRow(deps.db, own, c.req.valid('json')))
      return c.body(null, 204)
    })

    .delete('/me/goals/:goalId', withActor(deps), async (c) => {
      const { personId } = c.var.actor
      const own = { id: requireId(c.req.param('goalId')), personId }
      await tell(deps, personId, await deleteGoal(deps.db, own))
      return c.body(null, 204)
    })

/** What is in no mentorship is nobody else's business. */
async function tell(deps: Deps, personId: string, mentorshipId: string | null) {
  if (mentorshipId !== null) await tellMentoring(deps, mentorshipId, [personId])
  else deps.notices.tell({ what: 'mentorships' }, { kind: 'people', personIds: [personId] })
}
