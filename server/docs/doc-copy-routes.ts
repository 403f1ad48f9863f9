import type { Actor } from '@atelier/shared/access/can'
import { duplicateDoc } from '@atelier/shared/docs/doc-contract'
import { subtreeOf } from '@atelier/shared/docs/doc-tree'
import type { Language } from '@atelier/shared/people/choices'
import { refuse } from '@atelier/shared/refusals'
import { Hono } from 'hono'
import { type LoadedDoc, loadDoc } from '../access/doc-access-queries'
import { loadProject } from '../access/project-access-queries'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { loadMe } from '../people/person-queries'
import { listDocs } from '../projects/project-contents-queries'
import { tellProject } from '../projects/tell-project'
import { duplicateDocs, type Source } from './doc-copy-queries'
import { readContent } from './read-content'
import { requireCopyable } from './require-copyable'
import { listTemplates } from './template-queries'
import { allBuiltIn } from './templates/built-in'

const copyOf: Record<Language, (title: string) => string> = {
  en: (title) => `Copy of ${title}`,
  de: (title) => `Kopie von ${title}`,
}

/** Docs made of others: copies, and what to begin from. */
export const docCopyRoutes = (deps: Deps) =>
  new Hono()
    .post('/docs/:id/duplicate', withActor(deps), withBody(duplicateDoc), async (c) => {
      const { actor } = c.var
      const doc = await loadDoc(deps.db, actor, requireId(c.req.param('id')))
      const project = await requireCopyable(deps, actor, doc)
      const sources = await sourcesOf(deps, actor, doc, c.req.valid('json').under)
      const id = await duplicateDocs(deps.db, actor, project, sources)
      tellProject(deps, project.id)
      return c.json({ id }, 201)
    })

    /** What a doc says, to be looked at before anything is made of it. */
    .get('/docs/:id/text', withActor(deps), async (c) => {
      const doc = await loadDoc(deps.db, c.var.actor, requireId(c.req.param('id')))
      return c.json(await readContent(deps, doc.id))
    })

    .get('/projects/:id/templates', withActor(deps), async (c) => {
      const { actor } = c.var
      const project = await loadProject(deps.db, actor, requireId(c.req.param('id')))
      const { language } = await loadMe(deps.db, actor.personId)
      const own = await listTemplates(deps.db, actor, project)
      return c.json({ builtIn: allBuiltIn(language), own })
    })

const mostCopies = 200

async function sourcesOf(
  deps: Deps,
  actor: Actor,
  doc: LoadedDoc,
  under: boolean,
): Promise<Source[]> {
  const listed = await listDocs(deps.db, actor, doc.projectId)
  const wanted = under ? subtreeOf(listed, doc.id) : listed.filter(({ id }) => id === doc.id)
  if (wanted.length > mostCopies) refuse('too-large')
  const { language } = await loadMe(deps.db, actor.personId)
  const sources: Source[] = []
  for (const { id, parentId } of wanted) {
    const content = await readContent(deps, id)
    const title = id === doc.id && content.title ? copyOf[language](content.title) : content.title
    sources.push({ id, parentId, content: { ...content, title: title.slice(0, 200) } })
  }
  return sources
}
