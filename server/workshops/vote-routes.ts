import { refuse } from '@atelier/shared/refusals'
import { roomName } from '@atelier/shared/sync/room-name'
import { putVote } from '@atelier/shared/workshops/vote'
import { entryOf } from '@atelier/shared/workshops/wall-shape'
import type { Context } from 'hono'
import { Hono } from 'hono'
import type { Deps } from '../http/deps'
import { rateLimit } from '../http/rate-limit'
import { requireId } from '../http/require-id'
import { withBody } from '../http/with-body'
import { seatOf, type Visit, type WithVisit, withVisit } from '../http/with-visit'
import { hasAnswersToShow } from './answer-queries'
import { inAWhile } from './in-a-while'
import { closeStage, loadStage, openStage } from './stage-queries'
import { tellWorkshop } from './tell-workshop'
import { loadVotePage, putDots } from './vote-queries'
import { oneWorkshop } from './workshop-routes'

export const oneStage = `${oneWorkshop}/stages/:stageId` as const

/** Dots, and the close of a stage in which everybody votes or answers. */
export function voteRoutes(deps: Deps) {
  const take = rateLimit(inAWhile)
  return (
    new Hono()
      .get(`${oneStage}/votes`, withVisit(deps, 'read'), async (c) => {
        const { seat } = c.var.visit
        const stage = await stageIn(deps, c, ['vote'])
        return c.json(await loadVotePage(deps.db, stage, seat?.id ?? null))
      })

      .put(`${oneStage}/votes`, withVisit(deps, 'write'), withBody(putVote), async (c) => {
        const { workshop } = c.var.visit
        const { id: participantId } = seatOf(c.var.visit)
        take(participantId)
        const stage = await stageIn(deps, c, ['vote'])
        const vote = c.req.valid('json')
        // What was taken off the wall meanwhile gives its dots back.
        if (vote.dots > 0) await requireOnWall(deps, workshop.id, vote.target)
        await putDots(deps.db, { workshopId: workshop.id, stage, participantId }, vote)
        tellOneself(deps, c.var.visit)
        return c.body(null, 204)
      })

      /** Now everybody sees what came of it, and nobody adds to it. */
      .post(`${oneStage}/close`, withVisit(deps, 'facilitate'), async (c) => {
        const { workshop } = c.var.visit
        const stage = await stageIn(deps, c, ['vote', 'check-in', 'close'])
        await closeStage(deps.db, stage.id)
        tellWorkshop(deps, workshop.id, ['workshop', 'workshop-results'])
        return c.body(null, 204)
      })

      /**
       * What was voted stays, and is hidden again. Answers that were shown stay closed: whoever came to them later would
       * stand out.
       */
      .post(`${oneStage}/open`, withVisit(deps, 'facilitate'), async (c) => {
        const { workshop } = c.var.visit
        const stage = await stageIn(deps, c, ['vote', 'check-in', 'close'])
        if (stage.closedAt === null) return c.body(null, 204)
        if (stage.kind !== 'vote' && (await hasAnswersToShow(deps.db, stage.id))) refuse('conflict')
        await openStage(deps.db, stage.id)
        tellWorkshop(deps, workshop.id, ['workshop', 'workshop-results'])
        return c.body(null, 204)
      })
  )
}

export const stageIn = (
  deps: Deps,
  c: Context<WithVisit>,
  kinds: Parameters<typeof loadStage>[3],
) => loadStage(deps.db, c.var.visit.workshop.id, requireId(c.req.param('stageId')), kinds)

/** The other windows of whoever did something that nobody else is to know. */
export function tellOneself({ notices }: Pick<Deps, 'notices'>, visit: Visit) {
  const self = visit.personId ?? seatOf(visit).id
  notices.tell(
    { what: 'workshop-results', id: visit.workshop.id },
    { kind: 'people', personIds: [self] },
  )
}

async function requireOnWall({ rooms }: Deps, workshopId: string, target: string) {
  const isThere = await rooms.look(roomName('workshop', workshopId), (doc) => {
    const entry = entryOf(doc, 'notes', target) ?? entryOf(doc, 'groups', target)
    return entry !== null && !entry.has('removed')
  })
  if (!isThere) refuse('not-found')
}
