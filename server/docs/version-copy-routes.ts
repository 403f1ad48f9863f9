import { readDocFrom } from '@atelier/shared/docs/new-doc'
import { refuse } from '@atelier/shared/refusals'
import { Hono } from 'hono'
import { loadDoc } from '../access/doc-access-queries'
import { loadProject } from '../access/project-access-queries'
import { requireCan } from '../access/require-can'
import { sharedSquashThread } from '../db/squash-thread'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { withActor } from '../http/with-actor'
import { listDocs } from '../projects/project-contents-queries'
import { tellProject } from '../projects/tell-project'
import { duplicateDocs } from './doc-copy-queries'
import { requirePlace } from './version-place'
import { loadUpdatesUpTo } from './version-update-queries'

/** What a doc was, as a doc of its own beside it: rights as for any other copy. */
export const versionCopyRoutes = (deps: Deps) =>
  new Hono().post('/docs/:id/versions/:seq/copy', withActor(deps), async (c) => {
    const { actor } = c.var
    const doc = await loadDoc(deps.db, actor, requireId(c.req.param('id')))
    if (doc.projectTitle === null || doc.trashed) refuse('forbidden')
    const project = await loadProject(deps.db, actor, doc.projectId)
    requireCan(actor, 'edit', project)
    const place = await requirePlace(deps, doc.id, c.req.param('seq'))
    const rows = await loadUpdatesUpTo(deps.db, doc.id, place)
    const content = readDocFrom((await sharedSquashThread().squash(rows)).whole)
    const listed = await listDocs(deps.db, actor, doc.projectId)
    const parentId = listed.find(({ id }) => id === doc.id)?.parentId ?? null
    const source = { id: doc.id, parentId, content }
    const id = await duplicateDocs(deps.db, actor, project, [source])
    tellProject(deps, project.id)
    return c.json({ id }, 201)
  })
