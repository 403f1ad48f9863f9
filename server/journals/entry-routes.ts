import type { Verbs } from '@atelier/shared/access/can'
import {
  askEntries,
  changeEntry,
  longestJournalQuery,
  mood,
  newEntry,
  searchJournal,
} from '@atelier/shared/journals/journal'
import { askTimeline } from '@atelier/shared/journals/timeline'
import { type Context, Hono } from 'hono'
import { validator } from 'hono/validator'
import { requireCan } from '../access/require-can'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { type WithActor, withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { tellPublications } from '../publications/tell-publications'
import { changeEntryRow, eraseEntry, insertEntry, listEntries, loadEntry } from './entry-queries'
import { loadMood, putMood } from './mood-queries'
import { requireMayWriteIn } from './require-may-write-in'
import { searchOwn } from './section-text-queries'
import { tellingReaders } from './tell-journals'
import { loadTimeline } from './timeline-queries'

const ask = validator('query', (query: Record<string, string | string[]>) =>
  askEntries.parse(query),
)

const spanned = validator('query', (query: Record<string, string | string[]>) =>
  askTimeline.parse(query),
)

/** Entries of journals. What is in their sections goes through their rooms: no route here answers a word of it. */
export const entryRoutes = (deps: Deps) =>
  new Hono()
    .get('/journals/entries', withActor(deps), ask, async (c) =>
      c.json(await listEntries(deps.db, c.var.actor, c.req.valid('query'))),
    )

    .post('/journals/search', withActor(deps), withBody(searchJournal), async (c) => {
      const q = c.req.valid('json').q.slice(0, longestJournalQuery)
      return c.json(await searchOwn(deps.db, c.var.actor.personId, q))
    })

    .get('/journals/timeline', withActor(deps), spanned, async (c) =>
      c.json(await loadTimeline(deps.db, c.var.actor, c.req.valid('query'))),
    )

    .post('/journals/entries', withActor(deps), withBody(newEntry), async (c) => {
      const { actor } = c.var
      const entry = c.req.valid('json')
      await requireMayWriteIn(deps, actor, entry.mentorshipId)
      await tellingReaders(deps, { entryId: entry.id, personId: actor.personId }, () =>
        insertEntry(deps.db, actor, entry),
      )
      return c.json((await loadEntry(deps.db, actor, entry.id)).entry, 201)
    })

    .get('/journals/entries/:id', withActor(deps), async (c) => {
      const { entry } = await entryTo(deps, c, 'read')
      return c.json(entry)
    })

    .patch('/journals/entries/:id', withActor(deps), withBody(changeEntry), async (c) => {
      const { actor } = c.var
      const { entry } = await entryTo(deps, c, 'change')
      const change = c.req.valid('json')
      await requireMayWriteIn(deps, actor, change.mentorshipId ?? null)
      await tellingReaders(deps, { entryId: entry.id, personId: actor.personId }, () =>
        changeEntryRow(deps.db, entry.id, change),
      )
      return c.json((await loadEntry(deps.db, actor, entry.id)).entry)
    })

    /** For good: nothing of it is kept. */
    .delete('/journals/entries/:id', withActor(deps), async (c) => {
      const { entry } = await entryTo(deps, c, 'erase')
      const { personId } = c.var.actor
      const { roomIds, published } = await tellingReaders(
        deps,
        { entryId: entry.id, personId },
        () => eraseEntry(deps.db, entry.id),
      )
      deps.accessChanges.report({ roomIds })
      tellPublications(deps, published, personId)
      return c.body(null, 204)
    })

    .get('/journals/entries/:id/mood', withActor(deps), async (c) => {
      const { entry } = await entryTo(deps, c, 'change')
      return c.json(await loadMood(deps.db, c.var.actor.personId, entry.id))
    })

    .put('/journals/entries/:id/mood', withActor(deps), withBody(mood), async (c) => {
      const { entry } = await entryTo(deps, c, 'change')
      await putMood(deps.db, c.var.actor.personId, entry.id, c.req.valid('json'))
      return c.body(null, 204)
    })

async function entryTo({ db }: Deps, c: Context<WithActor>, verb: Verbs['entry']) {
  const loaded = await loadEntry(db, c.var.actor, requireId(c.req.param('id')))
  requireCan(c.var.actor, verb, loaded)
  return loaded
}
