/** Sessions, agendas, what follows from them, and goals, over the routes. */
import { mostRecords } from '@atelier/shared/mentorships/mentoring'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { agendaItems } from '../db/mentoring-tables'
import { type MadePerson, type MadeWorkspace, makePerson, makeWorkspace } from '../testing/make'
import { makeCircle, makeMentoring, makePair } from '../testing/make-journal'
import { type Browser, type TestApp, testApp } from '../testing/test-app'

let app: TestApp
let workspace: MadeWorkspace
let mia: MadePerson
let max: MadePerson
let asMia: Browser
let asMax: Browser
let pair: string
let path: string

beforeAll(async () => {
  app = await testApp()
  workspace = await makeWorkspace(app.deps.db)
})
afterAll(() => app.stop())
beforeEach(async () => {
  ;[mia, max] = [await person(), await person()]
  ;[asMia, asMax] = [await app.as(mia), await app.as(max)]
  pair = await makePair(app.deps.db, { mentee: mia, mentor: max })
  path = `/api/mentorships/${pair}`
})

const person = () => makePerson(app.deps.db, workspace)
const newId = () => crypto.randomUUID()
const read = async (browser = asMia, of = pair) =>
  (await browser.get(`/api/mentorships/${of}/mentoring`)).body
const toDos = async (browser = asMia) => (await browser.get('/api/me/to-dos')).body

const item = (words: string, wish: object = {}) => ({
  ...{ words, sessionId: null, isDone: false },
  ...wish,
})
const followUp = (ownerId: string, wish: object = {}) => ({
  ...{ words: 'Read the plan', ownerId, due: null, sessionId: null },
  ...wish,
})

describe('a session', () => {
  const at = (day: number) => ({ startsAt: `2027-01-${day}T09:00:00.000Z`, minutes: 45 })

  test('is made and moved by either of the two, and read in the order of time', async () => {
    const [first, second] = [newId(), newId()]
    expect((await asMax.put(`${path}/sessions/${first}`, at(20))).status).toBe(204)
    await asMia.put(`${path}/sessions/${second}`, at(19))
    expect((await read()).sessions).toEqual([
      { id: second, ...at(19) },
      { id: first, ...at(20) },
    ])
    await asMia.put(`${path}/sessions/${first}`, at(18))
    expect((await read(asMax)).sessions[0]).toEqual({ id: first, ...at(18) })
  })

  test('that is called off leaves its agenda to the next one, and what followed from it', async () => {
    const { db } = app.deps
    const { mentoringSession } = await makeMentoring(db, pair, mia)
    const notes = { id: newId(), mentorshipId: pair, sessionId: mentoringSession }
    const entry = { ...notes, title: '', on: '2027-01-20', sections: [{ id: newId() }] }
    expect((await asMia.post('/api/journals/entries', entry)).body.sessionId).toBe(mentoringSession)
    expect((await asMax.delete(`${path}/sessions/${mentoringSession}`)).status).toBe(204)
    const left = await read()
    expect(left.sessions).toEqual([])
    expect(left.agenda).toMatchObject([{ sessionId: null }])
    expect(left.followUps).toMatchObject([{ sessionId: null }])
    const found = await asMia.get(`/api/journals/entries/${entry.id}`)
    expect(found.body.sessionId).toBe(null)
  })

  test('of another mentorship takes no agenda, no notes, and is not moved', async () => {
    const other = await makePair(app.deps.db, { mentee: mia, mentor: await person() })
    const { mentoringSession } = await makeMentoring(app.deps.db, other, mia)
    const sessionId = mentoringSession
    expect((await asMia.put(`${path}/sessions/${sessionId}`, at(20))).status).toBe(404)
    expect((await asMia.delete(`${path}/sessions/${sessionId}`)).status).toBe(404)
    expect((await asMia.put(`${path}/agenda/${newId()}`, item('x', { sessionId }))).status).toBe(
      404,
    )
    const wish = followUp(mia.id, { sessionId })
    expect((await asMia.put(`${path}/follow-ups/${newId()}`, wish)).status).toBe(404)
    const entry = { id: newId(), mentorshipId: pair, sessionId, title: '', on: '2027-01-20' }
    const notes = { ...entry, sections: [{ id: newId() }] }
    expect((await asMia.post('/api/journals/entries', notes)).status).toBe(404)
  })
})

