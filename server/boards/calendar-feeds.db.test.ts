import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import { feedPath } from '@atelier/shared/boards/calendar-feed'
import { archiveCard } from '@atelier/shared/boards/card-edits'
import { setColumnDone } from '@atelier/shared/boards/column-edits'
import { setStart } from '@atelier/shared/boards/fact-edits'
import { docOf } from '@atelier/shared/docs/new-doc'
import { roomName } from '@atelier/shared/sync/room-name'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endWaysIn } from '../access/end-ways-in-queries'
import { calendarFeeds } from '../db/card-tables'
import { people } from '../db/tables'
import { removeMember } from '../projects/project-change-queries'
import { makeBoard, makePerson, makeProject, makeWorkspace, password } from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'
import { writeBoardSummary } from './board-summary'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())

const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10)

async function board() {
  const { db } = app.deps
  const workspace = await makeWorkspace(db)
  const me = await makePerson(db, workspace)
  const project = await makeProject(db, workspace.owner, { members: [[me, 'viewer']] })
  const { id } = await makeBoard(db, project, workspace.owner, {
    title: 'Line 3',
    columns: ['To do', 'Done'],
    cards: [
      { title: 'Weld\r\nEND:VCALENDAR', column: 'To do', due: day(3), assignee: me.id },
      { title: 'Some day', column: 'To do', assignee: me.id },
      { title: 'Finished', column: 'Done', due: day(-3) },
      { title: '\u202egnp.exe', column: 'Done', due: day(-2) },
      { title: 'Away', column: 'To do', due: day(4) },
      { title: 'Long ago', column: 'To do', due: day(-800) },
    ],
  })
  const doc = docOf(await app.deps.rooms.read(roomName('board', id)))
  const { columns, cards } = readBoard(doc)
  const card = (title: string) =>
    must(
      [...cards.values()].find((one) => one.title.startsWith(title)),
      title,
    ).id
  setColumnDone(doc, must(columns[1], 'Done').id, true)
  archiveCard(doc, card('Away'))
  setStart(doc, card('Weld'), day(1))
  await writeBoardSummary(db, id, doc)
  return { me, project, id, weld: card('Weld'), browser: await app.as(me) }
}

const feedAt = async (token: string) => {
  const response = await app.browser().fetch(feedPath(token))
  const text = await response.text()
  return { status: response.status, headers: response.headers, text: text.replaceAll('\r\n ', '') }
}

test('a calendar reads the days of a board by its address alone, and only what changed', async () => {
  const { browser, id, weld } = await board()
  expect((await browser.get(`/api/boards/${id}/calendar-feed`)).body).toEqual({ feed: null })
  const { token } = (await browser.post(`/api/boards/${id}/calendar-feed`)).body
  const { status, headers, text } = await feedAt(token)
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const compact = (at: string) => at.replaceAll('-', '')
  expect(text).toContain(`UID:${id}-${weld}@atelier\r\n`)
  expect(text).toContain(
    `DTSTART;VALUE=DATE:${compact(day(1))}\r\nDTEND;VALUE=DATE:${compact(day(4))}\r\n`,
  )
  expect(text).toContain('SUMMARY:Weld\\nEND:VCALENDAR\r\n')
  expect(text).toContain(`URL:http://atelier.test/boards/${id}?card=${weld}\r\n`)
  expect(text).toContain('SUMMARY:✓ Finished\r\n')
  // What turns words around ends where they end.
  expect(text).toContain('SUMMARY:✓ \u2068\u202egnp.exe\u202c\u2069\r\n')
  for (const missing of ['Some day', 'Away', 'Long ago']) expect(text).not.toContain(missing)
  expect(text.split('\r\n').filter((line) => line === 'END:VCALENDAR')).toHaveLength(1)
  const again = await app.browser().fetch(feedPath(token), {
    headers: { 'if-none-match': headers.get('etag') ?? '' },
  })
  expect(again.status).toBe(304)
})

test('my cards have an address of their own, in which only mine are', async () => {
  const { browser } = await board()
  const { token } = (await browser.post('/api/me/calendar-feed')).body
  const { text } = await feedAt(token)
  expect(text).toContain('X-WR-CALNAME:My cards\r\n')
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1)
  expect(text).toContain('SUMMARY:Weld')
})

test('a new address ends the old one, and taken back there is none', async () => {
  const { browser, id } = await board()
  const path = `/api/boards/${id}/calendar-feed`
  const first = (await browser.post(path)).body.token
  const second = (await browser.post(path)).body.token
  expect([(await feedAt(first)).status, (await feedAt(second)).status]).toEqual([404, 200])
  expect((await browser.get(path)).body.feed.since).toEqual(expect.any(String))
  expect((await browser.delete(path)).status).toBe(204)
  expect((await feedAt(second)).status).toBe(404)
  expect((await browser.get(path)).body).toEqual({ feed: null })
  expect((await feedAt('never')).status).toBe(404)
})

test('an address of which the database is stolen opens nothing', async () => {
  const { browser, me } = await board()
  const { token } = (await browser.post('/api/me/calendar-feed')).body
  const rows = await app.deps.db
    .select()
    .from(calendarFeeds)
    .where(eq(calendarFeeds.personId, me.id))
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain(token)
  expect((await feedAt(must(rows[0], 'feed').tokenHash)).status).toBe(404)
})

