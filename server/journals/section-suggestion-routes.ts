import type { Actor } from '@atelier/shared/access/can'
import { refuse } from '@atelier/shared/refusals'
import { decideSuggestions as decisionWish } from '@atelier/shared/suggestions/suggestion-contract'
import { type Context, Hono } from 'hono'
import { requireCan } from '../access/require-can'
import { loadSectionRoom } from '../access/section-access-queries'
import { accessToFork, loadingSubjects } from '../access/section-fork-queries'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { type WithActor, withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { decideSuggestions, undoDecision, wholeRoom } from '../suggestions/decide-suggestions'
import { listDecided } from '../suggestions/decided-queries'
import {
  closeFork,
  findFork,
  insertFork,
  listOpenForks,
  requireFork,
} from '../suggestions/suggestion-queries'
import { withAfter } from '../suggestions/suggestion-routes'
import { requireStillSuggesting } from './section-fork-queries'
import { tellSectionSuggestions } from './tell-journals'

const one = '/sections/:id/suggestions/:suggestionId'

/**
 * Forks of a section, and what becomes of what is suggested in them. Each is for who suggests in it and for whose the
 * section is, who decides; and for nobody while who suggests may not read the section.
 */
export const sectionSuggestionRoutes = (deps: Deps) =>
  new Hono()
    .get('/sections/:id/suggestions', withActor(deps), async (c) => {
      const { actor } = c.var
      const section = await sectionIn(deps, c)
      const open = await listOpenForks(deps.db, section.forked)
      const seen = await Promise.all(
        open.map(({ author }) => accessTo(deps, actor, section.id, author.id)),
      )
      return c.json(open.filter((_, nth) => seen[nth] !== null))
    })

    /** What became of those that are open no more. Whose the section is sees all, others what they have suggested. */
    .get('/sections/:id/suggestions/decided', withActor(deps), withAfter, async (c) => {
      const { personId } = c.var.actor
      const { forked, isAuthor } = await sectionIn(deps, c)
      const { after } = c.req.valid('query')
      const from = after === undefined ? null : requireId(after)
      return c.json(await listDecided(deps.db, forked, from, isAuthor ? null : personId))
    })

    /** Begins to suggest, or goes on: each person has one fork of a section. */
    .post('/sections/:id/suggestions', withActor(deps), async (c) => {
      const { actor } = c.var
      const { personId: authorId, workspaceId } = actor
      const section = await sectionIn(deps, c)
      requireCan(actor, 'suggest', section)
      const known = await findFork(deps.db, section.forked, authorId)
      if (known !== null) return c.json({ id: known }, 201)
      // What another node knows to be deleted is not in it (S18).
      const update = await wholeRoom(deps, 'section', section.id)
      const place = { workspaceId, sectionId: section.id, authorId }
      const { id, isNew } = await insertFork(deps.db, place, update, (tx) =>
        requireStillSuggesting(tx, actor, section.id),
      )
      if (isNew) tell(deps, section, authorId)
      return c.json({ id }, 201)
    })

    /** Only its author gives up all of it; who decides refuses what they see. */
    .delete(one, withActor(deps), async (c) => {
      const { section, fork } = await forkIn(deps, c)
      if (fork.authorId !== c.var.actor.personId) refuse('forbidden')
      requireCan(c.var.actor, 'suggest', section)
      await closeFork(deps.db, section.forked, fork.id)
      deps.accessChanges.report({ roomIds: [fork.id] })
      tell(deps, section, fork.authorId)
      return c.body(null, 204)
    })

    .post(`${one}/decisions`, withActor(deps), withBody(decisionWish), async (c) => {
      const { section, fork, placeTo } = await forkIn(deps, c)
      const wish = c.req.valid('json')
      // Whoever has suggested something may also think better of it.
      const place = placeTo(fork.isMine && !wish.accept ? 'suggest' : 'decide')
      const made = await decideSuggestions(deps, place, wish)
      if (made.decided > 0) tell(deps, section, fork.authorId)
      return c.json(made)
    })

    .post(`${one}/decisions/:batchId/undo`, withActor(deps), async (c) => {
      const { section, fork, placeTo } = await forkIn(deps, c)
      const place = placeTo(fork.isMine ? 'suggest' : 'decide')
      await undoDecision(deps, place, requireId(c.req.param('batchId')), section.isAuthor)
      tell(deps, section, fork.authorId)
      return c.body(null, 204)
    })

type Section = Awaited<ReturnType<typeof sectionIn>>

async function sectionIn({ db }: Deps, c: Context<WithActor>) {
  const section = await loadSectionRoom(db, c.var.actor, requireId(c.req.param('id')))
  return { ...section, forked: { kind: 'section', id: section.id } as const }
}

async function forkIn(deps: Deps, c: Context<WithActor>) {
  const { actor } = c.var
  const section = await sectionIn(deps, c)
  const id = requireId(c.req.param('suggestionId'))
  const fork = await requireFork(deps.db, section.forked, id)
  const requireFound = async () => {
    if (!(await accessTo(deps, actor, section.id, fork.authorId))) refuse('not-found')
  }
  await requireFound()
  return {
    section,
    fork: { ...fork, isMine: fork.authorId === actor.personId },
    /** Asked now, and again by whoever writes there what was read before. */
    placeTo(verb: 'suggest' | 'decide') {
      requireCan(actor, verb, section)
      const requireStill = async () => {
        await requireFound()
        requireCan(actor, verb, await loadSectionRoom(deps.db, actor, section.id))
      }
      return { forked: section.forked, fork, by: actor.personId, requireStill }
    },
  }
}

const accessTo = ({ db }: Deps, actor: Actor, sectionId: string, authorId: string) =>
  accessToFork(loadingSubjects(db), actor, { sectionId, authorId })

const tell = (deps: Deps, { id, entry }: Section, authorId: string) =>
  tellSectionSuggestions(deps, id, [entry.authorId, authorId])
