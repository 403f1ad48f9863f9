import type { Verbs } from '@atelier/shared/access/can'
import { changeOutcome, newOutcome, type Outcomes } from '@atelier/shared/outcomes/outcome'
import { type Context, Hono } from 'hono'
import { loadProject } from '../access/project-access-queries'
import { requireCan } from '../access/require-can'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { type WithActor, withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { changeOutcomeRow, insertOutcome, listOutcomes } from './outcome-queries'
import { loadOutcomeWork } from './outcome-work-queries'

/** What a project wants people to be able to do: everybody who reads it sees that, and those who lead say it. */
export const outcomeRoutes = (deps: Deps) =>
  new Hono()
    .get('/projects/:id/outcomes', withActor(deps), async (c) => {
      const { id } = await projectTo(deps, c, 'read')
      const answer: Outcomes = {
        outcomes: await listOutcomes(deps.db, id),
        work: await loadOutcomeWork(deps.db, id),
      }
      return c.json(answer)
    })

    .post('/projects/:id/outcomes', withActor(deps), withBody(newOutcome), async (c) => {
      const { id: projectId, workspaceId } = await projectTo(deps, c, 'define')
      const place = { projectId, workspaceId, createdBy: c.var.actor.personId }
      await insertOutcome(deps.db, place, c.req.valid('json'))
      tellOutcomes(deps, projectId)
      return c.body(null, 204)
    })

    .patch(
      '/projects/:id/outcomes/:outcomeId',
      withActor(deps),
      withBody(changeOutcome),
      async (c) => {
        const { id } = await projectTo(deps, c, 'define')
        const outcomeId = requireId(c.req.param('outcomeId'))
        await changeOutcomeRow(deps.db, id, outcomeId, c.req.valid('json'))
        tellOutcomes(deps, id)
        return c.body(null, 204)
      },
    )

async function projectTo(deps: Deps, c: Context<WithActor>, verb: Verbs['project']) {
  const project = await loadProject(deps.db, c.var.actor, requireId(c.req.param('id')))
  requireCan(c.var.actor, verb, project)
  return project
}

const tellOutcomes = ({ notices }: Pick<Deps, 'notices'>, projectId: string): void =>
  notices.tell({ what: 'outcomes', id: projectId }, { kind: 'project', projectId })
