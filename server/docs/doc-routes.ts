import { type Actor, can } from '@atelier/shared/access/can'
import { type BuiltInTemplate, newDoc } from '@atelier/shared/docs/doc-contract'
import { type NewDoc, newDocUpdate } from '@atelier/shared/docs/new-doc'
import type { DocPage } from '@atelier/shared/projects/project'
import { refuse } from '@atelier/shared/refusals'
import { roomName } from '@atelier/shared/sync/room-name'
import { Hono } from 'hono'
import { type LoadedDoc, loadDoc } from '../access/doc-access-queries'
import { loadProject } from '../access/project-access-queries'
import { requireCan } from '../access/require-can'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { loadMe } from '../people/person-queries'
import { tellProject } from '../projects/tell-project'
import { createFrom } from './doc-copy-queries'
import { hasMade } from './doc-queries'
import { loadAbove } from './doc-tree-queries'
import { isFavourite } from './my-doc-queries'
import { createDoc } from './new-doc-queries'
import { readContent } from './read-content'
import { builtInTemplate } from './templates/built-in'

export const docRoutes = (deps: Deps) =>
  new Hono()
    .post('/projects/:id/docs', withActor(deps), withBody(newDoc), async (c) => {
      const { actor } = c.var
      const { title: said, parentId = null, id: wish, template } = c.req.valid('json')
      const project = await loadProject(deps.db, actor, requireId(c.req.param('id')))
      requireCan(actor, 'edit', project)
      const place = { projectId: project.id, createdBy: actor.personId }
      if (wish && (await hasMade(deps.db, { id: wish, ...place }))) {
        return c.json({ id: wish, title: said }, 201)
      }
      const from = template?.docId ? await templateOf(deps, actor, template.docId) : null
      const content = from?.content ?? (await contentOf(deps, actor, template?.builtIn))
      const title = said || content.title
      const begun = { id: wish, title, parentId }
      const id = from
        ? await createFrom(deps.db, actor, project, from, begun)
        : await createDoc(deps.db, actor, project, {
            ...begun,
            update: newDocUpdate({ ...content, title }),
          })
      tellProject(deps, project.id)
      return c.json({ id, title }, 201)
    })

    .get('/docs/:id', withActor(deps), async (c) => {
      const doc = await loadDoc(deps.db, c.var.actor, requireId(c.req.param('id')))
      return c.json(await pageOf(deps, c.var.actor, doc))
    })

    .get('/docs/:id/content', withActor(deps), async (c) => {
      const doc = await loadDoc(deps.db, c.var.actor, requireId(c.req.param('id')))
      const update = await deps.rooms.read(roomName('doc', doc.id))
      return c.body(new Uint8Array(update), 200, { 'Content-Type': 'application/octet-stream' })
    })

/** In the language of whoever makes the doc. */
async function contentOf(
  { db }: Deps,
  actor: Actor,
  builtIn: BuiltInTemplate | undefined,
): Promise<NewDoc> {
  if (!builtIn) return { title: '' }
  return builtInTemplate(builtIn, (await loadMe(db, actor.personId)).language)
}

async function templateOf(deps: Deps, actor: Actor, docId: string) {
  const doc = await loadDoc(deps.db, actor, docId)
  if (!doc.template || doc.trashed) refuse('not-found')
  return { id: doc.id, content: await readContent(deps, doc.id) }
}

async function pageOf({ db }: Deps, actor: Actor, doc: LoadedDoc): Promise<DocPage> {
  const { id, title, projectId, projectTitle, template, ...rights } = doc
  const { workspaceId, project } = rights
  return {
    id,
    title,
    project: { id: projectId, title: projectTitle ?? '', workspaceId, ...project },
    access: can(actor, 'edit', rights) ? 'write' : 'read',
    rights,
    above: await loadAbove(db, actor, doc),
    template,
    favourite: await isFavourite(db, actor, id),
  }
}
