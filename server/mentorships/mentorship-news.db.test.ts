/** What the people of a mentorship find in their inbox, and no longer find once it is not so. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type MadePerson,
  type MadeWorkspace,
  makePerson,
  makeWorkspace,
  password,
} from '../testing/make'
import { makeCircle, makePair } from '../testing/make-journal'
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

const person = () => makePerson(app.deps.db, workspace)
const path = '/api/mentorships'
const newId = () => crypto.randomUUID()
const inboxOf = async (browser: Browser) => (await browser.get('/api/me/inbox')).body.items
const kindsOf = async (browser: Browser) =>
  (await inboxOf(browser)).map(({ kind }: { kind: string }) => kind)
const unreadOf = async (browser: Browser) => (await browser.get('/api/me/inbox/unread')).body.unread
const act = async (id: string, what: string, browser = asMia, body?: object) =>
  expect((await browser.post(`${path}/${id}/${what}`, body)).status).toBe(204)
const answer = (id: string, browser: Browser, accept = true) =>
  act(id, 'answer', browser, { accept, words: 'Not for an inbox' })

async function ask(wish: object = { kind: 'pair', personId: max.id, as: 'mentee' }) {
  const id = newId()
  const said = { ...wish, id, words: 'Not for an inbox' }
  expect((await asMia.post(path, said)).status).toBe(201)
  expect((await asMia.post(path, said)).status).toBe(201)
  return id
}

describe('a question', () => {
  test('is in the inbox of whom it is for, once and without its words, until they have answered', async () => {
    const id = await ask()
    const [item, ...others] = await inboxOf(asMax)
    expect(others).toEqual([])
    expect(item).toMatchObject({
      kind: 'mentorship-asked',
      actor: { id: mia.id },
      place: { kind: 'mentorship', id, of: 'pair', role: 'mentor', said: true },
      project: null,
      comment: null,
    })
    expect(JSON.stringify(item)).not.toContain('Not for an inbox')
    expect(await unreadOf(asMax)).toBe(1)
    await answer(id, asMax)
    expect([await kindsOf(asMax), await unreadOf(asMax)]).toEqual([[], 0])
  })

  test('is answered to who asked, yes or no, without the words', async () => {
    await answer(await ask(), asMax)
    await answer(await ask({ kind: 'pair', personId: max.id, as: 'mentor' }), asMax, false)
    const items = await inboxOf(asMia)
    expect(items).toHaveLength(2)
    for (const place of [
      { role: 'mentor', said: false },
      { role: 'mentee', said: true },
    ]) {
      const item = { kind: 'mentorship-answered', actor: expect.objectContaining({ id: max.id }) }
      expect(items).toContainEqual(
        expect.objectContaining({ ...item, place: expect.objectContaining(place) }),
      )
    }
    expect(JSON.stringify(items)).not.toContain('Not for an inbox')
  })

  test('that is taken back is in no inbox any more', async () => {
    await act(await ask(), 'end')
    expect(await kindsOf(asMax)).toEqual([])
    expect(await kindsOf(asMia)).toEqual([])
  })

  test('into a circle goes to all, and each yes to those who have said it', async () => {
    const ina = await person()
    const asIna = await app.as(ina)
    const id = await ask({ kind: 'circle', personIds: [max.id, ina.id] })
    expect(await inboxOf(asIna)).toMatchObject([
      { kind: 'mentorship-asked', place: { id, of: 'circle', role: 'peer' } },
    ])
    await answer(id, asMax)
    expect([await kindsOf(asIna), await kindsOf(asMia)]).toEqual([
      ['mentorship-asked'],
      ['mentorship-answered'],
    ])
    await answer(id, asIna)
    expect(await kindsOf(asMax)).toEqual(['mentorship-answered'])
    expect(await kindsOf(asMia)).toEqual(['mentorship-answered', 'mentorship-answered'])
  })
})

describe('of a pair', () => {
  let pair: string
  beforeEach(async () => {
    pair = await makePair(app.deps.db, { mentee: mia, mentor: max })
  })

  const version = (basedOn: number) => ({
    ...{ goals: ['Secret'], rhythm: '', confidentiality: '', endsOn: null, basedOn },
  })

  test('an agreement waits for a yes; a newer one in its place, and none once it is said', async () => {
    await act(pair, 'agreements', asMia, version(0))
    await act(pair, 'agreements', asMia, version(1))
    expect(await inboxOf(asMax)).toMatchObject([
      { kind: 'agreement-proposed', actor: { id: mia.id }, place: { id: pair } },
    ])
    expect(JSON.stringify(await inboxOf(asMax))).not.toContain('Secret')
    await act(pair, 'agreements/agree', asMax, { version: 2 })
    expect([await kindsOf(asMax), await kindsOf(asMia)]).toEqual([[], []])
    // Whoever writes another instead waits for the first one's yes.
    await act(pair, 'agreements', asMia, version(2))
    await act(pair, 'agreements', asMax, version(3))
    expect([await kindsOf(asMax), await kindsOf(asMia)]).toEqual([[], ['agreement-proposed']])
  })

  test('an agreement waits for nobody while it rests', async () => {
    await act(pair, 'agreements', asMia, version(0))
    await act(pair, 'pause')
    expect(await kindsOf(asMax)).toEqual(['mentorship-paused'])
    await act(pair, 'resume')
    expect(await kindsOf(asMax)).toEqual(['agreement-proposed'])
  })

  test('the other reads that it rests, and that it goes on where they have read of that', async () => {
    await act(pair, 'pause')
    await act(pair, 'pause')
    const [item] = await inboxOf(asMax)
    expect(await kindsOf(asMax)).toEqual(['mentorship-paused'])
    expect(await kindsOf(asMia)).toEqual([])
    await asMax.patch('/api/me/inbox', { ids: [item.id], read: true })
    await act(pair, 'resume')
    expect(await kindsOf(asMax)).toEqual(['mentorship-resumed'])
    await act(pair, 'pause', asMax)
    expect([await kindsOf(asMax), await kindsOf(asMia)]).toEqual([[], ['mentorship-paused']])
    // Nobody has read of it, and it is so no more.
    await act(pair, 'resume', asMax)
    expect([await kindsOf(asMax), await kindsOf(asMia)]).toEqual([[], []])
  })

  test('the other reads that it rests where one is suspended, and of nobody who did it', async () => {
    const owner = await app.as(workspace.owner)
    expect((await owner.patch(`/api/people/${mia.id}`, { suspended: true })).status).toBe(200)
    expect(await inboxOf(asMax)).toMatchObject([
      { kind: 'mentorship-paused', actor: null, place: { id: pair } },
    ])
    await owner.patch(`/api/people/${mia.id}`, { suspended: false })
    expect(await kindsOf(await app.as(mia))).toEqual([])
    await act(pair, 'resume', asMax)
    expect(await kindsOf(asMax)).toEqual([])
  })

  test('the other reads that it has ended, and nothing of what was before', async () => {
    await act(pair, 'agreements', asMia, version(0))
    await act(pair, 'pause')
    await act(pair, 'end')
    expect(await inboxOf(asMax)).toMatchObject([
      { kind: 'mentorship-ended', actor: { id: mia.id }, place: { id: pair } },
    ])
    expect(await kindsOf(asMia)).toEqual([])
  })

  test('somebody who does not want to be told is not', async () => {
    await asMax.put('/api/me/inbox/settings', { off: ['mentorship-ended'] })
    await act(pair, 'end')
    expect(await kindsOf(asMax)).toEqual([])
  })
})

describe('of a circle', () => {
  test('whoever says yes later is told of the agreement that waits for them', async () => {
    const [ina, lea] = [await person(), await person()]
    const asLea = await app.as(lea)
    const id = await ask({ kind: 'circle', personIds: [max.id, ina.id, lea.id] })
    await answer(id, asMax)
    await answer(id, await app.as(ina))
    const version = { goals: [], rhythm: '', confidentiality: '', endsOn: null, basedOn: 0 }
    await act(id, 'agreements', asMax, version)
    expect(await kindsOf(asLea)).toEqual(['mentorship-asked'])
    await answer(id, asLea)
    expect(await inboxOf(asLea)).toMatchObject([
      { kind: 'agreement-proposed', actor: { id: max.id }, place: { id } },
    ])
  })

  test('only who is left is told that it has ended, and who has left reads nothing of it', async () => {
    const ina = await person()
    const asIna = await app.as(ina)
    const circle = await makeCircle(app.deps.db, [mia, max, ina])
    await act(circle, 'pause')
    expect(await kindsOf(asMax)).toEqual(['mentorship-paused'])
    await act(circle, 'leave', asMax)
    expect([await kindsOf(asMax), await kindsOf(asIna)]).toEqual([[], ['mentorship-paused']])
    await act(circle, 'leave', asMia)
    expect(await kindsOf(asIna)).toEqual(['mentorship-ended'])
    expect([await kindsOf(asMax), await kindsOf(asMia)]).toEqual([[], []])
  })
})

test('who ends their account is named only where they wish so', async () => {
  for (const keepName of [true, false]) {
    const gone = await person()
    await makePair(app.deps.db, { mentee: mia, mentor: gone })
    const leaving = await (await app.as(gone)).post('/api/me/leave', { password, keepName })
    expect(leaving.status).toBe(204)
    expect((await inboxOf(asMia))[0]).toMatchObject({
      kind: 'mentorship-ended',
      actor: keepName ? { id: gone.id } : null,
    })
  }
})
