/** One's own sets of prompts, and when one wants to be asked, over the routes. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type MadePerson, type MadeWorkspace, makePerson, makeWorkspace } from '../testing/make'
import { makePair } from '../testing/make-journal'
import { type Browser, type TestApp, testApp } from '../testing/test-app'

let app: TestApp
let workspace: MadeWorkspace
let mia: MadePerson
let max: MadePerson
let asMia: Browser
let asMax: Browser
let pair: string

beforeAll(async () => {
  app = await testApp()
  workspace = await makeWorkspace(app.deps.db)
})
afterAll(() => app.stop())
beforeEach(async () => {
  mia = await makePerson(app.deps.db, workspace)
  max = await makePerson(app.deps.db, workspace)
  ;[asMia, asMax] = [await app.as(mia), await app.as(max)]
  pair = await makePair(app.deps.db, { mentee: mia, mentor: max })
})

const newId = () => crypto.randomUUID()
const prompts = async (browser: Browser) => (await browser.get('/api/me/prompts')).body
const newSet = (mentorshipId: string | null) => ({
  ...{ id: newId(), title: 'My shift', prompts: ['What was loud?'], mentorshipId },
})

describe('a set', () => {
  test('is its maker’s, and the other of the pair begins with it while that goes on', async () => {
    const [own, shared] = [newSet(null), newSet(pair)]
    for (const set of [own, shared, shared])
      expect((await asMax.post('/api/me/prompt-sets', set)).status).toBe(204)
    const read = (set: object) => ({ ...set, version: 1, makerId: max.id })
    expect((await prompts(asMax)).sets).toEqual([read(own), read(shared)])
    expect((await prompts(asMia)).sets).toEqual([read(shared)])
    expect((await prompts(await app.as(workspace.owner))).sets).toEqual([])
    expect((await asMia.delete(`/api/me/prompt-sets/${shared.id}`)).status).toBe(404)
    await asMia.post(`/api/mentorships/${pair}/end`)
    expect((await prompts(asMia)).sets).toEqual([])
    expect((await prompts(asMax)).sets).toHaveLength(2)
  })

  test('is never changed under what was written: another version is added to the newest', async () => {
    const set = newSet(pair)
    await asMax.post('/api/me/prompt-sets', set)
    const entry = { id: newId(), mentorshipId: pair, title: '', on: '2026-11-27' }
    const sections = [{ id: newId(), prompt: 'What was loud?' }]
    const begunWith = { set: set.id, version: 1 }
    await asMia.post('/api/journals/entries', { ...entry, sections, begunWith })
    const version = { title: 'My shift', prompts: ['What was quiet?'], basedOn: 1 }
    const path = `/api/me/prompt-sets/${set.id}/versions`
    expect((await asMia.post(path, version)).status).toBe(404)
    expect((await asMax.post(path, version)).status).toBe(204)
    expect((await asMax.post(path, version)).status).toBe(409)
    expect((await prompts(asMia)).sets).toMatchObject([
      { version: 2, prompts: ['What was quiet?'] },
    ])
    await asMax.delete(`/api/me/prompt-sets/${set.id}`)
    expect((await prompts(asMia)).sets).toEqual([])
    expect((await asMia.get(`/api/journals/entries/${entry.id}`)).body).toMatchObject({
      begunWith,
      sections: [{ prompt: 'What was loud?' }],
    })
  })

  test('goes into no mentorship of others', async () => {
    const owner = await app.as(workspace.owner)
    expect((await owner.post('/api/me/prompt-sets', newSet(pair))).status).toBe(404)
  })
})

describe('a schedule', () => {
  const schedule = (set: string) => ({
    ...{ id: newId(), set, rhythm: 'week', on: '2026-11-06', mentorshipId: null },
  })
  const nextDays = async () =>
    (await prompts(asMia)).schedules.map(({ nextOn }: { nextOn: string }) => nextOn)

  test('goes on to the day after one that was done or left, and never back', async () => {
    const one = schedule('gibbs')
    expect((await asMia.post('/api/me/prompt-schedules', one)).status).toBe(204)
    const pass = (on: string, browser = asMia) =>
      browser.post(`/api/me/prompt-schedules/${one.id}/pass`, { on })
    expect(await nextDays()).toEqual(['2026-11-06'])
    await pass('2026-11-08')
    expect(await nextDays()).toEqual(['2026-11-13'])
    await pass('2026-11-06')
    expect(await nextDays()).toEqual(['2026-11-13'])
    // However long nobody looked, nothing has piled up.
    await pass('2027-01-01')
    expect(await nextDays()).toEqual(['2027-01-08'])
    expect((await pass('2027-02-01', asMax)).status).toBe(404)
    expect((await asMax.delete(`/api/me/prompt-schedules/${one.id}`)).status).toBe(404)
    expect((await asMia.delete(`/api/me/prompt-schedules/${one.id}`)).status).toBe(204)
    expect(await nextDays()).toEqual([])
  })

  test('asks by a shipped set, or by one that one may begin with', async () => {
    const [own, foreign] = [newSet(pair), newSet(null)]
    for (const set of [own, foreign]) await asMax.post('/api/me/prompt-sets', set)
    const ask = async (set: string) =>
      (await asMia.post('/api/me/prompt-schedules', schedule(set))).status
    expect([await ask('week'), await ask(own.id), await ask(foreign.id)]).toEqual([204, 204, 404])
    expect(await ask('nothing-we-know')).toBe(400)
    await asMax.delete(`/api/me/prompt-sets/${own.id}`)
    expect((await prompts(asMia)).schedules).toMatchObject([{ set: 'week' }])
  })
})
