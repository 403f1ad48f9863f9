import type { Actor } from '@atelier/shared/access/can'
import {
  newPromptSet,
  newPromptVersion,
  newSchedule,
  type OwnPrompts,
  passSchedule,
} from '@atelier/shared/journals/prompt-contract'
import { Hono } from 'hono'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { tellMentoring } from '../mentorships/tell-mentorship'
import {
  deleteSchedule,
  deleteSet,
  insertSchedule,
  insertSet,
  insertVersion,
  loadSchedules,
  loadSets,
  passDay,
} from './prompt-queries'
import { requireMayWriteIn } from './require-may-write-in'

/** One's own sets of prompts, and when one wants to be asked. */
export const promptRoutes = (deps: Deps) =>
  new Hono()
    .get('/me/prompts', withActor(deps), async (c) => {
      const { personId } = c.var.actor
      const answer: OwnPrompts = {
        sets: await loadSets(deps.db, personId),
        schedules: await loadSchedules(deps.db, personId),
      }
      return c.json(answer)
    })

    .post('/me/prompt-sets', withActor(deps), withBody(newPromptSet), async (c) => {
      const { actor } = c.var
      const set = c.req.valid('json')
      await requireMayWriteIn(deps, actor, set.mentorshipId)
      await insertSet(deps.db, actor.personId, set)
      await tell(deps, actor, set.mentorshipId)
      return c.body(null, 204)
    })

    .post(
      '/me/prompt-sets/:setId/versions',
      withActor(deps),
      withBody(newPromptVersion),
      async (c) => {
        const { actor } = c.var
        const set = { id: requireId(c.req.param('setId')), makerId: actor.personId }
        await tell(deps, actor, await insertVersion(deps.db, set, c.req.valid('json')))
        return c.body(null, 204)
      },
    )

    .delete('/me/prompt-sets/:setId', withActor(deps), async (c) => {
      const { actor } = c.var
      const set = { id: requireId(c.req.param('setId')), makerId: actor.personId }
      await tell(deps, actor, await deleteSet(deps.db, set))
      return c.body(null, 204)
    })

    .post('/me/prompt-schedules', withActor(deps), withBody(newSchedule), async (c) => {
      const { actor } = c.var
      const schedule = c.req.valid('json')
      await requireMayWriteIn(deps, actor, schedule.mentorshipId)
      await insertSchedule(deps.db, actor.personId, schedule)
      await tell(deps, actor, null)
      return c.body(null, 204)
    })

    /** Done, or left: nobody is told which, and it is not written down. */
    .post(
      '/me/prompt-schedules/:scheduleId/pass',
      withActor(deps),
      withBody(passSchedule),
      async (c) => {
        const { actor } = c.var
        const own = { id: requireId(c.req.param('scheduleId')), personId: actor.personId }
        await passDay(deps.db, own, c.req.valid('json').on)
        await tell(deps, actor, null)
        return c.body(null, 204)
      },
    )

    .delete('/me/prompt-schedules/:scheduleId', withActor(deps), async (c) => {
      const { actor } = c.var
      const own = { id: requireId(c.req.param('scheduleId')), personId: actor.personId }
      await deleteSchedule(deps.db, own)
      await tell(deps, actor, null)
      return c.body(null, 204)
    })

/** Of what is in no mentorship only its own person hears. */
async function tell(deps: Deps, { personId }: Actor, mentorshipId: string | null) {
  if (mentorshipId !== null) await tellMentoring(deps, mentorshipId, [personId])
  else deps.notices.tell({ what: 'mentorships' }, { kind: 'people', personIds: [personId] })
}
