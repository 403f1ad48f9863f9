import type { SigningRole } from '@atelier/shared/access/roles'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { people } from '../db/tables'
import { type MadePerson, makePerson, makeWorkspace } from '../testing/make'
import { actorOf } from '../testing/make-journal'
import {
  makeSchoolPerson,
  recordTime,
  submit,
  weekSaying,
  writtenWeek,
} from '../testing/make-training'
import { type Browser, type TestApp, testApp } from '../testing/test-app'
import { type TrainingStage, trainingStage } from '../testing/training-stage'
import { askInstead } from './record-change-queries'
import { signWeek } from './week-change-queries'

let app: TestApp
let s: TrainingStage

const db = () => app.deps.db
const whoSigns = ({ id, name }: MadePerson) => ({ id, name })
const houseOf = async (browser: Browser): Promise<string> =>
  (await browser.get('/api/me')).body.organisation
const colleagueOf = async ({ id }: MadePerson) => {
  const [row] = await db().select().from(people).where(eq(people.id, id))
  return makePerson(db(), s.workspace, { organisationId: row?.organisationId, role: 'partner' })
}
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

  const asked = (role: string, personId: string) => ({ role, personId })
  const ask = (role: SigningRole, { id: personId }: MadePerson) =>
    askInstead(db(), s.record, actorOf(s.people[role]), { role, personId })
  const answer = async (who: MadePerson, accept = true) =>
    (await app.as(who)).post(`${s.one}/answer`, { accept })

  test('lets nobody choose who signs beside them: each hands over their own place alone', async () => {
    const [other, next] = [await colleagueOf(s.people.school), await person()]
    const to = `${s.one}/people`
    expect((await s.as.trainer.post(to, asked('school', other.id))).status).toBe(403)
    expect((await s.as.school.post(to, asked('trainer', next.id))).status).toBe(403)
    await ask('school', other)
    expect((await s.as.trainer.get(s.one)).body.mayReplace).toEqual(['trainer'])
    expect((await s.as.apprentice.get(s.one)).body.mayReplace).toEqual([])
  })

  test('lets the apprentice ask for whom there is none alone, and not for the other', async () => {
    const asOwner = await app.as(s.workspace.owner)
    await asOwner.patch(`/api/people/${s.people.trainer.id}`, { suspended: true })
    expect((await s.as.apprentice.get(s.one)).body.mayReplace).toEqual(['trainer'])
    const school = await makeSchoolPerson(db(), s.workspace)
    const wish = asked('school', school.id)
    expect((await s.as.apprentice.post(`${s.one}/people`, wish)).status).toBe(403)
  })

  test('has two organisations also where both are replaced at once', async () => {
    const trainer = await makeSchoolPerson(db(), s.workspace)
    const school = await colleagueOf(trainer)
    await ask('trainer', trainer)
    await ask('school', school)
    expect((await answer(trainer)).status).toBe(204)
    const { error } = await answer(school)
    expect(error?.fields).toEqual([{ field: 'accept', problem: 'same-organisation' }])
  })

  test('lets nobody who has signed as one of the two become the other', async () => {
    const { trainer, school } = s.people
    const hash = await submit(db(), s.place, s.people.apprentice, 'Milled')
    await s.sign(s.as.trainer, hash)
    const next = await makeSchoolPerson(db(), s.workspace)
    await ask('trainer', next)
    expect((await answer(next)).status).toBe(204)
    await expect(ask('school', trainer)).rejects.toMatchObject({
      details: {
        fields: [{ field: 'personId', problem: 'signed-as-other' }],
      },
    })
    // Nor does one person, or one house, sign as both, should it have come about all the same.
    for (const [by, problem] of [
      [{ ...whoSigns(trainer), organisation: 'Elsewhere' }, 'same-person'],
      [{ ...whoSigns(school), organisation: await houseOf(s.as.apprentice) }, 'same-organisation'],
    ] as const) {
      await db().execute(sql`update training_people set left_at = now()
        where record_id = ${s.record} and role = 'school' and left_at is null`)
      await db().execute(sql`insert into training_people (record_id, person_id, role, agreed_at)
        values (${s.record}, ${by.id}, 'school', now())`)
      const signing = { place: s.place, hash, role: 'school', by } as const
      await expect(signWeek(db(), signing)).rejects.toMatchObject({
        details: {
          fields: [{ field: 'signer', problem }],
        },
      })
    }
  })

  test('that somebody said no to is asked of another, or put away by whoever began it', async () => {
    const body = wish()
    await begin(body)
    const path = `/api/training/records/${body.id}`
    expect((await s.as.school.post(`${path}/answer`, { accept: false })).status).toBe(204)
    expect((await s.as.trainer.post(`${path}/answer`, { accept: true })).status).toBe(204)
    expect((await s.as.trainer.delete(path)).status).toBe(403)
    const page = (await s.as.apprentice.get(path)).body
    expect([page.mayReplace, page.mayPutAway]).toEqual([['school'], true])
    const other = await makeSchoolPerson(db(), s.workspace)
    const to = `${path}/people`
    expect((await s.as.apprentice.post(to, asked('school', other.id))).status).toBe(204)
    expect((await s.as.apprentice.delete(path)).status).toBe(204)
    for (const browser of [s.as.apprentice, s.as.trainer, await app.as(other)])
      expect((await browser.get(path)).status).toBe(404)
    expect((await s.as.apprentice.delete(s.one)).status).toBe(403)
  })
})

test('a record is taken along as a file that says whose it is, and of which day', async () => {
  const { headers } = await s.as.trainer.get(`${s.one}/export?format=json`)
  const named = decodeURIComponent(headers.get('content-disposition') ?? '')
  expect(named).toContain(s.people.apprentice.name)
  expect(named).toMatch(/\d{4}-\d{2}-\d{2}\.json/)
})

test('the day in the name of the file is the one where whoever takes it along is', async () => {
  const namedIn = async (timeZone: string) => {
    await s.as.trainer.patch('/api/me', { timeZone })
    const { headers } = await s.as.trainer.get(`${s.one}/export?format=json`)
    return /\d{4}-\d{2}-\d{2}/.exec(headers.get('content-disposition') ?? '')?.[0] ?? ''
  }
  // It is never the same day in both.
  const [west, east] = [await namedIn('Pacific/Niue'), await namedIn('Pacific/Kiritimati')]
  expect(west < east).toBe(true)
})