test('an agenda is in the order its people gave it, and says what is done', async () => {
  const [a, b, c] = [newId(), newId(), newId()]
  await asMia.put(`${path}/agenda/${a}`, item('a'))
  await asMax.put(`${path}/agenda/${b}`, item('b'))
  await asMia.put(`${path}/agenda/${c}`, item('c', { after: null }))
  await asMax.put(`${path}/agenda/${a}`, item('a', { isDone: true, after: b }))
  await asMax.put(`${path}/agenda/${b}`, item('b, in other words'))
  const words = (await read()).agenda.map((one: { words: string; isDone: boolean }) => [
    one.words,
    one.isDone,
  ])
  expect(words).toEqual([
    ['c', false],
    ['b, in other words', false],
    ['a', true],
  ])
  await asMia.delete(`${path}/agenda/${b}`)
  expect((await read()).agenda).toHaveLength(2)
  expect((await asMia.delete(`${path}/agenda/${b}`)).status).toBe(404)
})

describe('what follows from a session', () => {
  test('is on the list of whom it was given to, who alone ticks it and knows its card', async () => {
    const id = newId()
    await asMax.put(`${path}/follow-ups/${id}`, followUp(mia.id, { due: '2027-02-01' }))
    expect((await toDos()).followUps).toMatchObject([{ id, due: '2027-02-01', isDone: false }])
    expect((await toDos(asMax)).followUps).toEqual([])
    const card = { boardId: newId(), card: 'a-card' }
    const own = `/api/me/follow-ups/${id}`
    expect((await asMax.patch(own, { isDone: true })).status).toBe(404)
    expect((await asMia.patch(own, { isDone: true, card })).status).toBe(204)
    expect((await read(asMia)).followUps[0]).toMatchObject({ isDone: true, card })
    expect((await read(asMax)).followUps[0]).toMatchObject({ isDone: true, card: null })
    await asMax.put(`${path}/follow-ups/${id}`, followUp(max.id))
    expect((await read(asMax)).followUps[0]).toMatchObject({ card: null, isDone: false })
    expect((await asMia.patch(own, { isDone: false })).status).toBe(404)
  })

  test('is ticked also while it is paused, and after its end, and given only to its people', async () => {
    const id = newId()
    await asMia.put(`${path}/follow-ups/${id}`, followUp(mia.id))
    const stranger = await person()
    expect((await asMia.put(`${path}/follow-ups/${newId()}`, followUp(stranger.id))).status).toBe(
      404,
    )
    await asMax.post(`${path}/pause`)
    expect((await asMax.put(`${path}/follow-ups/${id}`, followUp(mia.id))).status).toBe(403)
    expect((await asMia.patch(`/api/me/follow-ups/${id}`, { isDone: true })).status).toBe(204)
    await asMax.post(`${path}/end`)
    expect((await asMia.patch(`/api/me/follow-ups/${id}`, { isDone: false })).status).toBe(204)
    expect((await asMia.delete(`${path}/follow-ups/${id}`)).status).toBe(403)
  })
})

describe('a goal', () => {
  const goal = (mentorshipId: string | null) => ({
    ...{ id: newId(), title: 'Lead a shift', due: null, mentorshipId },
  })

  test('is its person’s own to change, and read by their mentor where it is in a mentorship', async () => {
    const [shared, own] = [goal(pair), goal(null)]
    for (const one of [shared, shared, own])
      expect((await asMia.post('/api/me/goals', one)).status).toBe(204)
    expect((await asMax.post('/api/me/goals', own)).status).toBe(409)
    const titles = (list: { id: string }[]) => list.map(({ id }) => id)
    expect(titles((await toDos()).goals)).toEqual([shared.id, own.id])
    expect(titles((await read(asMax)).goals)).toEqual([shared.id])
    expect((await asMax.patch(`/api/me/goals/${shared.id}`, { state: 'reached' })).status).toBe(404)
    await asMia.patch(`/api/me/goals/${shared.id}`, { state: 'reached', title: 'Lead two' })
    expect((await read(asMax)).goals).toMatchObject([{ title: 'Lead two', state: 'reached' }])
    expect((await asMax.delete(`/api/me/goals/${shared.id}`)).status).toBe(404)
    expect((await asMia.delete(`/api/me/goals/${shared.id}`)).status).toBe(204)
    expect((await read(asMax)).goals).toEqual([])
  })

  test('is its person’s alone again once it is over, or they have left', async () => {
    await asMia.post('/api/me/goals', goal(pair))
    await asMax.post(`${path}/end`)
    expect([(await read(asMax)).goals.length, (await read(asMia)).goals.length]).toEqual([0, 1])
    const circle = await makeCircle(app.deps.db, [mia, max, await person(), await person()])
    await asMia.post('/api/me/goals', goal(circle))
    expect((await read(asMax, circle)).goals).toHaveLength(1)
    await asMia.post(`/api/mentorships/${circle}/leave`)
    expect((await read(asMax, circle)).goals).toEqual([])
    expect((await toDos()).goals).toHaveLength(2)
  })

  test('goes into no mentorship of others', async () => {
    expect((await (await app.as(workspace.owner)).post('/api/me/goals', goal(pair))).status).toBe(
      404,
    )
  })
})

