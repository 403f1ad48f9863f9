import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import { addCard } from '@atelier/shared/boards/card-edits'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { roomUpdates } from '../db/log-tables'
import {
  type MadePerson,
  type MadeProject,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'
import { writeBoardSummary } from './board-summary'

let app: TestApp
let lead: MadePerson
let project: MadeProject

beforeAll(async () => {
  app = await testApp()
  const workspace = await makeWorkspace(app.deps.db)
  lead = await makePerson(app.deps.db, workspace, { language: 'de' })
  project = await makeProject(app.deps.db, lead)
})
afterAll(() => app.stop())

async function storedBoard(id: string): Promise<Y.Doc> {
  const rows = await app.deps.db.select().from(roomUpdates)
  const doc = new Y.Doc()
  for (const row of rows) if (row.roomId === id) Y.applyUpdate(doc, row.bytes)
  return doc
}

test('[S13] a new board has columns in its maker’s language, or those they ask for', async () => {
  const browser = await app.as(lead)
  const path = `/api/projects/${project.id}/boards`
  const usual = (await browser.post(path, { title: 'Arbeit' })).body.id
  const own = (await browser.post(path, { title: 'Own', columns: ['One', '__proto__'] })).body.id
  const names = async (id: string) =>
    readBoard(await storedBoard(id)).columns.map((column) => column.name)
  expect(await names(usual)).toEqual(['Zu tun', 'In Arbeit', 'Erledigt'])
  expect(await names(own)).toEqual(['One', '__proto__'])
})

test('a new board has no title until somebody writes one', async () => {
  const browser = await app.as(lead)
  const { id } = (await browser.post(`/api/projects/${project.id}/boards`, { title: '' })).body
  expect((await browser.get(`/api/boards/${id}`)).body.title).toBe('')
  expect(readBoard(await storedBoard(id)).title).toBe('')
})

test('a board that was begun on a device is made once, however often it is sent, and only for its maker', async () => {
  const browser = await app.as(lead)
  const path = `/api/projects/${project.id}/boards`
  const wish = { id: crypto.randomUUID(), title: '', columns: [] }
  for (const status of [201, 201])
    expect(await browser.post(path, wish)).toMatchObject({ status, body: { id: wish.id } })
  expect(readBoard(await storedBoard(wish.id)).columns).toEqual([])
  const other = await makeProject(app.deps.db, lead)
  const elsewhere = await browser.post(`/api/projects/${other.id}/boards`, wish)
  expect(elsewhere.status).toBe(409)
})

test('lists learn how many cards are where when the board is quiet', async () => {
  const browser = await app.as(lead)
  const wish = { title: 'Work', columns: ['To do', 'Done'] }
  const { id } = (await browser.post(`/api/projects/${project.id}/boards`, wish)).body
  const doc = await storedBoard(id)
  expect(await writeBoardSummary(app.deps.db, id, doc)).toBe(false)
  const column = must(readBoard(doc).columns[0], 'column').id
  addCard(doc, { title: 'Measure', column })
  addCard(doc, { title: 'Ask Jonas', column })
  expect(await writeBoardSummary(app.deps.db, id, doc)).toBe(true)
  const { body } = await browser.get(`/api/projects/${project.id}`)
  expect(body.boards[0]).toMatchObject({
    id,
    columns: [
      { title: 'To do', cards: 2 },
      { title: 'Done', cards: 0 },
    ],
  })
  expect((await browser.get(`/api/boards/${id}`)).body).toMatchObject({
    title: 'Work',
    access: 'write',
  })
})
