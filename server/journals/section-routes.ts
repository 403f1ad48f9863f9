import type { Actor, Verbs } from '@atelier/shared/access/can'
import type { Audience } from '@atelier/shared/access/roles'
import {
  changeSection,
  newSection,
  shareSection as shareWish,
} from '@atelier/shared/journals/journal'
import { refuse } from '@atelier/shared/refusals'
import { type Context, Hono } from 'hono'
import { loadMentorship } from '../access/mentorship-access-queries'
import { requireCan } from '../access/require-can'
import { loadSection } from '../access/section-access-queries'
import { roomsOfSections } from '../access/section-fork-queries'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { type WithActor, withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { projectsOfSections } from '../publications/publication-queries'
import { tellPublications } from '../publications/tell-publications'
import { loadEntry } from './entry-queries'
import {
  changeSectionRow,
  eraseSection,
  insertSection,
  loadSectionPast,
  shareSection,
} from './section-queries'
import { tellingReaders } from './tell-journals'

const one = '/journals/entries/:id/sections/:sectionId'

/** The sections of an entry, beside their text: each is its author's to arrange, to share and to erase. */
export const sectionRoutes = (deps: Deps) =>
  new Hono()
    .post('/journals/entries/:id/sections', withActor(deps), withBody(newSection), async (c) => {
      const { actor } = c.var
      const loaded = await loadEntry(deps.db, actor, requireId(c.req.param('id')))
      requireCan(actor, 'change', loaded)
      const { id: entryId } = loaded.entry
      const place = { entryId, workspaceId: actor.workspaceId, createdBy: actor.personId }
      await tellingReaders(deps, { entryId, personId: actor.personId }, () =>
        insertSection(deps.db, place, c.req.valid('json')),
      )
      return c.json((await loadEntry(deps.db, actor, entryId)).entry, 201)
    })

    .patch(one, withActor(deps), withBody(changeSection), async (c) => {
      const section = await sectionTo(deps, c, 'share')
      const change = c.req.valid('json')
      // What stands above a signed text is signed with it.
      if (change.prompt !== undefined) requireCan(c.var.actor, 'edit', section)
      return c.json(
        await changing(deps, c.var.actor, section, () =>
          changeSectionRow(deps.db, placeOf(section), change),
        ),
      )
    })

    /** For good, with all that was written in it, also what was published of it. */
    .delete(one, withActor(deps), async (c) => {
      const section = await sectionTo(deps, c, 'erase')
      const published = await projectsOfSections(deps.db, [section.id])
      const entry = await changing(deps, c.var.actor, section, async () => {
        deps.accessChanges.report({ roomIds: await eraseSection(deps.db, placeOf(section)) })
      })
      tellPublications(deps, published, c.var.actor.personId)
      return c.json(entry)
    })

    /** Whoever may read it no more is sent out of its room at once. What they have had is theirs to remember. */
    .put(`${one}/audience`, withActor(deps), withBody(shareWish), async (c) => {
      const section = await sectionTo(deps, c, 'share')
      const wish = c.req.valid('json')
      const { mentorshipId } = section.entry
      await requireFits(deps, c.var.actor, mentorshipId, wish.audience)
      const entry = await changing(deps, c.var.actor, section, async () => {
        await shareSection(deps.db, { ...placeOf(section), mentorshipId }, wish)
        deps.accessChanges.report({ roomIds: await roomsOfSections(deps.db, [section.id]) })
      })
      return c.json(entry)
    })

    .get(`${one}/past`, withActor(deps), async (c) => {
      const section = await sectionTo(deps, c, 'share')
      return c.json(await loadSectionPast(deps.db, section.id))
    })

async function sectionTo({ db }: Deps, c: Context<WithActor>, verb: Verbs['section']) {
  const entryId = requireId(c.req.param('id'))
  const sectionId = requireId(c.req.param('sectionId'))
  const section = await loadSection(db, c.var.actor, entryId, sectionId)
  requireCan(c.var.actor, verb, section)
  return section
}

type Section = Awaited<ReturnType<typeof sectionTo>>

const placeOf = ({ entry, id }: Section) => ({ entryId: entry.id, id })

/** The entry as it is afterwards. */
async function changing(deps: Deps, actor: Actor, { entry }: Section, work: () => Promise<void>) {
  await tellingReaders(deps, { entryId: entry.id, personId: actor.personId }, work)
  return (await loadEntry(deps.db, actor, entry.id)).entry
}

/** A pair's entry is shared with the pair, a circle's with the circle, while it goes on; and any with nobody. */
async function requireFits(
  { db }: Deps,
  actor: Actor,
  mentorshipId: string | null,
  audience: Audience,
) {
  if (audience === 'private') return
  const fields = [{ field: 'audience', problem: 'nobody-there' }]
  if (mentorshipId === null) return refuse('invalid', { fields })
  const mentorship = await loadMentorship(db, actor, mentorshipId)
  if (mentorship.row.kind !== audience) return refuse('invalid', { fields })
  requireCan(actor, 'write', mentorship)
}
