import type { Verbs } from '@atelier/shared/access/can'
import { refuse } from '@atelier/shared/refusals'
import { firstDayOf, isIsoWeek, lastDayOf } from '@atelier/shared/training/iso-week'
import {
  returnWeek as returnWish,
  signWeek as signWish,
  submitWeek as submitWish,
} from '@atelier/shared/training/record'
import { saveDraft as draftWish } from '@atelier/shared/training/week-form'
import { type Context, Hono } from 'hono'
import { slowedDown } from '../access/sign-in-delay-queries'
import type { Deps } from '../http/deps'
import { attemptAt } from '../http/known-device'
import { type WithActor, withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { loadMe, loadPasswordHash } from '../people/person-queries'
import { oneRecord, recordTo, today } from './record-routes'
import { tellTraining } from './tell-training'
import { returnWeek, saveDraft, signWeek, submitWeek, withdrawWeek } from './week-change-queries'
import { loadWeekPage } from './week-queries'

const oneWeek = `${oneRecord}/weeks/:week`

/** A draft is read by its apprentice alone; what is submitted, by the three until it is taken back. */
export const weekRoutes = (deps: Deps) =>
  new Hono()
    .get(oneWeek, withActor(deps), async (c) => {
      const { record, own, week } = await weekTo(deps, c, 'follow')
      const asking = { role: own.role, today: today() }
      return c.json(await loadWeekPage(deps.db, record.id, week, asking))
    })

    .put(`${oneWeek}/draft`, withActor(deps), withBody(draftWish), async (c) => {
      const { record, week } = await weekTo(deps, c, 'write')
      const place = { recordId: record.id, week }
      const version = await saveDraft(deps.db, place, c.req.valid('json'))
      return c.json({ version })
    })

    .post(`${oneWeek}/submit`, withActor(deps), withBody(submitWish), async (c) => {
      const { record, week } = await weekTo(deps, c, 'write')
      const place = { recordId: record.id, week }
      const by = await loadMe(deps.db, c.var.actor.personId)
      await submitWeek(deps.db, { place, by: named(by), ...c.req.valid('json') })
      await tellTraining(deps, record.id)
      return c.body(null, 204)
    })

    .post(`${oneWeek}/withdraw`, withActor(deps), async (c) => {
      const { record, week } = await weekTo(deps, c, 'write')
      await withdrawWeek(deps.db, { recordId: record.id, week })
      await tellTraining(deps, record.id)
      return c.body(null, 204)
    })

    .post(`${oneWeek}/return`, withActor(deps), withBody(returnWish), async (c) => {
      const { record, own, week } = await weekTo(deps, c, 'sign')
      const by = named(await loadMe(deps.db, c.var.actor.personId))
      const place = { recordId: record.id, week }
      await returnWeek(deps.db, { place, by, role: own.role, ...c.req.valid('json') })
      await tellTraining(deps, record.id)
      return c.body(null, 204)
    })

    /** Their password once more: a browser that was left open signs nothing. */
    .post(`${oneWeek}/sign`, withActor(deps), withBody(signWish), async (c) => {
      const { record, own, week } = await weekTo(deps, c, 'sign')
      const { hash, password } = c.req.valid('json')
      const me = await loadMe(deps.db, c.var.actor.personId)
      const right = await slowedDown(deps.db, attemptAt(c, deps, me.email), async () => {
        const stored = await loadPasswordHash(deps.db, me.id)
        return (await deps.passwords.matches(stored, password)) || null
      })
      if (!right) refuse('invalid', { fields: [{ field: 'password', problem: 'wrong' }] })
      const place = { recordId: record.id, week }
      await signWeek(deps.db, { place, hash, role: own.role, by: named(me) })
      await tellTraining(deps, record.id)
      return c.body(null, 204)
    })

const named = ({ id, name, organisation }: { id: string; name: string; organisation: string }) => ({
  ...{ id, name, organisation },
})

/** One that is in the time of the record. */
async function weekTo(deps: Deps, c: Context<WithActor>, verb: Verbs['training-record']) {
  const loaded = await recordTo(deps, c, verb)
  const { startsOn, endsOn } = loaded.record
  const week = c.req.param('week') ?? ''
  const isInIt = isIsoWeek(week) && lastDayOf(week) >= startsOn && firstDayOf(week) <= endsOn
  return isInIt ? { ...loaded, week } : refuse('not-found')
}
