import type { Verbs } from '@atelier/shared/access/can'
import { changeDoc, grantDoc, newPublicLink } from '@atelier/shared/docs/doc-contract'
import { refuse } from '@atelier/shared/refusals'
import type { Context } from 'hono'
import { Hono } from 'hono'
import { type LoadedDoc, loadDoc, roomsOfDocs } from '../access/doc-access-queries'
import { requireCan } from '../access/require-can'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { type WithActor, withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import type { Audience } from '../notices/notices'
import { loadPerson } from '../people/person-queries'
import { tellProject } from '../projects/tell-project'
import {
  changeDocFlags,
  loadDocAccess,
  putGrant,
  removeGrant,
  restrictUnder,
} from './doc-sharing-queries'
import { insertPublicLink, revokePublicLink } from './public-link-queries'
import { tellDoc, tellDocs, tellLibrary } from './tell-docs'

/** Who may come into a doc: its project or chosen people, the workspace by its library, anybody by a link. */
export const docSharingRoutes = (deps: Deps) =>
  new Hono()
    .get('/docs/:id/access', withActor(deps), async (c) =>
      c.json(await loadDocAccess(deps.db, await docTo(deps, c, 'share'))),
    )

    .patch('/docs/:id', withActor(deps), withBody(changeDoc), async (c) => {
      const { template, inLibrary, restricted, under } = c.req.valid('json')
      const doc = await docTo(deps, c, 'read')
      const isShared = inLibrary !== undefined || restricted !== undefined
      requireCan(c.var.actor, isShared ? 'share' : 'arrange', doc)
      const below = await deps.db.transaction(async (tx) => {
        await changeDocFlags(tx, doc.id, {
          ...(template !== undefined && { template }),
          ...(inLibrary !== undefined && { inLibrary }),
          ...(restricted !== undefined && { restricted }),
        })
        return under ? restrictUnder(tx, doc) : []
      })
      if (isShared) {
        deps.accessChanges.report({ roomIds: await roomsOfDocs(deps.db, [doc.id, ...below]) })
      }
      tellProject(deps, doc.projectId)
      for (const id of [doc.id, ...below]) tellDoc(deps, id)
      if (inLibrary !== undefined || below.length > 0) tellLibrary(deps, doc.workspaceId)
      return c.body(null, 204)
    })

    .put('/docs/:id/grants/:personId', withActor(deps), withBody(grantDoc), async (c) => {
      const { actor } = c.var
      const doc = await docTo(deps, c, 'share')
      const { row } = await loadPerson(deps.db, actor, requireId(c.req.param('personId')))
      const { role } = c.req.valid('json')
      await putGrant(deps.db, { docId: doc.id, personId: row.id, role, grantedBy: actor.personId })
      grantChanged(deps, doc, row.id)
      return c.body(null, 204)
    })

    /** Anyone may give back what they were granted; who shares may take it from others. */
    .delete('/docs/:id/grants/:personId', withActor(deps), async (c) => {
      const personId = requireId(c.req.param('personId'))
      const doc = await docTo(deps, c, personId === c.var.actor.personId ? 'read' : 'share')
      await removeGrant(deps.db, doc.id, personId)
      grantChanged(deps, doc, personId)
      return c.body(null, 204)
    })

    .post('/docs/:id/links', withActor(deps), withBody(newPublicLink), async (c) => {
      const doc = await docTo(deps, c, 'share')
      const expiresAt = new Date(c.req.valid('json').expiresAt)
      requireSensible(expiresAt)
      const createdBy = c.var.actor.personId
      const link = await insertPublicLink(deps.db, { docId: doc.id, createdBy, expiresAt })
      tellDocs(deps, doc)
      return c.json(link, 201)
    })

    .delete('/docs/:id/links/:linkId', withActor(deps), async (c) => {
      const doc = await docTo(deps, c, 'share')
      await revokePublicLink(deps.db, doc.id, requireId(c.req.param('linkId')))
      tellDocs(deps, doc)
      return c.body(null, 204)
    })

async function docTo(deps: Deps, c: Context<WithActor>, verb: Verbs['doc']): Promise<LoadedDoc> {
  const doc = await loadDoc(deps.db, c.var.actor, requireId(c.req.param('id')))
  requireCan(c.var.actor, verb, doc)
  return doc
}

/** They may have come from elsewhere, or be no longer among the doc's readers. */
function grantChanged(deps: Deps, doc: LoadedDoc, personId: string) {
  deps.accessChanges.report({ personIds: [personId] })
  tellDocs(deps, doc)
  const them: Audience = { kind: 'people', personIds: [personId] }
  deps.notices.tell({ what: 'docs' }, them)
  deps.notices.tell({ what: 'project', id: doc.projectId }, them)
}

const dayMs = 24 * 60 * 60 * 1000
const longestMs = 366 * dayMs

function requireSensible(expiresAt: Date) {
  const left = expiresAt.getTime() - Date.now()
  const problem = left <= 0 ? 'too-early' : left > longestMs ? 'too-late' : null
  if (problem) refuse('invalid', { fields: [{ field: 'expiresAt', problem }] })
}
