/** Who could help whom, over the routes. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type MadePerson,
  type MadeWorkspace,
  makeDepartment,
  makePerson,
  makeWorkspace,
} from '../testing/make'
import { type Browser, type TestApp, testApp } from '../testing/test-app'

let app: TestApp
let workspace: MadeWorkspace
let mia: MadePerson
let max: MadePerson
let asMia: Browser
let asMax: Browser

beforeAll(async () => {
  app = await testApp()
  workspace = await makeWorkspace(app.deps.db)
})
afterAll(() => app.stop())
beforeEach(async () => {
  ;[mia, max] = [await person(), await person()]
  ;[asMia, asMax] = [await app.as(mia), await app.as(max)]
})

const person = (wish: Parameters<typeof makePerson>[2] = {}) =>
  makePerson(app.deps.db, workspace, wish)
const newId = () => crypto.randomUUID()

async function ask({ id: personId }: MadePerson) {
  const id = newId()
  await asMia.post('/api/mentorships', { kind: 'pair', id, personId, as: 'mentee', words: '' })
  return { id }
}

describe('mentors are found', () => {
  const profile = {
    ...{ isOpen: true, offers: [], seeks: [], languages: ['en'], capacity: 1, about: '' },
  }
  const offer = async (one: MadePerson, wish: object) => {
    const answer = await (await app.as(one)).put('/api/me/mentor-profile', { ...profile, ...wish })
    expect(answer.status).toBe(204)
  }
  const found = async (browser: Browser = asMia) => (await browser.get('/api/mentors')).body.found
  const isAnyFull = async () => (await asMia.get('/api/mentors')).body.isAnyFull
  const idsOf = (list: { person: { id: string } }[]) => list.map((one) => one.person.id)

  test('by what they offer, with reasons, and no number or rank goes along', async () => {
    const skill = `Welding ${newId()}`
    await offer(mia, { seeks: [skill], isOpen: false })
    await offer(max, { offers: [skill.toUpperCase()], about: 'Twenty years on line 3' })
    const elsewhere = await makeDepartment(app.deps.db, workspace)
    await (await app.as(max)).patch('/api/me', { departmentId: elsewhere.id })
    const [only, ...others] = await found()
    expect(others).toEqual([])
    expect(only).toEqual({
      person: {
        ...{ id: max.id, name: max.name, colour: expect.any(String) },
        ...{ department: elsewhere.name, organisation: expect.any(String) },
      },
      reasons: [
        { kind: 'offers', skills: [skill.toUpperCase()] },
        { kind: 'language', languages: ['en'] },
        expect.objectContaining({ kind: 'elsewhere', department: elsewhere.name }),
      ],
      offers: [skill.toUpperCase()],
      languages: ['en'],
      about: 'Twenty years on line 3',
    })
  })

  test('only where they are open, have room, are here, and may be known of', async () => {
    const skill = `Measuring ${newId()}`
    await offer(mia, { seeks: [skill] })
    const [closed, full, gone] = [await person(), await person(), await person()]
    const foreign = (await makeWorkspace(app.deps.db)).owner
    await offer(closed, { offers: [skill], isOpen: false })
    for (const one of [full, gone, max, foreign]) await offer(one, { offers: [skill] })
    const taken = await ask(full)
    await (await app.as(full)).post(`/api/mentorships/${taken.id}/answer`, {
      accept: true,
      words: '',
    })
    await (await app.as(workspace.owner)).patch(`/api/people/${gone.id}`, { suspended: true })
    expect(idsOf(await found())).toEqual([max.id])
    // Who is full is nobody’s business where somebody else is found.
    expect(await isAnyFull()).toBe(false)
    await offer(max, { offers: [skill], isOpen: false })
    expect(await found()).toEqual([])
    expect(await isAnyFull()).toBe(true)
    await offer(max, { offers: [skill] })
    const partner = await person({ role: 'partner' })
    await offer(partner, { seeks: [skill] })
    expect(await found(await app.as(partner))).toEqual([])
    // Once it is over there is room again.
    await asMia.post(`/api/mentorships/${taken.id}/end`)
    expect(idsOf(await found()).sort()).toEqual([max.id, full.id].sort())
    expect(await isAnyFull()).toBe(false)
  })

  test('and a profile is read back by its owner alone', async () => {
    await offer(mia, { offers: ['Listening'], about: 'Ask me' })
    expect((await asMia.get('/api/me/mentor-profile'))?.body).toMatchObject({ about: 'Ask me' })
    expect((await asMax.get('/api/me/mentor-profile'))?.body.about).toBe('')
  })
})
