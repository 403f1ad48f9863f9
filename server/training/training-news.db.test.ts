/** What an inbox says of a week: that it waits for somebody, none of its words, and only as long as it waits. */
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { inboxItems } from '../db/inbox-tables'
import { readMigrations } from '../db/migrate'
import { password } from '../testing/make'
import { recordTime, submit, writeWeek } from '../testing/make-training'
import { type Browser, type TestApp, testApp } from '../testing/test-app'
import { type TrainingStage, trainingStage } from '../testing/training-stage'
import { submitWeek } from './week-change-queries'

let app: TestApp
let s: TrainingStage

beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())
beforeEach(async () => {
  s = await trainingStage(app)
})

const secret = 'Words that stand nowhere else'
const submitIt = () => submit(app.deps.db, s.place, s.people.apprentice, secret)
const sendBack = (who: Browser, hash: string) =>
  who.post(`${s.week}/return`, { hash, words: secret })

async function readAll(who: Browser) {
  const { items } = (await who.get('/api/me/inbox')).body
  const ids = items.map(({ id }: { id: string }) => id)
  expect((await who.patch('/api/me/inbox', { ids, read: true })).status).toBeLessThan(300)
}

/** Read or not. */
const listed = async (who: Browser): Promise<[string, string, boolean][]> => {
  const { items } = (await who.get('/api/me/inbox?show=all')).body
  return items.map((one: { kind: string; actor: { id: string }; isRead: boolean }) => [
    ...([one.kind, one.actor.id] as const),
    one.isRead,
  ])
}

/** All of it unread: nothing of what was so before is there once more. */
async function kindsFor(who: Browser): Promise<string[]> {
  const { items } = (await who.get('/api/me/inbox')).body
  expect(JSON.stringify(items)).not.toContain(secret)
  expect((await who.get('/api/me/inbox/unread')).body.unread).toBe(items.length)
  return items.map(({ kind }: { kind: string }) => kind)
}
const kinds = async () => ({
  apprentice: await kindsFor(s.as.apprentice),
  trainer: await kindsFor(s.as.trainer),
  school: await kindsFor(s.as.school),
})

test('who signs is told that a week waits, until they have signed it', async () => {
  const hash = await submitIt()
  const { items } = (await s.as.trainer.get('/api/me/inbox')).body
  expect(items).toMatchObject([
    {
      kind: 'week-submitted',
      actor: { id: s.people.apprentice.id },
      place: { kind: 'training-week', recordId: s.record, week: s.place.week },
      ...{ project: null, comment: null },
    },
  ])
  const waits = { apprentice: [], trainer: ['week-submitted'], school: ['week-submitted'] }
  expect(await kinds()).toEqual(waits)
  expect((await s.sign(s.as.trainer, hash)).status).toBe(204)
  expect(await kinds()).toEqual({ ...waits, trainer: [] })
  expect((await s.sign(s.as.school, hash)).status).toBe(204)
  expect(await kinds()).toEqual({ apprentice: [], trainer: [], school: [] })
})

test('what is taken back waits for nobody, and once more when it is submitted again', async () => {
  await submitIt()
  await readAll(s.as.trainer)
  expect((await s.as.apprentice.post(`${s.week}/withdraw`)).status).toBe(204)
  expect(await kindsFor(s.as.trainer)).toEqual([])
  await submitIt()
  expect(await kindsFor(s.as.trainer)).toEqual(['week-submitted'])
})

test('what was read does not come back as if it were new, beside what is', async () => {
  const { apprentice, trainer, school } = s.people
  const submitted = (isRead: boolean) => [['week-submitted', apprentice.id, isRead]]
  await submitIt()
  await readAll(s.as.trainer)
  expect(await listed(s.as.trainer)).toEqual(submitted(true))
  expect((await s.as.apprentice.post(`${s.week}/withdraw`)).status).toBe(204)
  const again = await submitIt()
  expect(await listed(s.as.trainer)).toEqual(submitted(false))

  await sendBack(s.as.trainer, again)
  await readAll(s.as.apprentice)
  expect(await listed(s.as.apprentice)).toEqual([['week-returned', trainer.id, true]])
  await sendBack(s.as.school, await submitIt())
  expect(await listed(s.as.apprentice)).toEqual([['week-returned', school.id, false]])
})

