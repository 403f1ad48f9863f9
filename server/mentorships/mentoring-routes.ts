import type { Verbs } from '@atelier/shared/access/can'
import {
  putAgendaItem as agendaWish,
  putFollowUp as followUpWish,
  putSession as sessionWish,
} from '@atelier/shared/mentorships/mentoring'
import { type Context, Hono } from 'hono'
import { loadMentorship } from '../access/mentorship-access-queries'
import { requireCan } from '../access/require-can'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { type WithActor, withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import type { RecordPlace } from './mentoring-lock-queries'
import {
  deleteAgendaItem,
  deleteFollowUp,
  deleteSession,
  loadMentoring,
  putAgendaItem,
  putFollowUp,
  putSession,
} from './mentoring-queries'
import { tellMentoring } from './tell-mentorship'

const session = '/mentorships/:id/sessions/:mentoringSessionId'
const item = '/mentorships/:id/agenda/:itemId'
const followUp = '/mentorships/:id/follow-ups/:followUpId'

/** What the people of a mentorship do: read by whoever has said yes to it, written while it is active. */
export const mentoringRoutes = (deps: Deps) =>
  new Hono()
    .get('/mentorships/:id/mentoring', withActor(deps), async (c) => {
      const { row } = await mentorshipTo(deps, c, 'follow')
      return c.json(await loadMentoring(deps.db, row, c.var.actor))
    })

    .put(session, withActor(deps), withBody(sessionWish), (c) =>
      working(deps, c, 'mentoringSessionId', (record) =>
        putSession(deps.db, record, c.req.valid('json')),
      ),
    )

    .delete(session, withActor(deps), (c) =>
      working(deps, c, 'mentoringSessionId', (record) => deleteSession(deps.db, record)),
    )

    .put(item, withActor(deps), withBody(agendaWish), (c) =>
      working(deps, c, 'itemId', (record) => putAgendaItem(deps.db, record, c.req.valid('json'))),
    )

    .delete(item, withActor(deps), (c) =>
      working(deps, c, 'itemId', (record) => deleteAgendaItem(deps.db, record)),
    )

    .put(followUp, withActor(deps), withBody(followUpWish), (c) =>
      working(deps, c, 'followUpId', (record) => putFollowUp(deps.db, record, c.req.valid('json'))),
    )

    .delete(followUp, withActor(deps), (c) =>
      working(deps, c, 'followUpId', (record) => deleteFollowUp(deps.db, record)),
    )

async function mentorshipTo({ db }: Deps, c: Context<WithActor>, verb: Verbs['mentorship']) {
  const mentorship = await loadMentorship(db, c.var.actor, requireId(c.req.param('id')))
  requireCan(c.var.actor, verb, mentorship)
  return mentorship
}

async function working(
  deps: Deps,
  c: Context<WithActor>,
  name: string,
  work: (record: RecordPlace) => Promise<void>,
) {
  const { row } = await mentorshipTo(deps, c, 'work')
  await work({ mentorshipId: row.id, id: requireId(c.req.param(name)), by: c.var.actor.personId })
  await tellMentoring(deps, row.id)
  return c.body(null, 204)
}
