import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { submit, weekSaying, writeWeek } from '../testing/make-training'
import { type TestApp, testApp } from '../testing/test-app'
import { type TrainingStage, trainingStage } from '../testing/training-stage'

let app: TestApp
let s: TrainingStage

const db = () => app.deps.db

beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())
beforeEach(async () => {
  s = await trainingStage(app)
})

describe('a week', () => {
  test('is its apprentice’s alone until it is submitted, also why there is none', async () => {
    await writeWeek(db(), s.place, 'My own words')
    const form = { absence: 'sick', text: 'A cold', activities: [] }
    await s.as.apprentice.put(`${s.week}/draft`, { basedOn: 1, form })
    expect((await s.read(s.as.apprentice)).draft.form).toEqual(form)
    for (const browser of [s.as.trainer, s.as.school]) {
      const page = await s.read(browser)
      expect([page.draft, page.absence, page.parts]).toEqual([null, 'some', []])
      expect(page.glance.state).toBe('away')
    }
  })

  test('that is saved twice at once is saved once: the second is told', async () => {
    const save = (basedOn: number, text: string) =>
      s.as.apprentice.put(`${s.week}/draft`, { basedOn, form: weekSaying(text) })
    expect((await save(0, 'One')).body).toEqual({ version: 1 })
    expect((await save(0, 'Two')).status).toBe(409)
    // The answer to the first was lost: nothing is in the way of the same once more.
    expect((await save(0, 'One')).body).toEqual({ version: 1 })
    expect((await s.read(s.as.apprentice)).draft.form.text).toBe('One')
  })

  test('is submitted as it was seen, and taken back until somebody has signed it', async () => {
    const version = await writeWeek(db(), s.place, 'Milled a shaft')
    const submitIt = (basedOn: number) => s.as.apprentice.post(`${s.week}/submit`, { basedOn })
    expect((await submitIt(version + 1)).status).toBe(409)
    expect((await submitIt(version)).status).toBe(204)
    expect((await s.read(s.as.trainer)).parts).toHaveLength(1)
    const save = { basedOn: version, form: weekSaying('Else') }
    expect((await s.as.apprentice.put(`${s.week}/draft`, save)).status).toBe(409)
    expect((await s.as.apprentice.post(`${s.week}/withdraw`)).status).toBe(204)
    expect((await s.read(s.as.trainer)).parts).toEqual([])
    expect((await s.read(s.as.apprentice)).draft.form.text).toBe('Milled a shaft')
    const hash = await submit(db(), s.place, s.people.apprentice, 'Milled a shaft')
    expect((await s.sign(s.as.trainer, hash)).status).toBe(204)
    expect((await s.as.apprentice.post(`${s.week}/withdraw`)).status).toBe(409)
  })

  test('that has not begun is written ahead, and not submitted', async () => {
    const ahead = s.week.replace(/2026-W40$/, '2029-W10')
    await s.as.apprentice.put(`${ahead}/draft`, { basedOn: 0, form: weekSaying('Holidays') })
    expect((await s.as.apprentice.post(`${ahead}/submit`, { basedOn: 1 })).status).toBe(400)
    expect((await s.read(s.as.trainer)).parts).toEqual([])
  })

  test('that says nothing, or names what is not in the plan, is not submitted', async () => {
    const save = (form: object, basedOn: number) =>
      s.as.apprentice.put(`${s.week}/draft`, { basedOn, form })
    await save({ absence: 'none', text: '  ', activities: [] }, 0)
    const empty = await s.as.apprentice.post(`${s.week}/submit`, { basedOn: 1 })
    expect(empty.error?.fields).toEqual([{ field: 'text', problem: 'empty' }])
    await save(
      { absence: 'none', text: 'x', activities: [{ words: 'x', minutes: 0, items: ['9'] }] },
      1,
    )
    const unknown = await s.as.apprentice.post(`${s.week}/submit`, { basedOn: 2 })
    expect(unknown.error?.fields).toEqual([{ field: 'items', problem: 'unknown' }])
  })

  test('comes back with words, is no longer read by others, and waits for the apprentice', async () => {
    const hash = await submit(db(), s.place, s.people.apprentice, 'Milled')
    expect((await s.as.trainer.get(s.one)).body.waiting).toBe(1)
    const body = { hash, words: 'Which tool?' }
    expect((await s.as.trainer.post(`${s.week}/return`, body)).status).toBe(204)
    expect((await s.read(s.as.school)).parts).toEqual([])
    const page = await s.read(s.as.apprentice)
    expect([page.returned.words, page.draft.form.text]).toEqual(['Which tool?', 'Milled'])
    expect((await s.as.apprentice.get('/api/training/records')).body[0].waiting).toBe(1)
    expect((await s.as.trainer.get(s.one)).body.waiting).toBe(0)
    await submit(db(), s.place, s.people.apprentice, 'Milled with a face mill')
    expect((await s.read(s.as.apprentice)).returned).toBe(null)
  })

  test('outside the time of the record is not found', async () => {
    for (const name of ['2026-W35', '2029-W32', '2027-W53', 'x'])
      expect((await s.as.apprentice.get(`${s.one}/weeks/${name}`)).status).toBe(404)
    expect((await s.as.apprentice.get(`${s.one}/weeks/2026-W36`)).status).toBe(200)
  })
})

test('what was submitted of each item of the plan is counted, a draft is not', async () => {
  await submit(db(), s.place, s.people.apprentice, 'Measured')
  await writeWeek(db(), { recordId: s.record, week: '2026-W41' }, 'Drafted')
  const page = (await s.as.trainer.get(s.one)).body
  expect(page.coverage).toEqual([{ code: '1.1', minutes: 90, weeks: 1 }])
  const states = new Map(
    page.weeks.map((each: { week: string; state: string }) => [each.week, each.state]),
  )
  expect([states.get('2026-W40'), states.get('2026-W41')]).toEqual(['submitted', 'gap'])
})
