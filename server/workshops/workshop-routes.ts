import { refuse } from '@atelier/shared/refusals'
import { changeWorkshop, newWorkshop } from '@atelier/shared/workshops/workshop'
import { Hono } from 'hono'
import { loadProject } from '../access/project-access-queries'
import { requireCan } from '../access/require-can'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { withVisit } from '../http/with-visit'
import { findKit } from './kit-queries'
import { insertWorkshop } from './new-workshop-queries'
import { loadSeatWish, takeSeat } from './seat-queries'
import { tellWorkshop, tellWorkshops } from './tell-workshop'
import { changeWorkshopRow, isInProject } from './workshop-change-queries'
import { loadWorkshopPage } from './workshop-page'
import { listWorkshops } from './workshop-queries'

export const oneWorkshop = '/workshops/:workshopId'

/** The workshops of a project, and each by itself. */
export const workshopRoutes = (deps: Deps) =>
  new Hono()
    .get('/projects/:id/workshops', withActor(deps), async (c) => {
      const project = await loadProject(deps.db, c.var.actor, requireId(c.req.param('id')))
      return c.json(await listWorkshops(deps.db, project.id))
    })

    .post('/projects/:id/workshops', withActor(deps), withBody(newWorkshop), async (c) => {
      const { actor } = c.var
      const project = await loadProject(deps.db, actor, requireId(c.req.param('id')))
      requireCan(actor, 'edit', project)
      const { kit: key, after, ...wish } = c.req.valid('json')
      const kit = (await findKit(deps.db, actor, key)) ?? refuse('not-found')
      if (after && !(await isInProject(deps.db, after, project.id))) refuse('not-found')
      const id = await insertWorkshop(deps.db, {
        ...wish,
        kit,
        workspaceId: project.workspaceId,
        projectId: project.id,
        afterId: after ?? null,
        by: await loadSeatWish(deps.db, actor.personId),
      })
      tellWorkshops(deps, project.id)
      return c.json({ id }, 201)
    })

    .get(oneWorkshop, withVisit(deps, 'wait'), async (c) =>
      c.json(await loadWorkshopPage(deps.db, c.var.visit)),
    )

    .patch(oneWorkshop, withVisit(deps, 'prepare'), withBody(changeWorkshop), async (c) => {
      const { workshop, project } = c.var.visit
      await changeWorkshopRow(deps.db, workshop.id, c.req.valid('json'))
      tellWorkshop(deps, workshop.id, ['workshop'])
      tellWorkshops(deps, project.id)
      return c.body(null, 204)
    })

    /** As somebody of its project: no link is needed. Whoever sits there already does so still. */
    .post(`${oneWorkshop}/seat`, withVisit(deps, 'take-seat'), async (c) => {
      const { workshop, personId } = c.var.visit
      await takeSeat(deps.db, c.var.visit)
      if (personId) deps.accessChanges.report({ personIds: [personId] })
      tellWorkshop(deps, workshop.id, ['workshop-people', 'workshop'])
      return c.body(null, 204)
    })
