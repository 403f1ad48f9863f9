/** A mentorship from the first question to the last look back, over the routes. */

import { mostListed } from '@atelier/shared/mentorships/mentorship'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mentorshipPeople, mentorships } from '../db/mentorship-tables'
import { type MadePerson, type MadeWorkspace, makePerson, makeWorkspace } from '../testing/make'
import { type Browser, type TestApp, testApp } from '../testing/test-app'

let app: TestApp
let workspace: MadeWorkspace
let mia: MadePerson
let max: MadePerson
let [asMia, asMax]: Browser[] = []

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
const path = '/api/mentorships'
const newId = () => crypto.randomUUID()

async function ask(browser = asMia, other = max, as: 'mentee' | 'mentor' = 'mentee') {
  const id = newId()
  const wish = { kind: 'pair', id, personId: other.id, as, words: 'Would you?' }
  return { id, answer: must(await browser?.post(path, wish)) }
}
async function pair() {
  const { id } = await ask()
  expect((await asMax?.post(`${path}/${id}/answer`, { accept: true, words: '' }))?.status).toBe(204)
  return id
}
const must = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('nothing there')
  return value
}
const page = async (id: string, browser = asMia) => (await browser?.get(`${path}/${id}`))?.body
const stateOf = async (id: string, browser = asMia) => (await page(id, browser)).state

describe('a question', () => {
  test('is read by the two it is between, and by nobody who runs the workspace', async () => {
    const { id, answer } = await ask()
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({ id, state: 'asked', askedBy: mia.id, words: 'Would you?' })
    expect(answer.body.people).toMatchObject([
      { id: mia.id, role: 'mentee', answer: true },
      { id: max.id, role: 'mentor', answer: null },
    ])
    expect((await page(id, asMax)).words).toBe('Would you?')
    for (const role of ['owner', 'admin', 'member', 'partner'] as const) {
      const other = await app.as(await person({ role }))
      expect((await other.get(`${path}/${id}`)).status).toBe(404)
      expect((await other.get(path)).body).toEqual([])
    }
  })

  test('sent twice is asked once, and so is the same of the same person', async () => {
    const { id } = await ask()
    const wish = { kind: 'pair', id, personId: max.id, as: 'mentee', words: 'Again' }
    expect((await asMia?.post(path, wish))?.status).toBe(201)
    expect((await page(id)).words).toBe('Would you?')
    expect((await ask()).answer.status).toBe(409)
    // To learn from each other both ways is another matter.
    expect((await ask(asMia, max, 'mentor')).answer.status).toBe(201)
    expect((await ask(asMax, mia)).answer.status).toBe(409)
  })

  test('asked by both at the same moment is asked by one of them', async () => {
    const answers = await Promise.all([ask(asMia, max, 'mentee'), ask(asMax, mia, 'mentor')])
    expect(answers.map(({ answer }) => answer.status).sort()).toEqual([201, 409])
    expect((await asMia?.get(path))?.body).toHaveLength(1)
  })

  test('goes to somebody one may know of, who is here, and is not oneself', async () => {
    const foreign = (await makeWorkspace(app.deps.db)).owner
    const gone = await person()
    const owner = await app.as(workspace.owner)
    await owner.patch(`/api/people/${gone.id}`, { suspended: true })
    const partner = await app.as(await person({ role: 'partner' }))
    expect((await ask(asMia, foreign)).answer.status).toBe(404)
    expect((await ask(asMia, gone)).answer.status).toBe(404)
    expect((await ask(partner, max)).answer.status).toBe(404)
    expect((await ask(asMia, mia)).answer.status).toBe(400)
  })

  test('is declined with a kind word, which is read; another may be asked later', async () => {
    const { id } = await ask()
    expect((await asMia?.post(`${path}/${id}/answer`, { accept: true, words: '' }))?.status).toBe(
      403,
    )
    await asMax?.post(`${path}/${id}/answer`, { accept: false, words: 'Ask Ina, she knows more.' })
    const declined = await page(id)
    expect(declined.state).toBe('declined')
    expect(declined.people[1]).toMatchObject({ answer: false, words: 'Ask Ina, she knows more.' })
    expect((await asMax?.post(`${path}/${id}/answer`, { accept: true, words: '' }))?.status).toBe(
      403,
    )
    expect((await ask()).answer.status).toBe(201)
  })

  test('may be taken back by who asked, and is not listed for the other any more', async () => {
    const { id } = await ask()
    expect((await asMax?.post(`${path}/${id}/end`))?.status).toBe(403)
    expect((await asMia?.post(`${path}/${id}/end`))?.status).toBe(204)
    expect((await asMax?.get(path))?.body).toEqual([])
    expect((await asMax?.post(`${path}/${id}/answer`, { accept: true, words: '' }))?.status).toBe(
      403,
    )
  })

  test('is one of twenty at most that nobody has answered', async () => {
    for (let n = 0; n < 20; n++) expect((await ask(asMia, await person())).answer.status).toBe(201)
    expect((await ask(asMia, await person())).answer.status).toBe(429)
  })

  test('answered from two devices at once is answered once', async () => {
    const { id } = await ask()
    const answer = (accept: boolean) =>
      asMax?.post(`${path}/${id}/answer`, { accept, words: '' }) ?? Promise.reject(new Error())
    const statuses = (await Promise.all([answer(true), answer(false)])).map(({ status }) => status)
    expect(statuses.filter((status) => status === 204)).toHaveLength(1)
    expect(['active', 'declined']).toContain(await stateOf(id))
  })
})