test('an agenda takes no more than its most, and what was removed is none of it', async () => {
  const rows = Array.from({ length: mostRecords }, () => ({
    ...{ id: newId(), mentorshipId: pair, rank: 'a0', words: '', createdBy: mia.id },
    ...{ threadId: newId(), removedAt: new Date() },
  }))
  await app.deps.db.insert(agendaItems).values(rows)
  const first = `${path}/agenda/${newId()}`
  expect((await asMia.put(first, item('First'))).status).toBe(204)
  await app.deps.db.update(agendaItems).set({ removedAt: null })
  const late = await asMia.put(`${path}/agenda/${newId()}`, item('Too many'))
  expect(late.error?.code).toBe('too-many')
  expect((await asMia.put(first, item('First, in other words'))).status).toBe(204)
})

test('what both do at the same moment is all done', async () => {
  const goal = () => ({ id: newId(), title: 'Lead a shift', due: null, mentorshipId: pair })
  const at = { startsAt: '2027-01-20T09:00:00.000Z', minutes: 45 }
  const version = { goals: [], rhythm: 'weekly', confidentiality: '', endsOn: null }
  const answers = await Promise.all(
    Array.from({ length: 12 }).flatMap((_, nth) => [
      asMax.put(`${path}/follow-ups/${newId()}`, followUp(mia.id)),
      asMia.post('/api/me/goals', goal()),
      asMax.put(`${path}/sessions/${newId()}`, at),
      asMia.put(`${path}/agenda/${newId()}`, item(`item ${nth}`)),
    ]),
  )
  answers.push(await asMia.post(`${path}/agreements`, { ...version, basedOn: 0 }))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]))
  const { followUps, goals, sessions, agenda } = await read()
  expect([followUps, goals, sessions, agenda].map(({ length }) => length)).toEqual([12, 12, 12, 12])
})

test('whoever is only asked into a circle hears nothing of what is done there', async () => {
  const people = [mia, max, await person(), await person()]
  const id = newId()
  const personIds = people.slice(1).map((one) => one.id)
  await asMia.post('/api/mentorships', { kind: 'circle', id, personIds, words: '' })
  const [second, third, fourth] = people.slice(1).map((one) => app.as(one))
  const yes = { accept: true, words: '' }
  for (const one of [second, third]) await (await one)?.post(`/api/mentorships/${id}/answer`, yes)
  const tell = vi.spyOn(app.deps.notices, 'tell')
  const told = () => tell.mock.calls.flatMap(([, to]) => (to.kind === 'people' ? to.personIds : []))
  await asMia.put(`/api/mentorships/${id}/agenda/${newId()}`, item('Why?'))
  expect(told().sort()).toEqual([mia.id, max.id, people[2]?.id].sort())
  const terms = { goals: ['Ask'], rhythm: 'Weekly', confidentiality: 'Ours', endsOn: null }
  const made = await asMia.post(`/api/mentorships/${id}/agreements`, { ...terms, basedOn: 0 })
  expect(made.status).toBe(204)
  expect(told()).not.toContain(people[3]?.id)
  await (await fourth)?.post(`/api/mentorships/${id}/answer`, yes)
  tell.mockClear()
  await asMia.put(`/api/mentorships/${id}/agenda/${newId()}`, item('How?'))
  expect(told()).toContain(people[3]?.id)
  tell.mockRestore()
})
