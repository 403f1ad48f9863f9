import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { trainingSubmissions } from '../db/training-tables'
import { password } from '../testing/make'
import { signAs, submit } from '../testing/make-training'
import { type Browser, type TestApp, testApp } from '../testing/test-app'
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

describe('when somebody ends their account', () => {
  const leave = (browser: Browser) => browser.post('/api/me/leave', { password, keepName: false })

  test('an apprentice takes along what was signed first, then their record goes with them', async () => {
    const hash = await submit(db(), s.place, s.people.apprentice, 'Milled')
    await signAs(db(), s.place, { hash, role: 'trainer', by: s.people.trainer })
    const refused = await leave(s.as.apprentice)
    expect(refused.error?.fields).toEqual([{ field: 'training', problem: 'not-taken' }])
    expect((await s.as.apprentice.get(s.one)).status).toBe(200)
    expect((await s.as.trainer.get(`${s.one}/export?format=json`)).status).toBe(200)
    expect((await leave(s.as.apprentice)).status).toBe(400)
    expect((await s.as.apprentice.get(`${s.one}/export?format=json`)).status).toBe(200)
    expect((await leave(s.as.apprentice)).status).toBe(204)
    expect((await s.as.trainer.get(s.one)).status).toBe(404)
    const left = await db()
      .select()
      .from(trainingSubmissions)
      .where(eq(trainingSubmissions.hash, hash))
    expect(left).toEqual([])
  })

  test('an apprentice is refused once more where something was signed after they took it along', async () => {
    const hash = await submit(db(), s.place, s.people.apprentice, 'Milled')
    await s.as.apprentice.get(`${s.one}/export?format=json`)
    await signAs(db(), s.place, { hash, role: 'trainer', by: s.people.trainer })
    expect((await leave(s.as.apprentice)).status).toBe(400)
  })

  test('an apprentice has not taken it along before all of it was read', async () => {
    const hash = await submit(db(), s.place, s.people.apprentice, 'Milled')
    await signAs(db(), s.place, { hash, role: 'trainer', by: s.people.trainer })
    const answer = await s.as.apprentice.fetch(`${s.one}/export?format=json`)
    expect((await leave(s.as.apprentice)).status).toBe(400)
    await answer.body?.cancel()
    expect((await leave(s.as.apprentice)).status).toBe(400)
    await (await s.as.apprentice.fetch(`${s.one}/export?format=json`)).arrayBuffer()
    expect((await leave(s.as.apprentice)).status).toBe(204)
  })

  test('a trainer leaves their place to another, and their signatures by name', async () => {
    const hash = await submit(db(), s.place, s.people.apprentice, 'Milled')
    await signAs(db(), s.place, { hash, role: 'trainer', by: s.people.trainer })
    expect((await leave(s.as.trainer)).status).toBe(204)
    const page = (await s.as.apprentice.get(s.one)).body
    expect(page.mayReplace).toEqual(['trainer'])
    const { parts } = await s.read(s.as.school)
    expect(JSON.parse(parts[0].signatures[0].statement).person.name).toBe(s.people.trainer.name)
  })
})
