/** What stands between the entries of one’s own journal, and of nobody else’s. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { putSession } from '../mentorships/mentoring-queries'
import { type MadePerson, makePerson, makeWorkspace } from '../testing/make'
import { makeEntry, makeMentoring, makePair } from '../testing/make-journal'
import { type TestApp, testApp } from '../testing/test-app'

let app: TestApp
let mia: MadePerson
let max: MadePerson
let tom: MadePerson
let pair: string

beforeAll(async () => {
  app = await testApp()
  const { db } = app.deps
  const workspace = await makeWorkspace(db)
  mia = await makePerson(db, workspace)
  max = await makePerson(db, workspace)
  tom = await makePerson(db, workspace)
  pair = await makePair(db, { mentee: mia, mentor: max })
})
afterAll(() => app.stop())

const timeline = async (person: MadePerson, since = '') =>
  (await (await app.as(person)).get(`/api/journals/timeline${since && `?since=${since}`}`)).body

test('holds the sessions that have begun, and one’s own goals once they are settled', async () => {
  const { db } = app.deps
  const { goal } = await makeMentoring(db, pair, mia, 'Lead a meeting')
  const past = crypto.randomUUID()
  const startsAt = '2026-01-20T09:00:00.000Z'
  await putSession(db, { mentorshipId: pair, id: past, by: mia.id }, { startsAt, minutes: 30 })
  const session = { id: past, mentorshipId: pair, at: startsAt }
  expect(await timeline(mia)).toEqual({ sessions: [session], goals: [] })

  const asMia = await app.as(mia)
  await asMia.patch(`/api/me/goals/${goal}`, { state: 'reached' })
  const reached = { id: goal, mentorshipId: pair, title: 'Lead a meeting', state: 'reached' }
  const { goals } = (await timeline(mia)) as { goals: { at: string }[] }
  expect(goals).toEqual([{ ...reached, at: expect.any(String) }])
  await asMia.patch(`/api/me/goals/${goal}`, { title: 'Lead a meeting' })
  expect((await timeline(mia)) as object).toMatchObject({ goals })
  expect(await timeline(mia, '2026-01-21')).toMatchObject({ sessions: [], goals })
  expect(await timeline(max)).toEqual({ sessions: [session], goals: [] })
  expect(await timeline(tom)).toEqual({ sessions: [], goals: [] })

  await asMia.patch(`/api/me/goals/${goal}`, { state: 'open' })
  expect(await timeline(mia)).toMatchObject({ goals: [] })
})

test('one’s own entries are told from those that others share', async () => {
  const { db } = app.deps
  const own = await makeEntry(db, mia, pair, ['private'])
  const shared = await makeEntry(db, max, pair, ['pair'])
  await makeEntry(db, max, pair, ['private'])
  const ids = async (whose: string) => {
    const { body } = await (await app.as(mia)).get(`/api/journals/entries${whose}`)
    return (body as { entries: { id: string }[] }).entries.map(({ id }) => id).sort()
  }
  expect(await ids('?whose=mine')).toEqual([own.id])
  expect(await ids('?whose=others')).toEqual([shared.id])
  expect(await ids('')).toEqual([own.id, shared.id].sort())
  expect(await ids('?whose=nobody')).toEqual(await ids(''))
})
