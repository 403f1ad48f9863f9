import type { Actor } from '@atelier/shared/access/can'
import { docOf } from '@atelier/shared/docs/new-doc'
import { readDocText } from '@atelier/shared/docs/read-doc'
import {
  type NewPublication,
  newPublication,
  type OwnPublications,
  type Publications,
  partOf,
} from '@atelier/shared/publications/publication'
import { refuse } from '@atelier/shared/refusals'
import { roomName } from '@atelier/shared/sync/room-name'
import { Hono } from 'hono'
import { loadProject } from '../access/project-access-queries'
import { requireCan } from '../access/require-can'
import { loadSectionRoom } from '../access/section-access-queries'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import {
  insertPublication,
  listOwnPublications,
  listPublications,
  loadOwnPublication,
  withdrawPublication,
} from './publication-queries'
import { tellPublications } from './tell-publications'

/** What people give out of their journals into a project: only they do, and only they take it back. */
export const publicationRoutes = (deps: Deps) =>
  new Hono()
    .get('/projects/:id/publications', withActor(deps), async (c) => {
      const { actor } = c.var
      const project = await loadProject(deps.db, actor, requireId(c.req.param('id')))
      requireCan(actor, 'read', project)
      const answer: Publications = {
        publications: await listPublications(deps.db, actor, project.id),
      }
      return c.json(answer)
    })

    .post('/projects/:id/publications', withActor(deps), withBody(newPublication), async (c) => {
      const { actor } = c.var
      const project = await loadProject(deps.db, actor, requireId(c.req.param('id')))
      requireCan(actor, 'edit', project)
      const { parts, ...wish } = c.req.valid('json')
      const place = { projectId: project.id, authorId: actor.personId }
      await insertPublication(deps.db, place, { ...wish, parts: await said(deps, actor, parts) })
      // Who was there at this moment would be as good as the name.
      const told = wish.shownAs === 'anonymous' ? [] : [project.id]
      tellPublications(deps, told, actor.personId)
      return c.body(null, 204)
    })

    .get('/me/publications', withActor(deps), async (c) => {
      const answer: OwnPublications = {
        publications: await listOwnPublications(deps.db, c.var.actor),
      }
      return c.json(answer)
    })

    /** From now on nobody reads it; who has read it may remember. */
    .delete('/me/publications/:publicationId', withActor(deps), async (c) => {
      const { actor } = c.var
      const id = requireId(c.req.param('publicationId'))
      const publication = await loadOwnPublication(deps.db, actor, id)
      requireCan(actor, 'withdraw', publication)
      await withdrawPublication(deps.db, id)
      tellPublications(deps, [publication.projectId], actor.personId)
      return c.body(null, 204)
    })

/** Each part as its section says it at this moment, of one entry of the asking person's own. */
async function said(deps: Deps, actor: Actor, wanted: NewPublication['parts']) {
  const parts = []
  const entries = new Set<string>()
  for (const { sectionId, words } of wanted) {
    const section = await loadSectionRoom(deps.db, actor, sectionId)
    requireCan(actor, 'offer', section)
    entries.add(section.entry.id)
    const { text } = readDocText(docOf(await deps.rooms.read(roomName('section', sectionId))))
    parts.push({ sectionId, ...(partOf(text, words) ?? refuse('conflict')) })
  }
  if (entries.size > 1) refuse('invalid', { fields: [{ field: 'parts', problem: 'unknown' }] })
  return parts
}