describe('a circle', () => {
  async function circle(size: number) {
    const people = await Promise.all(Array.from({ length: size }, () => person()))
    const browsers = await Promise.all(people.map((one) => app.as(one)))
    const id = newId()
    const personIds = people.slice(1).map((one) => one.id)
    const made = await browsers[0]?.post(path, { kind: 'circle', id, personIds, words: '' })
    expect(made?.status).toBe(201)
    const answer = async (nth: number, accept: boolean) =>
      (await browsers[nth]?.post(`${path}/${id}/answer`, { accept, words: '' }))?.status
    return { id, people, browsers, answer }
  }

  test('begins with its third yes, and takes in who answers later', async () => {
    const { id, browsers, answer } = await circle(4)
    expect(await answer(1, true)).toBe(204)
    expect(await stateOf(id, browsers[0])).toBe('asked')
    expect(await answer(2, true)).toBe(204)
    expect(await stateOf(id, browsers[0])).toBe('active')
    expect((await browsers[3]?.post(`${path}/${id}/pause`))?.status).toBe(403)
    expect(await answer(3, true)).toBe(204)
    expect((await browsers[3]?.post(`${path}/${id}/pause`))?.status).toBe(204)
  })

  test('is declined once three cannot come together, and who said no sees no more of it', async () => {
    const { id, browsers, answer } = await circle(4)
    await answer(1, false)
    expect((await browsers[1]?.get(`${path}/${id}`))?.status).toBe(404)
    expect(await stateOf(id, browsers[0])).toBe('asked')
    await answer(2, false)
    expect(await stateOf(id, browsers[0])).toBe('declined')
  })

  test('goes on without who leaves, nobody ends it for the others, and it ends with the last but one', async () => {
    const { id, browsers, answer } = await circle(3)
    for (const nth of [1, 2]) await answer(nth, true)
    expect((await browsers[0]?.post(`${path}/${id}/end`))?.status).toBe(403)
    expect((await browsers[0]?.post(`${path}/${id}/leave`))?.status).toBe(204)
    expect((await browsers[0]?.get(`${path}/${id}`))?.status).toBe(404)
    expect(await stateOf(id, browsers[1])).toBe('active')
    expect((await page(id, browsers[1])).people).toHaveLength(3)
    await browsers[1]?.post(`${path}/${id}/leave`)
    expect(await stateOf(id, browsers[2])).toBe('ended')
  })

  test('is of people who are named once', async () => {
    const wish = { kind: 'circle', id: newId(), words: '' }
    for (const personIds of [
      [max.id, max.id],
      [max.id, mia.id],
    ]) {
      expect((await asMia?.post(path, { ...wish, personIds }))?.status).toBe(400)
    }
  })
})

test('it is paused, goes on, and ends for both; what has ended stays so', async () => {
  const id = await pair()
  const began = (await page(id)).beganAt
  const act = async (what: string, browser = asMia) =>
    (await browser?.post(`${path}/${id}/${what}`))?.status
  expect(await act('pause', asMax)).toBe(204)
  expect(await stateOf(id)).toBe('paused')
  expect((await asMia?.post(`${path}/${id}/agreements`, words()))?.status).toBe(403)
  expect(await act('resume')).toBe(204)
  expect((await page(id)).beganAt).toBe(began)
  expect(await act('leave')).toBe(403)
  expect(await act('end')).toBe(204)
  expect((await page(id, asMax)).endedAt).toEqual(expect.any(String))
  for (const what of ['pause', 'resume', 'end']) expect(await act(what)).toBe(403)
})

const words = (basedOn = 0, goals = ['Lead a shift']) => ({
  ...{ goals, rhythm: 'Every other week', confidentiality: 'Stays between us', endsOn: null },
  basedOn,
})

