import { changeTimer, goToStage } from '@atelier/shared/workshops/workshop'
import { Hono } from 'hono'
import type { Deps } from '../http/deps'
import { withBody } from '../http/with-body'
import { type Visit, withVisit } from '../http/with-visit'
import {
  changeTimerRow,
  endWorkshop,
  moveToStage,
  renewCode,
  reopenWorkshop,
} from './facilitate-queries'
import { bringAllLateNotes, revealOnTheWay } from './reveal-stages'
import { closeStagesOf, closeVoteBehind } from './stage-queries'
import { tellWorkshop, tellWorkshops } from './tell-workshop'
import { roomsOfWorkshop } from './workshop-queries'
import { oneWorkshop } from './workshop-routes'

/** What whoever facilitates does with all the others. */
export const facilitateRoutes = (deps: Deps) =>
  new Hono()
    .post(`${oneWorkshop}/stage`, withVisit(deps, 'facilitate'), withBody(goToStage), async (c) => {
      const { workshop, project } = c.var.visit
      const { stageId: to, from } = c.req.valid('json')
      await moveToStage(deps.db, workshop, c.req.valid('json'))
      const isVoteOver =
        !workshop.roams && (await closeVoteBehind(deps.db, workshop.id, { from, to }))
      tellWorkshop(deps, workshop.id, isVoteOver ? ['workshop', 'workshop-results'] : ['workshop'])
      await revealOnTheWay(deps, workshop.id, to)
      if (workshop.state === 'planned') tellWorkshops(deps, project.id)
      return c.body(null, 204)
    })

    .post(
      `${oneWorkshop}/timer`,
      withVisit(deps, 'facilitate'),
      withBody(changeTimer),
      async (c) => {
        const { workshop } = c.var.visit
        await changeTimerRow(deps.db, workshop.id, c.req.valid('json'))
        tellWorkshop(deps, workshop.id, ['workshop'])
        return c.body(null, 204)
      },
    )

    .post(`${oneWorkshop}/code`, withVisit(deps, 'facilitate'), async (c) => {
      const { workshop } = c.var.visit
      const code = await renewCode(deps.db, workshop.id)
      tellWorkshop(deps, workshop.id, ['workshop'])
      return c.json({ code })
    })

    // Whoever may end it may also when it has ended: of two who do so at once both are right.
    .post(`${oneWorkshop}/end`, withVisit(deps, 'prepare'), async (c) => {
      const { id, state } = c.var.visit.workshop
      if (state !== 'ended') await bringAllLateNotes(deps, id)
      await deps.db.transaction(async (tx) => {
        await endWorkshop(tx, id)
        await closeStagesOf(tx, id)
      })
      tellWorkshop(deps, id, ['workshop-results'])
      await tellState(deps, c.var.visit)
      return c.body(null, 204)
    })

    .post(`${oneWorkshop}/reopen`, withVisit(deps, 'prepare'), async (c) => {
      await reopenWorkshop(deps.db, c.var.visit.workshop.id)
      await tellState(deps, c.var.visit)
      return c.body(null, 204)
    })

/** Whoever is in a room of it may write there no longer, or again. */
async function tellState(deps: Deps, { workshop, project }: Visit) {
  deps.accessChanges.report({ roomIds: await roomsOfWorkshop(deps.db, workshop.id) })
  tellWorkshop(deps, workshop.id, ['workshop', 'workshop-people'])
  tellWorkshops(deps, project.id)
}