test('whoever leaves the project, or is suspended, has left their calendar too', async () => {
  const { browser, id, me, project } = await board()
  const mine = (await browser.post('/api/me/calendar-feed')).body.token
  const ofBoard = (await browser.post(`/api/boards/${id}/calendar-feed`)).body.token
  await removeMember(app.deps.db, project.id, me.id)
  expect((await feedAt(ofBoard)).status).toBe(404)
  const { status, text } = await feedAt(mine)
  expect(status).toBe(200)
  expect(text).not.toContain('BEGIN:VEVENT')
  await app.deps.db.update(people).set({ suspendedAt: new Date() }).where(eq(people.id, me.id))
  expect((await feedAt(mine)).status).toBe(404)
})

test('all feeds of one person are in one list: of what, since when, and when one was last read', async () => {
  const { browser, id, me, project } = await board()
  const list = async () => (await browser.get('/api/me/calendar-feeds')).body
  expect(await list()).toEqual([])
  const ofBoard = (await browser.post(`/api/boards/${id}/calendar-feed`)).body.token
  await browser.post('/api/me/calendar-feed')
  const since = expect.any(String)
  const mine = { id: since, of: { kind: 'my-cards' }, since, fetched: null }
  const named = { kind: 'board', id, title: 'Line 3', project: project.title }
  const one = { ...mine, of: named }
  expect(await list()).toEqual([mine, one])
  await feedAt(ofBoard)
  expect(await list()).toEqual([mine, { ...one, fetched: since }])
  await browser.post(`/api/boards/${id}/calendar-feed`)
  expect((await list()).filter((feed: { fetched: unknown }) => feed.fetched)).toEqual([])
  await removeMember(app.deps.db, project.id, me.id)
  const hidden = expect.objectContaining({ of: { kind: 'hidden' } })
  expect(await list()).toEqual(expect.arrayContaining([mine, hidden]))
  expect(JSON.stringify(await list())).not.toContain('Line 3')
})

test('one is revoked from the list, or all; nobody revokes another’s', async () => {
  const { browser, id } = await board()
  const stranger = await board()
  const ofBoard = (await browser.post(`/api/boards/${id}/calendar-feed`)).body.token
  const mine = (await browser.post('/api/me/calendar-feed')).body.token
  const theirs = (await stranger.browser.post('/api/me/calendar-feed')).body.token
  const [first] = (await browser.get('/api/me/calendar-feeds')).body
  const path = `/api/me/calendar-feeds/${first.id}`
  expect((await stranger.browser.delete(path)).status).toBe(404)
  expect((await feedAt(mine)).status).toBe(200)
  expect((await browser.delete(path)).status).toBe(204)
  expect([(await feedAt(mine)).status, (await feedAt(ofBoard)).status]).toEqual([404, 200])
  expect((await browser.delete(path)).status).toBe(404)
  expect((await browser.delete('/api/me/calendar-feeds')).status).toBe(204)
  expect((await feedAt(ofBoard)).status).toBe(404)
  expect((await feedAt(theirs)).status).toBe(200)
})

test('a new password ends every feed, a wrong one none, and so does signing out everywhere', async () => {
  const { browser, id } = await board()
  const stranger = await board()
  const theirs = (await stranger.browser.post('/api/me/calendar-feed')).body.token
  const tokens = async () => [
    (await browser.post(`/api/boards/${id}/calendar-feed`)).body.token,
    (await browser.post('/api/me/calendar-feed')).body.token,
  ]
  const statuses = async (of: string[]) =>
    Promise.all(of.map(async (token) => (await feedAt(token)).status))
  const next = 'another long password'
  const first = await tokens()
  await browser.post('/api/me/password', { current: 'not this one', next })
  expect(await statuses(first)).toEqual([200, 200])
  await browser.post('/api/me/password', { current: password, next })
  expect(await statuses(first)).toEqual([404, 404])
  const second = await tokens()
  await browser.post('/api/sign-out')
  expect(await statuses(second)).toEqual([200, 200])
  await (await app.as(stranger.me)).post('/api/sign-out-everywhere')
  expect((await feedAt(theirs)).status).toBe(404)
  expect(await statuses(second)).toEqual([200, 200])
})

test('who asks too often waits', async () => {
  const { browser } = await board()
  const { token } = (await browser.post('/api/me/calendar-feed')).body
  const statuses = new Set<number>()
  for (let times = 0; times < 7; times++) statuses.add((await feedAt(token)).status)
  expect([...statuses]).toEqual([200, 429])
})

test('an address that is asked for at the very moment of a new password is not made', async () => {
  const { me, browser } = await board()
  const { validate } = app.deps.sessions
  app.deps.sessions.validate = async (token) => {
    app.deps.sessions.validate = validate
    const found = await validate(token)
    await app.deps.db.transaction((tx) => endWaysIn(tx, me.id))
    return found
  }
  expect((await browser.post('/api/me/calendar-feed')).status).toBe(401)
  const kept = await app.deps.db
    .select()
    .from(calendarFeeds)
    .where(eq(calendarFeeds.personId, me.id))
  expect(kept).toEqual([])
})
