import { readDocFrom } from '@atelier/shared/docs/new-doc'
import { Hono } from 'hono'
import { loadDoc } from '../access/doc-access-queries'
import { requireCan } from '../access/require-can'
import { sharedSquashThread } from '../db/squash-thread'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { withActor } from '../http/with-actor'
import { listDocs } from '../projects/project-contents-queries'
import { tellProject } from '../projects/tell-project'
import { duplicateDocs } from './doc-copy-queries'
import { readingPast } from './reading-past'
import { requireCopyable } from './require-copyable'
import { requirePlace } from './version-place'
import { loadUpdatesUpTo } from './version-update-queries'

/** What a doc was, as a doc of its own beside it: rights as for any other copy. */
export const versionCopyRoutes = (deps: Deps) =>
  new Hono().post('/docs/:id/versions/:seq/copy', withActor(deps), async (c) => {
    const { actor } = c.var
    const doc = await loadDoc(deps.db, actor, requireId(c.req.param('id')))
    requireCan(actor, 'follow', doc)
    const project = await requireCopyable(deps, actor, doc)
    const place = await requirePlace(deps, doc.id, c.req.param('seq'))
    const { whole } = await readingPast(actor.personId, async () =>
      sharedSquashThread().squash(await loadUpdatesUpTo(deps.db, doc.id, place)),
    )
    const content = readDocFrom(whole)
    const listed = await listDocs(deps.db, actor, doc.projectId)
    const parentId = listed.find(({ id }) => id === doc.id)?.parentId ?? null
    const source = { id: doc.id, parentId, content }
    const id = await duplicateDocs(deps.db, actor, project, [source])
    tellProject(deps, project.id)
    return c.json({ id }, 201)
  })
