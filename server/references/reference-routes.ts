import {
  askReferences,
  type FoundCards,
  longestMentionQuery,
  type Mentionables,
  type ReferenceAnswers,
} from '@atelier/shared/references/reference'
import { Hono } from 'hono'
import { validator } from 'hono/validator'
import { loadProject } from '../access/project-access-queries'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { takeTurns } from '../http/take-turns'
import { withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { findCards } from './find-card-queries'
import { findMentionables } from './mentionable-queries'
import { findReferences } from './reference-queries'

const lookedFor = validator('query', ({ q }) => ({
  q: typeof q === 'string' ? q.slice(0, longestMentionQuery) : '',
}))

/** Every card somebody may read is looked at for it. */
const finding = takeTurns(2)

/** What texts name: looked for while somebody writes, and called by its name when somebody reads. */
export const referenceRoutes = (deps: Deps) =>
  new Hono()
    .get('/projects/:id/mentionables', withActor(deps), lookedFor, async (c) => {
      const { actor } = c.var
      const project = await loadProject(deps.db, actor, requireId(c.req.param('id')))
      const { q: query } = c.req.valid('query')
      const found: Mentionables = await findMentionables(deps.db, actor, project, query)
      return c.json(found)
    })

    .get('/cards', withActor(deps), lookedFor, async (c) => {
      const { actor } = c.var
      const { q: query } = c.req.valid('query')
      const found: FoundCards = {
        cards: await finding(actor.personId, () => findCards(deps.db, actor, query)),
      }
      return c.json(found)
    })

    .post('/references', withActor(deps), withBody(askReferences), async (c) => {
      const { references } = c.req.valid('json')
      const answers: ReferenceAnswers = {
        found: await findReferences(deps.db, c.var.actor, references),
      }
      return c.json(answers)
    })
