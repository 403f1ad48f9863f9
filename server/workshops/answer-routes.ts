import { putAnswer } from '@atelier/shared/workshops/answer'
import { Hono } from 'hono'
import type { Deps } from '../http/deps'
import { rateLimit } from '../http/rate-limit'
import { withBody } from '../http/with-body'
import { seatOf, withVisit } from '../http/with-visit'
import { hasAnswersToShow, loadAnswerPage, putAnswerRow } from './answer-queries'
import { tellWorkshop } from './tell-workshop'
import { oneStage, stageIn, tellOneself } from './vote-routes'

const answersInAWhile = { most: 30, windowMs: 10_000 }

/** What is said in a check-in and at the close. */
export function answerRoutes(deps: Deps) {
  const take = rateLimit(answersInAWhile)
  return new Hono()
    .get(`${oneStage}/answer`, withVisit(deps, 'read'), async (c) => {
      const stage = await stageIn(deps, c, ['check-in', 'close'])
      return c.json(await loadAnswerPage(deps.db, stage, c.var.visit.seat?.id ?? null))
    })

    .put(`${oneStage}/answer`, withVisit(deps, 'write'), withBody(putAnswer), async (c) => {
      const { workshop } = c.var.visit
      const { id: participantId } = seatOf(c.var.visit)
      take(participantId)
      const { id: stageId } = await stageIn(deps, c, ['check-in', 'close'])
      const desk = { workshopId: workshop.id, stageId, participantId }
      await putAnswerRow(deps.db, desk, c.req.valid('json'))
      // Of few it is nobody's business that one more has answered.
      if (await hasAnswersToShow(deps.db, stageId)) {
        tellWorkshop(deps, workshop.id, ['workshop-results'])
      } else tellOneself(deps, c.var.visit)
      return c.body(null, 204)
    })
}