describe('an agreement', () => {
  test('is in force once both have said yes to the same version', async () => {
    const id = await pair()
    const write = (browser = asMia, wish = words()) =>
      browser?.post(`${path}/${id}/agreements`, wish)
    const agree = (version: number, browser = asMax) =>
      browser?.post(`${path}/${id}/agreements/agree`, { version })
    expect((await write())?.status).toBe(204)
    expect(await page(id, asMax)).toMatchObject({ agreement: null, proposed: { version: 1 } })
    expect((await agree(1))?.status).toBe(204)
    expect(await page(id)).toMatchObject({ agreement: { version: 1 }, proposed: null })

    expect((await write(asMax, words(1, ['Weld'])))?.status).toBe(204)
    // The one that both have agreed to holds until then.
    expect(await page(id)).toMatchObject({ agreement: { version: 1 }, proposed: { version: 2 } })
    expect((await write(asMia, words(1)))?.status).toBe(409)
    expect((await agree(3, asMia))?.status).toBe(404)
    await write(asMia, words(2))
    expect((await agree(2, asMia))?.status).toBe(409)
    await agree(3)
    expect(await page(id)).toMatchObject({ agreement: { version: 3 }, proposed: null })
  })
})

describe('a look back', () => {
  const write = (id: string, browser: Browser | undefined, text: string) =>
    browser?.put(`${path}/${id}/look-back`, { words: text })
  const textsFor = async (id: string, browser: Browser | undefined) =>
    (await page(id, browser)).lookBacks.map((one: { words: string }) => one.words)

  test('is each one’s own until both have written', async () => {
    const id = await pair()
    expect((await write(id, asMia, 'Too early'))?.status).toBe(403)
    await asMia?.post(`${path}/${id}/end`)
    const isListedAs = async (browser = asMia) => (await browser?.get(path))?.body[0].hasLookedBack
    await write(id, asMia, 'I learned to ask')
    expect([await isListedAs(), await isListedAs(asMax)]).toEqual([true, false])
    expect([await textsFor(id, asMia), await textsFor(id, asMax)]).toEqual([
      ['I learned to ask'],
      [],
    ])
    await write(id, asMia, 'I learned to listen')
    await write(id, asMax, 'And I to wait')
    const both = ['I learned to listen', 'And I to wait']
    expect([await textsFor(id, asMia), await textsFor(id, asMax)]).toEqual([both, both])
    expect((await write(id, asMia, 'In answer'))?.status).toBe(409)
  })

  test('is shown two weeks after the end, whoever has not written', async () => {
    const id = await pair()
    await asMia?.post(`${path}/${id}/end`)
    await write(id, asMia, 'I learned to ask')
    const endedAt = new Date(Date.now() - 14 * 86_400_000)
    await app.deps.db.update(mentorships).set({ endedAt }).where(eq(mentorships.id, id))
    expect(await textsFor(id, asMax)).toEqual(['I learned to ask'])
  })
})

test('who was only asked into a circle that goes on neither sees nor does what its people do before they say yes', async () => {
  const id = await pair()
  const asked = await person()
  await app.deps.db
    .insert(mentorshipPeople)
    .values({ mentorshipId: id, personId: asked.id, role: 'peer' })
  const browser = await app.as(asked)
  await asMia?.post(`${path}/${id}/agreements`, words())
  const seen = await browser.get(`${path}/${id}`)
  expect([seen.status, seen.body.proposed]).toEqual([200, null])
  expect((await page(id)).proposed.version).toBe(1)
  expect((await browser.get(`${path}/${id}/mentoring`)).status).toBe(403)
  expect((await browser.post(`${path}/${id}/agreements`, words()))?.status).toBe(403)
})

test('one’s own are listed without the oldest that are over, where there are too many', async () => {
  const { db } = app.deps
  const made = Array.from({ length: mostListed + 1 }, (_, n) => ({
    ...{ id: newId(), workspaceId: workspace.id, kind: 'pair' as const, askedBy: mia.id },
    ...{ state: n === 0 ? ('active' as const) : ('ended' as const) },
    createdAt: new Date(2026, 0, 1, 0, n),
  }))
  await db.insert(mentorships).values(made)
  const ids = made.map(({ id }) => id)
  const inThem = { personId: mia.id, role: 'mentee', answer: true } as const
  await db.insert(mentorshipPeople).values(ids.map((id) => ({ mentorshipId: id, ...inThem })))
  const listed = (await asMia?.get(path))?.body.map(({ id }: { id: string }) => id)
  expect(listed).toEqual([...ids.slice(2).reverse(), ids[0]])
})
