import type { Actor, Verbs } from '@atelier/shared/access/can'
import {
  type AskForMentorship,
  agreeToVersion,
  answerMentorship,
  askForMentorship,
  lookBack,
  mentorProfile,
  writeAgreement,
} from '@atelier/shared/mentorships/mentorship'
import { refuse } from '@atelier/shared/refusals'
import { type Context, Hono } from 'hono'
import { knownActors } from '../access/known-actor-queries'
import { loadMentorship } from '../access/mentorship-access-queries'
import { requireCan } from '../access/require-can'
import type { Database } from '../db/database'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { type WithActor, withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { tellInbox } from '../inbox/tell-inbox'
import { readablePeople } from '../people/person-queries'
import { agreeTo, insertAgreement } from './agreement-queries'
import { loadFigures } from './figure-queries'
import { findMentorsFor } from './find-mentors'
import { putLookBack } from './look-back-queries'
import { loadProfile, putProfile } from './mentor-profile-queries'
import { changeState, insertMentorship, leaveCircle, putAnswer } from './mentorship-change-queries'
import {
  putAnsweredNews,
  putAskedNews,
  putEndedNews,
  putNewcomerNews,
  putProposedNews,
  putTurnNews,
} from './mentorship-news-queries'
import { listMentorships, loadMentorshipPage, peopleOf } from './mentorship-queries'
import { tellMentoring, tellMentorship } from './tell-mentorship'

const one = '/mentorships/:id'

/** Who learns from whom. Each is read by its own people, and by nobody who runs the workspace. */
export const mentorshipRoutes = (deps: Deps) =>
  new Hono()
    .get('/me/mentor-profile', withActor(deps), async (c) =>
      c.json(await loadProfile(deps.db, c.var.actor.personId)),
    )

    .put('/me/mentor-profile', withActor(deps), withBody(mentorProfile), async (c) => {
      const { personId } = c.var.actor
      await putProfile(deps.db, personId, c.req.valid('json'))
      deps.notices.tell({ what: 'mentorships' }, { kind: 'people', personIds: [personId] })
      return c.body(null, 204)
    })

    .get('/mentors', withActor(deps), async (c) => c.json(await findMentorsFor(deps, c.var.actor)))

    .get('/mentorships', withActor(deps), async (c) =>
      c.json(await listMentorships(deps.db, c.var.actor)),
    )

    .get('/mentorships/figures', withActor(deps), async (c) => {
      const { actor } = c.var
      const { workspaceId } = actor
      requireCan(actor, 'manage', { kind: 'workspace', workspaceId })
      return c.json(await loadFigures(deps.db, workspaceId))
    })

    .post('/mentorships', withActor(deps), withBody(askForMentorship), async (c) => {
      const { actor } = c.var
      const wish = c.req.valid('json')
      await requirePeople(deps, actor, wish)
      await deps.db.transaction(async (tx) => {
        const isNew = await insertMentorship(tx as Database, actor, wish)
        if (isNew) await putAskedNews(tx, { id: wish.id, by: actor.personId })
      })
      tellInbox(deps, await tellMentorship(deps, wish.id))
      return c.json(await loadPage(deps, actor, wish.id), 201)
    })

    .get(one, withActor(deps), async (c) => {
      const { row } = await mentorshipTo(deps, c, 'read')
      return c.json(await loadPage(deps, c.var.actor, row.id))
    })

    .post(`${one}/answer`, withActor(deps), withBody(answerMentorship), (c) =>
      changing(deps, c, 'answer', async (tx, doing) => {
        await putAnswer(tx, doing.id, doing.by, c.req.valid('json'))
        await putAnsweredNews(tx, doing)
        await putNewcomerNews(tx, doing)
      }),
    )

    .post(`${one}/pause`, withActor(deps), (c) =>
      changing(deps, c, 'pause', async (tx, doing) => {
        const isPaused = await changeState(tx, doing.id, 'paused')
        if (isPaused) await putTurnNews(tx, doing, 'mentorship-paused')
      }),
    )

    .post(`${one}/resume`, withActor(deps), (c) =>
      changing(deps, c, 'pause', async (tx, doing) => {
        const goesOn = await changeState(tx, doing.id, 'active')
        if (goesOn) await putTurnNews(tx, doing, 'mentorship-resumed')
      }),
    )

    .post(`${one}/end`, withActor(deps), (c) =>
      changing(deps, c, 'end', async (tx, doing) => {
        const hasEnded = await changeState(tx, doing.id, 'ended')
        if (hasEnded) await putEndedNews(tx, doing)
      }),
    )

    .post(`${one}/leave`, withActor(deps), (c) =>
      changing(deps, c, 'leave', async (tx, doing) => {
        await leaveCircle(tx, doing.id, doing.by)
        await putEndedNews(tx, doing)
      }),
    )

    .post(`${one}/agreements`, withActor(deps), withBody(writeAgreement), (c) =>
      changing(deps, c, 'work', async (tx, doing) => {
        await insertAgreement(tx, doing.id, doing.by, c.req.valid('json'))
        await putProposedNews(tx, doing)
      }),
    )

    .post(`${one}/agreements/agree`, withActor(deps), withBody(agreeToVersion), (c) =>
      changing(deps, c, 'work', (tx, { id, by }) =>
        agreeTo(tx, id, by, c.req.valid('json').version),
      ),
    )

    .put(`${one}/look-back`, withActor(deps), withBody(lookBack), (c) =>
      changing(deps, c, 'look-back', (tx, { id, by }) =>
        putLookBack(tx, id, { personId: by, ...c.req.valid('json') }),
      ),
    )

async function mentorshipTo({ db }: Deps, c: Context<WithActor>, verb: Verbs['mentorship']) {
  const mentorship = await loadMentorship(db, c.var.actor, requireId(c.req.param('id')))
  requireCan(c.var.actor, verb, mentorship)
  return mentorship
}

/** Whoever is in it is told, also in their inbox, and asked again about the rooms they are in: what was shared may be shared no more. */
async function changing(
  deps: Deps,
  c: Context<WithActor>,
  verb: Verbs['mentorship'],
  work: (tx: Database, doing: { id: string; by: string }) => Promise<void>,
) {
  const { id } = (await mentorshipTo(deps, c, verb)).row
  const isWithin = verb === 'work' || verb === 'look-back'
  const before = isWithin ? [] : await peopleOf(deps.db, id)
  const { personId: by } = c.var.actor
  await deps.db.transaction((tx) => work(tx as Database, { id, by }))
  const tell = isWithin ? tellMentoring : tellMentorship
  const personIds = await tell(deps, id, before)
  tellInbox(deps, personIds)
  deps.accessChanges.report({ personIds })
  return c.body(null, 204)
}

const loadPage = async ({ db }: Deps, actor: Actor, id: string) =>
  loadMentorshipPage(db, actor, await loadMentorship(db, actor, id))

/** Everybody once, without the asking person; each of them somebody they may know of, and here. */
async function requirePeople({ db }: Deps, actor: Actor, wish: AskForMentorship) {
  const ids = wish.kind === 'pair' ? [wish.personId] : wish.personIds
  if (new Set([actor.personId, ...ids]).size <= ids.length) {
    const field = wish.kind === 'pair' ? 'personId' : 'personIds'
    refuse('invalid', { fields: [{ field, problem: 'twice' }] })
  }
  const [known, here] = [await readablePeople(db, actor, ids), await knownActors(db, ids)]
  if (known.length < ids.length || here.length < ids.length) refuse('not-found')
}