test('what is submitted anew in the same moment is news all the same, and what was before it is none', async () => {
  const { apprentice } = s.people
  const submitAtOnce = async (text: string) => {
    const basedOn = await writeWeek(app.deps.db, s.place, text)
    const by = { id: apprentice.id, name: apprentice.name, organisation: 'Works' }
    await submitWeek(app.deps.db, { place: s.place, basedOn, by }, new Date('2026-10-05T08:00:00Z'))
  }
  await submitAtOnce('One')
  await readAll(s.as.trainer)
  expect((await s.as.apprentice.post(`${s.week}/withdraw`)).status).toBe(204)
  await submitAtOnce('Two')
  expect(await listed(s.as.trainer)).toEqual([['week-submitted', apprentice.id, false]])
})

test('the apprentice is told that it came back, until they submit it anew', async () => {
  expect((await sendBack(s.as.trainer, await submitIt())).status).toBe(204)
  expect(await kinds()).toEqual({ apprentice: ['week-returned'], trainer: [], school: [] })
  await readAll(s.as.apprentice)
  const again = await submitIt()
  expect(await kindsFor(s.as.apprentice)).toEqual([])
  expect((await sendBack(s.as.school, again)).status).toBe(204)
  expect(await kindsFor(s.as.apprentice)).toEqual(['week-returned'])
})

test('an addendum that is asked for waits for the apprentice, until it is there or who asked has signed', async () => {
  const waiting = async () => (await s.as.apprentice.get(s.one)).body.waiting
  const hash = await submitIt()
  await s.sign(s.as.school, hash)
  expect((await sendBack(s.as.trainer, hash)).status).toBe(204)
  expect(await kindsFor(s.as.apprentice)).toEqual(['addendum-asked'])
  expect(await waiting()).toBe(1)
  await submitIt()
  expect(await kindsFor(s.as.apprentice)).toEqual([])
  expect(await waiting()).toBe(0)
  expect(await kindsFor(s.as.school)).toEqual(['week-submitted'])

  s = await trainingStage(app)
  const other = await submitIt()
  await s.sign(s.as.school, other)
  await sendBack(s.as.trainer, other)
  await s.sign(s.as.trainer, other)
  expect(await kindsFor(s.as.apprentice)).toEqual([])
  expect(await waiting()).toBe(0)
})

test('an addendum that is taken back is asked for as before, and one that was sent back answered it', async () => {
  const waiting = async () => (await s.as.apprentice.get(s.one)).body.waiting
  const hash = await submitIt()
  await s.sign(s.as.school, hash)
  await sendBack(s.as.trainer, hash)
  await submitIt()
  expect((await s.as.apprentice.post(`${s.week}/withdraw`)).status).toBe(204)
  expect(await kindsFor(s.as.apprentice)).toEqual(['addendum-asked'])
  expect(await waiting()).toBe(1)
  const addendum = await submitIt()
  expect((await sendBack(s.as.school, addendum)).status).toBe(204)
  expect(await kindsFor(s.as.apprentice)).toEqual(['week-returned'])
})

test('what came back to be added and is emptied is put away, also where a space is left in it', async () => {
  const hash = await submitIt()
  await s.sign(s.as.school, hash)
  await sendBack(s.as.school, await submitIt())
  await s.sign(s.as.trainer, hash)
  expect(await kindsFor(s.as.apprentice)).toEqual(['week-returned'])
  const { draft } = await s.read(s.as.apprentice)
  const activities = [{ words: ' ', minutes: 0, items: [] }]
  const form = { absence: 'none', text: ' ', activities }
  const saved = await s.as.apprentice.put(`${s.week}/draft`, { basedOn: draft.version, form })
  expect(saved.status).toBe(200)
  expect((await s.read(s.as.apprentice)).returned).toBe(null)
  expect(await kindsFor(s.as.apprentice)).toEqual([])
})

