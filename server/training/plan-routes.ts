import { can } from '@atelier/shared/access/can'
import { newPlan, newPlanVersion, type PlanPage } from '@atelier/shared/training/plan'
import type { Context } from 'hono'
import { Hono } from 'hono'
import { requireCan } from '../access/require-can'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { type WithActor, withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { insertPlan, insertVersion, listPlans, loadPlan, loadVersions } from './plan-queries'

const one = '/training/plans/:planId'

/** Plans are read by everybody in the workspace, and changed, version by version, by their makers and who runs it. */
export const planRoutes = (deps: Deps) =>
  new Hono()
    .get('/training/plans', withActor(deps), async (c) =>
      c.json(await listPlans(deps.db, c.var.actor)),
    )

    .post('/training/plans', withActor(deps), withBody(newPlan), async (c) => {
      const plan = c.req.valid('json')
      await insertPlan(deps.db, c.var.actor, plan)
      return c.json(await pageOf(deps, c, plan.id), 201)
    })

    .get(one, withActor(deps), async (c) =>
      c.json(await pageOf(deps, c, requireId(c.req.param('planId')))),
    )

    .post(`${one}/versions`, withActor(deps), withBody(newPlanVersion), async (c) => {
      const { actor } = c.var
      const plan = await loadPlan(deps.db, actor, requireId(c.req.param('planId')))
      requireCan(actor, 'change', plan)
      await insertVersion(deps.db, plan.id, actor.personId, c.req.valid('json'))
      return c.json(await pageOf(deps, c, plan.id), 201)
    })

async function pageOf({ db }: Deps, c: Context<WithActor>, id: string): Promise<PlanPage> {
  const { actor } = c.var
  const plan = await loadPlan(db, actor, id)
  const mayChange = can(actor, 'change', plan)
  return { id, makerId: plan.makerId, mayChange, versions: await loadVersions(db, id) }
}
