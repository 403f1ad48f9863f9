/** What a doc was: for whoever follows it; whoever may edit it gives versions names. */
import {
  incompleteHeader,
  type VersionPage,
  versionName,
  type Writers,
} from '@atelier/shared/docs/version'
import { type Context, Hono } from 'hono'
import { validator } from 'hono/validator'
import { type LoadedDoc, loadDoc } from '../access/doc-access-queries'
import { requireCan } from '../access/require-can'
import { sharedSquashThread } from '../db/squash-thread'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { type WithActor, withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { readingPast } from './reading-past'
import { placeOf, requirePlace } from './version-place'
import { loadNames, loadSegments, loadWriters, nameVersion, unnameVersion } from './version-queries'
import { sessionsOf, versionsOf } from './version-sessions'
import { loadUpdatesBetween, loadUpdatesUpTo } from './version-update-queries'
import { writersOf } from './version-writers'

export const versionRoutes = (deps: Deps) =>
  new Hono()
    .get('/docs/:id/versions', withActor(deps), withPlace('before'), async (c) => {
      const doc = await loadPastOf(deps, c)
      const { before } = c.req.valid('query')
      return c.json(await loadPage(deps, doc.id, before === undefined ? null : placeOf(before)))
    })

    .get('/docs/:id/versions/:seq', withActor(deps), async (c) => {
      const doc = await loadPastOf(deps, c)
      const place = await requirePlace(deps, doc.id, c.req.param('seq'))
      const { whole, isComplete } = await readingPast(c.var.actor.personId, async () =>
        sharedSquashThread().squash(await loadUpdatesUpTo(deps.db, doc.id, place)),
      )
      return c.body(new Uint8Array(whole), 200, {
        'Content-Type': 'application/octet-stream',
        // Something it builds on came later, from another node, or is lost.
        ...(!isComplete && { [incompleteHeader]: '1' }),
      })
    })

    .get('/docs/:id/versions/:seq/writers', withActor(deps), withPlace('since'), async (c) => {
      const doc = await loadPastOf(deps, c)
      const place = await requirePlace(deps, doc.id, c.req.param('seq'))
      const since = placeOf(c.req.valid('query').since ?? '0')
      const writers = () => loadWritersOf(deps, doc.id, since, place)
      return c.json(await readingPast(c.var.actor.personId, writers))
    })

    .put('/docs/:id/versions/:seq/name', withActor(deps), withBody(versionName), async (c) => {
      const { actor } = c.var
      const doc = await loadDoc(deps.db, actor, requireId(c.req.param('id')))
      requireCan(actor, 'edit', doc)
      const { name } = c.req.valid('json')
      await nameVersion(deps.db, doc.id, placeOf(c.req.param('seq')), name, actor.personId)
      tellVersions(deps, doc)
      return c.body(null, 204)
    })

    .delete('/docs/:id/versions/:seq/name', withActor(deps), async (c) => {
      const { actor } = c.var
      const doc = await loadDoc(deps.db, actor, requireId(c.req.param('id')))
      requireCan(actor, 'edit', doc)
      await unnameVersion(deps.db, doc.id, placeOf(c.req.param('seq')))
      tellVersions(deps, doc)
      return c.body(null, 204)
    })

async function loadPastOf({ db }: Deps, c: Context<WithActor>): Promise<LoadedDoc> {
  const doc = await loadDoc(db, c.var.actor, requireId(c.req.param('id')))
  requireCan(c.var.actor, 'follow', doc)
  return doc
}

function tellVersions({ notices }: Deps, { id }: { id: string }) {
  notices.tell({ what: 'versions', id }, { kind: 'doc', docId: id })
}

/** A place in the query, which may be left out. */
const withPlace = <Name extends string>(name: Name) =>
  validator('query', (query): { [name in Name]?: string } => {
    const value = query[name]
    return typeof value === 'string' ? ({ [name]: value } as { [name in Name]?: string }) : {}
  })

const segmentsAtOnce = 2000

async function loadPage({ db }: Deps, docId: string, before: number | null): Promise<VersionPage> {
  const { segments, isAll } = await loadSegments(db, docId, before, segmentsAtOnce)
  const windows = versionsOf(segments, await loadNames(db, docId))
  // Of the oldest there may be more than was read.
  const whole = isAll || windows.length === 1 ? windows : windows.slice(0, -1)
  const sessions = sessionsOf(whole.map(({ version }) => version))
  const ids = new Set(
    sessions.flatMap(({ people, name }) => (name ? [...people, name.by] : people)),
  )
  return {
    sessions,
    people: await loadWriters(db, [...ids]),
    next: isAll ? null : (whole.at(-1)?.firstSeq ?? 1) - 1,
  }
}

async function loadWritersOf(
  { db }: Deps,
  docId: string,
  since: number,
  place: number,
): Promise<Writers> {
  const rows = await loadUpdatesBetween(db, docId, since, place)
  const spans = await sharedSquashThread().spans(rows.map(({ bytes }) => bytes))
  const ids = rows.flatMap(({ personId }) => personId ?? [])
  const people = await loadWriters(db, [...new Set(ids)])
  const persons = rows.map(({ personId }) => people.findIndex(({ id }) => id === personId))
  return {
    people,
    written: writersOf(spans, persons, 'written'),
    deleted: writersOf(spans, persons, 'deleted'),
  }
}