test('who comes to sign later is told of each week that waits for them, and of none that is signed', async () => {
  const { owner } = s.workspace
  const hash = await submitIt()
  const other = { recordId: s.record, week: '2026-W41' }
  const signed = await submit(app.deps.db, other, s.people.apprentice, secret)
  await s.as.trainer.post(`${s.one}/weeks/2026-W41/sign`, { hash: signed, password })
  await s.sign(s.as.school, hash)
  const ask = { role: 'trainer', personId: owner.id }
  expect((await s.as.trainer.post(`${s.one}/people`, ask)).status).toBe(204)
  const asOwner = await app.as(owner)
  expect(await kindsFor(asOwner)).toEqual(['training-asked'])
  expect((await asOwner.post(`${s.one}/answer`, { accept: true })).status).toBe(204)
  const { items } = (await asOwner.get('/api/me/inbox')).body
  expect(items).toMatchObject([
    {
      ...{ kind: 'week-submitted', isRead: false, actor: { id: s.people.apprentice.id } },
      place: { kind: 'training-week', recordId: s.record, week: s.place.week },
    },
  ])
  expect(await kindsFor(s.as.school)).toEqual(['week-submitted'])
})

test('what waited before anybody was told of weeks is filled in by a migration, once', async () => {
  const { db } = app.deps
  const returned = { recordId: s.record, week: '2026-W41' }
  const back = await submit(db, returned, s.people.apprentice, secret)
  await s.as.school.post(`${s.one}/weeks/2026-W41/return`, { hash: back, words: secret })
  await s.sign(s.as.school, await submitIt())
  const told = await kinds()
  expect(told).toEqual({ apprentice: ['week-returned'], trainer: ['week-submitted'], school: [] })
  const ofRecord = eq(inboxItems.recordId, s.record)
  await db.delete(inboxItems).where(ofRecord)
  const fill = (await readMigrations()).find(({ name }) => name.endsWith('training_waiting.sql'))
  for (const statement of fill?.statements.slice(1).flatMap((one) => [one, one]) ?? [])
    await db.execute(sql.raw(statement))
  expect(await kinds()).toEqual(told)
  expect(await db.select().from(inboxItems).where(ofRecord)).toHaveLength(2)
})

test('who is asked into a record finds it, until they have answered or are asked no more', async () => {
  const id = crypto.randomUUID()
  const { apprentice, trainer, school } = s.people
  const wish = {
    ...{ id, planId: s.plan, planVersion: 1, ...recordTime },
    ...{ apprenticeId: apprentice.id, trainerId: trainer.id, schoolId: school.id },
  }
  expect((await s.as.apprentice.post('/api/training/records', wish)).status).toBe(201)
  expect((await s.as.trainer.get('/api/me/inbox')).body.items).toMatchObject([
    {
      kind: 'training-asked',
      actor: { id: apprentice.id },
      place: { kind: 'training-record', id },
      ...{ project: null, comment: null },
    },
  ])
  const asked = { apprentice: [], trainer: ['training-asked'], school: ['training-asked'] }
  expect(await kinds()).toEqual(asked)
  const path = `/api/training/records/${id}`
  await s.as.trainer.post(`${path}/answer`, { accept: true })
  expect(await kinds()).toEqual({ ...asked, trainer: [] })
  // Said no, and asked once more.
  await s.as.school.post(`${path}/answer`, { accept: false })
  expect(await kindsFor(s.as.school)).toEqual([])
  const again = { role: 'school', personId: school.id }
  expect((await s.as.apprentice.post(`${path}/people`, again)).status).toBe(204)
  expect(await kindsFor(s.as.school)).toEqual(['training-asked'])
  expect((await s.as.apprentice.delete(path)).status).toBe(204)
  expect(await kindsFor(s.as.school)).toEqual([])
})

test('whoever is in the record no more is told nothing of it, and what was told goes with it', async () => {
  await submitIt()
  const ask = { role: 'trainer', personId: s.workspace.owner.id }
  expect((await s.as.trainer.post(`${s.one}/people`, ask)).status).toBe(204)
  const owner = await app.as(s.workspace.owner)
  expect((await owner.post(`${s.one}/answer`, { accept: true })).status).toBe(204)
  expect(await kindsFor(s.as.trainer)).toEqual([])
  const tell = vi.spyOn(app.deps.notices, 'tell')
  const goes = await s.as.apprentice.post('/api/me/leave', { password, keepName: false })
  expect(goes.status).toBe(204)
  expect(tell).toHaveBeenCalledWith(
    { what: 'inbox' },
    { kind: 'people', personIds: [s.people.school.id] },
  )
  tell.mockRestore()
  expect(await kindsFor(s.as.school)).toEqual([])
})
