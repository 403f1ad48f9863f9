import { refuse } from '@atelier/shared/refusals'
import { Hono } from 'hono'
import type { Deps } from '../http/deps'
import { withVisit } from '../http/with-visit'
import { tellProject } from '../projects/tell-project'
import { tellWorkshop, tellWorkshops } from './tell-workshop'
import { eraseWorkshop, restoreWorkshop, trashWorkshop } from './workshop-bin-queries'
import { roomsOfWorkshop } from './workshop-queries'
import { oneWorkshop } from './workshop-routes'

/** Workshops on their way into the bin, out of it, and away for good. */
export const workshopBinRoutes = (deps: Deps) =>
  new Hono()
    .post(`${oneWorkshop}/trash`, withVisit(deps, 'arrange'), async (c) => {
      const { workshop, project, personId } = c.var.visit
      await trashWorkshop(deps.db, personId ?? refuse('forbidden'), workshop.id)
      tellBin(deps, project.id, workshop.id, await roomsOfWorkshop(deps.db, workshop.id))
      return c.body(null, 204)
    })

    .post(`${oneWorkshop}/restore`, withVisit(deps, 'arrange'), async (c) => {
      const { workshop, project } = c.var.visit
      await restoreWorkshop(deps.db, workshop.id)
      tellBin(deps, project.id, workshop.id, await roomsOfWorkshop(deps.db, workshop.id))
      return c.body(null, 204)
    })

    .delete(oneWorkshop, withVisit(deps, 'erase'), async (c) => {
      const { workshop, project } = c.var.visit
      tellBin(deps, project.id, workshop.id, await eraseWorkshop(deps.db, workshop.id))
      return c.body(null, 204)
    })

/** Whoever is in it is asked for their rights again; its page and all lists are made old by their project's. */
function tellBin(deps: Deps, projectId: string, workshopId: string, roomIds: string[]) {
  tellWorkshop(deps, workshopId, ['workshop'])
  deps.accessChanges.report({ roomIds })
  tellProject(deps, projectId)
  tellWorkshops(deps, projectId)
}
