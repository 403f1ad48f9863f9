import { changeResult, type LastTime, newResult } from '@atelier/shared/workshops/result'
import { Hono } from 'hono'
import type { Deps } from '../http/deps'
import { rateLimit } from '../http/rate-limit'
import { requireId } from '../http/require-id'
import { withBody } from '../http/with-body'
import { visitorOf, withVisit } from '../http/with-visit'
import { inAWhile } from './in-a-while'
import { loadSummary } from './load-summary'
import { changeResultRow, deleteResult, insertResult, loadResults } from './result-queries'
import { loadBefore } from './summary-queries'
import { tellWorkshop } from './tell-workshop'
import { oneWorkshop } from './workshop-routes'

/** Decisions and actions, and all that a workshop came to. */
export function resultRoutes(deps: Deps) {
  const take = rateLimit(inAWhile)
  return (
    new Hono()
      .get(`${oneWorkshop}/results`, withVisit(deps, 'read'), async (c) => {
        const { workshop, rights } = c.var.visit
        return c.json(await loadResults(deps.db, workshop.id, rights.role !== null))
      })

      .post(`${oneWorkshop}/results`, withVisit(deps, 'write'), withBody(newResult), async (c) => {
        const { id } = c.var.visit.workshop
        take(visitorOf(c.var.visit))
        await insertResult(deps.db, id, c.req.valid('json'))
        tellWorkshop(deps, id, ['workshop-results'])
        return c.body(null, 204)
      })

      .patch(
        `${oneWorkshop}/results/:resultId`,
        withVisit(deps, 'write'),
        withBody(changeResult),
        async (c) => {
          const { id: workshopId } = c.var.visit.workshop
          take(visitorOf(c.var.visit))
          const place = { workshopId, resultId: requireId(c.req.param('resultId')) }
          await changeResultRow(deps.db, place, c.req.valid('json'))
          tellWorkshop(deps, workshopId, ['workshop-results'])
          return c.body(null, 204)
        },
      )

      .delete(`${oneWorkshop}/results/:resultId`, withVisit(deps, 'write'), async (c) => {
        const { id: workshopId } = c.var.visit.workshop
        take(visitorOf(c.var.visit))
        await deleteResult(deps.db, { workshopId, resultId: requireId(c.req.param('resultId')) })
        tellWorkshop(deps, workshopId, ['workshop-results'])
        return c.body(null, 204)
      })

      .get(`${oneWorkshop}/summary`, withVisit(deps, 'read'), async (c) =>
        c.json(await loadSummary(deps, c.var.visit)),
      )

      /** What was taken on last time: for who reads the project, since a guest is let into one workshop only. */
      .get(`${oneWorkshop}/last`, withVisit(deps, 'read'), async (c) => {
        const { workshop, rights } = c.var.visit
        const before = rights.role === null ? null : await loadBefore(deps.db, workshop.afterId)
        if (!before) return c.json({ last: null })
        const results = await loadResults(deps.db, before.id, true)
        const last: LastTime = {
          ...before,
          endedAt: before.endedAt?.toISOString() ?? null,
          actions: results.filter(({ kind }) => kind === 'action'),
        }
        return c.json({ last })
      })
  )
}
