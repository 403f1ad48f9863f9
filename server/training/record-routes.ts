import type { Actor, Verbs } from '@atelier/shared/access/can'
import { mayReplace } from '@atelier/shared/access/can-in-training'
import { refuse } from '@atelier/shared/refusals'
import { answerRecord, newRecord, replaceInRecord } from '@atelier/shared/training/record'
import { type Context, Hono } from 'hono'
import { knownActors } from '../access/known-actor-queries'
import { requireCan } from '../access/require-can'
import { loadTraining } from '../access/training-access-queries'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { type WithActor, withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { readablePeople } from '../people/person-queries'
import { askInstead, insertRecord, putAnswer, putAway } from './record-change-queries'
import { listRecords, loadRecordPage, peopleOfRecord } from './record-queries'
import { loadKeyCard, workspaceOfKey } from './signing-key-queries'
import { tellTraining } from './tell-training'

export const oneRecord = '/training/records/:recordId'

/** By the calendar of UTC: on the evening of a Sunday a week is over some hours earlier or later, no more. */
export const today = () => new Date().toISOString().slice(0, 10)

/** Each is read by its own three people, and by nobody who runs the workspace. */
export const recordRoutes = (deps: Deps) =>
  new Hono()
    .get('/training/records', withActor(deps), async (c) =>
      c.json(await listRecords(deps.db, c.var.actor, today())),
    )

    .get('/training/key', withActor(deps), async (c) =>
      c.json({ key: await loadKeyCard(deps.db, c.var.actor.workspaceId) }),
    )

    /** For whoever checks a file from outside: whose key it is, told to nobody who does not have its fingerprint. */
    .get('/training/keys/:fingerprint', async (c) => {
      const fingerprint = c.req.param('fingerprint').toLowerCase()
      return c.json({ fingerprint, workspace: await workspaceOfKey(deps.db, fingerprint) })
    })

    .post('/training/records', withActor(deps), withBody(newRecord), async (c) => {
      const { actor } = c.var
      const wish = c.req.valid('json')
      const ids = [wish.apprenticeId, wish.trainerId, wish.schoolId]
      if (new Set(ids).size < ids.length || !ids.includes(actor.personId))
        refuse('invalid', { fields: [{ field: 'people', problem: 'not-three' }] })
      await requirePeople(deps, actor, ids)
      await insertRecord(deps.db, actor, wish)
      await tellTraining(deps, wish.id)
      return c.json(await pageOf(deps, c, wish.id), 201)
    })

    .get(oneRecord, withActor(deps), async (c) =>
      c.json(await pageOf(deps, c, requireId(c.req.param('recordId')))),
    )

    .post(`${oneRecord}/answer`, withActor(deps), withBody(answerRecord), async (c) => {
      const { record } = await recordTo(deps, c, 'answer')
      const before = await peopleOfRecord(deps.db, record.id)
      await putAnswer(deps.db, record.id, c.var.actor.personId, c.req.valid('json').accept)
      await tellTraining(deps, record.id, before)
      return c.body(null, 204)
    })

    .post(`${oneRecord}/people`, withActor(deps), withBody(replaceInRecord), async (c) => {
      const { record, ...loaded } = await recordTo(deps, c, 'replace')
      const wish = c.req.valid('json')
      if (!mayReplace(loaded).includes(wish.role)) refuse('forbidden')
      await requirePeople(deps, c.var.actor, [wish.personId])
      const before = await peopleOfRecord(deps.db, record.id)
      await askInstead(deps.db, record.id, c.var.actor, wish)
      await tellTraining(deps, record.id, before)
      return c.body(null, 204)
    })

    .delete(oneRecord, withActor(deps), async (c) => {
      const { record } = await recordTo(deps, c, 'put-away')
      const before = await peopleOfRecord(deps.db, record.id)
      await putAway(deps.db, record.id, c.var.actor)
      await tellTraining(deps, record.id, before)
      return c.body(null, 204)
    })

export async function recordTo(
  { db }: Deps,
  c: Context<WithActor>,
  verb: Verbs['training-record'],
) {
  const { actor } = c.var
  const loaded = await loadTraining(db, actor, requireId(c.req.param('recordId')))
  requireCan(actor, verb, loaded)
  return loaded
}

async function pageOf({ db }: Deps, c: Context<WithActor>, id: string) {
  const { actor } = c.var
  return loadRecordPage(db, actor, await loadTraining(db, actor, id), today())
}

/** Each somebody they may know of, and here. */
async function requirePeople({ db }: Deps, actor: Actor, ids: string[]) {
  const others = ids.filter((one) => one !== actor.personId)
  const [known, here] = [await readablePeople(db, actor, others), await knownActors(db, others)]
  if (known.length < others.length || here.length < others.length) refuse('not-found')
}
