import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makePerson, makeWorkspace } from '../testing/make'
import { recordTime, submit, weekSaying, writtenWeek } from '../testing/make-training'
import { type TestApp, testApp } from '../testing/test-app'
import { type TrainingStage, trainingStage } from '../testing/training-stage'

let app: TestApp
let s: TrainingStage

const db = () => app.deps.db
const person = () => makePerson(db(), s.workspace)

beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())
beforeEach(async () => {
  s = await trainingStage(app)
})

describe('a training plan', () => {
  const item = { code: '1', title: 'Measure', guide: null, unit: 'hours', year: null }
  const contents = { title: 'Plan', occupation: 'Miller', items: [item] }

  test('is made by anybody, read by everybody, and changed by its maker and who runs the workspace', async () => {
    const id = crypto.randomUUID()
    const path = `/api/training/plans/${id}`
    expect((await s.as.trainer.post('/api/training/plans', { id, ...contents })).status).toBe(201)
    expect((await s.as.school.get(path)).body.versions).toHaveLength(1)
    const next = { basedOn: 1, ...contents, title: 'Second' }
    expect((await s.as.school.post(`${path}/versions`, next)).status).toBe(403)
    expect((await s.as.trainer.post(`${path}/versions`, next)).status).toBe(201)
    expect((await s.as.trainer.post(`${path}/versions`, next)).status).toBe(409)
    const asOwner = await app.as(s.workspace.owner)
    const third = await asOwner.post(`${path}/versions`, { ...next, basedOn: 2, title: 'Third' })
    const titles = third.body.versions.map(({ title }: { title: string }) => title)
    expect(titles).toEqual(['Third', 'Second', 'Plan'])
  })

  test('has each code once', async () => {
    const twice = { id: crypto.randomUUID(), ...contents, items: [item, item] }
    expect((await s.as.trainer.post('/api/training/plans', twice)).status).toBe(400)
  })

  test('is no other once a version was written, by no statement either', async () => {
    await expect(
      db().execute(sql`update training_plan_versions set title = 'x' where plan_id = ${s.plan}`),
    ).rejects.toThrow()
  })
})

describe('a record', () => {
  const wish = () => ({
    ...{ id: crypto.randomUUID(), planId: s.plan, planVersion: 1, ...recordTime },
    ...{
      apprenticeId: s.people.apprentice.id,
      trainerId: s.people.trainer.id,
      schoolId: s.people.school.id,
    },
  })
  // Who is of the school is a partner, whom a member may see.
  const begin = (body: object, browser = s.as.apprentice) =>
    browser.post('/api/training/records', body)

  test('is in force once all three have said yes, and written in no earlier', async () => {
    const body = wish()
    const path = `/api/training/records/${body.id}`
    expect((await begin(body)).status).toBe(201)
    expect((await begin(body)).status).toBe(201)
    const draft = { basedOn: 0, form: weekSaying('Early') }
    const write = () => s.as.apprentice.put(`${path}/weeks/${writtenWeek}/draft`, draft)
    expect((await write()).status).toBe(403)
    expect((await s.as.trainer.get(`${path}/weeks/${writtenWeek}`)).status).toBe(403)
    expect((await s.as.trainer.post(`${path}/answer`, { accept: true })).status).toBe(204)
    expect((await write()).status).toBe(403)
    expect((await s.as.school.post(`${path}/answer`, { accept: true })).status).toBe(204)
    expect((await write()).status).toBe(200)
  })

  test('is begun by one of three, with two organisations, and with people one may know of', async () => {
    const same = await begin({ ...wish(), schoolId: (await person()).id })
    expect(same.error?.fields).toEqual([{ field: 'schoolId', problem: 'same-organisation' }])
    const two = await begin({ ...wish(), trainerId: s.people.apprentice.id })
    expect(two.error?.fields).toEqual([{ field: 'people', problem: 'not-three' }])
    const foreign = await makeWorkspace(db())
    expect((await begin({ ...wish(), trainerId: foreign.owner.id })).status).toBe(404)
    expect((await begin({ ...wish(), planVersion: 2 })).status).toBe(404)
  })

  test('is found by its three people alone, by no owner', async () => {
    const asOwner = await app.as(s.workspace.owner)
    for (const path of [s.one, s.week, `${s.one}/export?format=json`])
      expect([path, (await asOwner.get(path)).status]).toEqual([path, 404])
    expect((await asOwner.get('/api/training/records')).body).toEqual([])
    expect((await s.as.school.get('/api/training/records')).body).toHaveLength(1)
  })

  test('gets a new trainer once they say yes; what the old one signed stays, and they are in it no more', async () => {
    const hash = await submit(db(), s.place, s.people.apprentice, 'Milled')
    await s.sign(s.as.trainer, hash)
    const next = await person()
    const ask = { role: 'trainer', personId: next.id }
    expect((await s.as.apprentice.post(`${s.one}/people`, ask)).status).toBe(403)
    expect((await s.as.trainer.post(`${s.one}/people`, ask)).status).toBe(204)
    expect((await s.as.trainer.get(s.week)).status).toBe(200)
    const asNext = await app.as(next)
    expect((await asNext.get(s.week)).status).toBe(403)
    expect((await asNext.post(`${s.one}/answer`, { accept: true })).status).toBe(204)
    expect((await s.as.trainer.get(s.week)).status).toBe(404)
    const { parts } = await s.read(asNext)
    expect(JSON.parse(parts[0].signatures[0].statement).person.name).toBe(s.people.trainer.name)
    const { people } = (await asNext.get(s.one)).body
    expect(people.map((each: { standing: string }) => each.standing).sort()).toEqual([
      ...['before', 'now', 'now', 'now'],
    ])
  })

  test('lets the apprentice ask for a new trainer where there is none here', async () => {
    const asOwner = await app.as(s.workspace.owner)
    await asOwner.patch(`/api/people/${s.people.trainer.id}`, { suspended: true })
    const ask = { role: 'trainer', personId: (await person()).id }
    expect((await s.as.apprentice.post(`${s.one}/people`, ask)).status).toBe(204)
  })
})
