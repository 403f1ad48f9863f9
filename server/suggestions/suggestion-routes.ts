import { can } from '@atelier/shared/access/can'
import { refuse } from '@atelier/shared/refusals'
import { decideSuggestions as decisionWish } from '@atelier/shared/suggestions/suggestion-contract'
import { roomName } from '@atelier/shared/sync/room-name'
import { type Context, Hono } from 'hono'
import { validator } from 'hono/validator'
import { loadDoc } from '../access/doc-access-queries'
import { requireCan } from '../access/require-can'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { type WithActor, withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { decideSuggestions, undoDecision } from './decide-suggestions'
import { listDecided } from './decided-queries'
import { closeFork, findFork, insertFork, listOpenForks, requireFork } from './suggestion-queries'

const one = '/docs/:id/suggestions/:suggestionId'

/** After which one a page begins; may be left out. */
export const withAfter = validator('query', ({ after }): { after?: string } =>
  typeof after === 'string' ? { after } : {},
)

/** Forks of a doc, and what becomes of what is suggested in them. */
export const suggestionRoutes = (deps: Deps) =>
  new Hono()
    .get('/docs/:id/suggestions', withActor(deps), async (c) => {
      const doc = await loadDoc(deps.db, c.var.actor, requireId(c.req.param('id')))
      requireCan(c.var.actor, 'follow', doc)
      return c.json(await listOpenForks(deps.db, forkedDoc(doc)))
    })

    /** What became of those that are open no more. */
    .get('/docs/:id/suggestions/decided', withActor(deps), withAfter, async (c) => {
      const doc = await loadDoc(deps.db, c.var.actor, requireId(c.req.param('id')))
      requireCan(c.var.actor, 'follow', doc)
      const { after } = c.req.valid('query')
      return c.json(
        await listDecided(deps.db, forkedDoc(doc), after === undefined ? null : requireId(after)),
      )
    })

    /** Begins to suggest, or goes on: each person has one fork of a doc. */
    .post('/docs/:id/suggestions', withActor(deps), async (c) => {
      const { actor } = c.var
      const doc = await loadDoc(deps.db, actor, requireId(c.req.param('id')))
      requireCan(actor, 'comment', doc)
      const known = await findFork(deps.db, forkedDoc(doc), actor.personId)
      if (known !== null) return c.json({ id: known }, 201)
      const { workspaceId, projectId } = doc
      const place = { workspaceId, projectId, docId: doc.id, authorId: actor.personId }
      const update = await deps.rooms.read(roomName('doc', doc.id))
      const { id, isNew } = await insertFork(deps.db, place, update)
      if (isNew) tellSuggestions(deps, doc.id)
      return c.json({ id }, 201)
    })

    /** Only its author gives up all of it; an editor refuses what they see. */
    .delete(one, withActor(deps), async (c) => {
      const { doc, fork } = await loadFork(deps, c)
      if (fork.authorId !== c.var.actor.personId) refuse('forbidden')
      requireCan(c.var.actor, 'comment', doc)
      await closeFork(deps.db, forkedDoc(doc), fork.id)
      deps.accessChanges.report({ roomIds: [fork.id] })
      tellSuggestions(deps, doc.id)
      return c.body(null, 204)
    })

    .post(`${one}/decisions`, withActor(deps), withBody(decisionWish), async (c) => {
      const { doc, fork } = await loadFork(deps, c)
      const wish = c.req.valid('json')
      const { actor } = c.var
      // Whoever has suggested something may also think better of it.
      const isOwn = fork.authorId === actor.personId && can(actor, 'comment', doc)
      if (wish.accept || !isOwn) requireCan(actor, 'edit', doc)
      const place = { forked: forkedDoc(doc), fork, by: actor.personId }
      const made = await decideSuggestions(deps, place, wish)
      if (made.decided > 0) tellSuggestions(deps, doc.id)
      return c.json(made)
    })

    .post(`${one}/decisions/:batchId/undo`, withActor(deps), async (c) => {
      const { doc, fork } = await loadFork(deps, c)
      const { actor } = c.var
      const isOwn = fork.authorId === actor.personId && can(actor, 'comment', doc)
      if (!isOwn) requireCan(actor, 'edit', doc)
      const place = { forked: forkedDoc(doc), fork, by: actor.personId }
      const mayEdit = can(actor, 'edit', doc)
      await undoDecision(deps, place, requireId(c.req.param('batchId')), mayEdit)
      tellSuggestions(deps, doc.id)
      return c.body(null, 204)
    })

async function loadFork({ db }: Deps, c: Context<WithActor>) {
  const doc = await loadDoc(db, c.var.actor, requireId(c.req.param('id')))
  const fork = await requireFork(db, forkedDoc(doc), requireId(c.req.param('suggestionId')))
  return { doc, fork }
}

const forkedDoc = ({ id }: { id: string }) => ({ kind: 'doc', id }) as const

const tellSuggestions = ({ notices }: Deps, docId: string) =>
  notices.tell({ what: 'suggestions', id: docId }, { kind: 'doc', docId })
