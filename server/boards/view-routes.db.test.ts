import { mostViews, noFilter, plainView } from '@atelier/shared/boards/view'
import type { SavedViews } from '@atelier/shared/boards/view-contract'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { putMember } from '../projects/project-change-queries'
import { makeBoard, makePerson, makeProject, makeWorkspace } from '../testing/make'
import { type Browser, type TestApp, testApp } from '../testing/test-app'

let app: TestApp
let board: { id: string }
let other: { id: string }
let viewer: Browser
let lead: Browser
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())

beforeEach(async () => {
  const { db } = app.deps
  const workspace = await makeWorkspace(db)
  const project = await makeProject(db, workspace.owner)
  board = await makeBoard(db, project, workspace.owner)
  other = await makeBoard(db, project, workspace.owner)
  const person = await makePerson(db, workspace)
  await putMember(db, project, person.id, 'viewer')
  viewer = await app.as(person)
  lead = await app.as(workspace.owner)
})

const mine = { ...plainView, kind: 'table' as const, filter: { ...noFilter, people: ['me'] } }
const newId = () => crypto.randomUUID()
const put = (who: Browser, id: string, change: object = {}, at = board) =>
  who.put(`/api/boards/${at.id}/views/${id}`, {
    name: 'Mine',
    view: mine,
    isStart: false,
    ...change,
  })
const remove = (who: Browser, id: string) =>
  who.send('DELETE', `/api/boards/${board.id}/views/${id}`)
const list = async (who: Browser, at = board) =>
  ((await who.get(`/api/boards/${at.id}/views`)).body as SavedViews).views

describe('views somebody keeps', () => {
  test('are theirs alone, also of those who may only look', async () => {
    const id = newId()
    expect((await put(viewer, id)).status).toBe(204)
    expect(await list(viewer)).toEqual([{ id, name: 'Mine', view: mine, isStart: false }])
    expect(await list(lead)).toEqual([])
    expect(await list(viewer, other)).toEqual([])
  })

  test('are renamed, written over and deleted, and come back as they were', async () => {
    const [first, second] = [newId(), newId()]
    await put(viewer, first)
    await put(viewer, second, { name: 'Second' })
    await put(viewer, first, { name: 'Renamed', view: plainView })
    expect((await list(viewer)).map(({ name }) => name)).toEqual(['Renamed', 'Second'])
    expect((await remove(viewer, first)).status).toBe(204)
    expect((await remove(viewer, first)).status).toBe(404)
    await put(viewer, first)
    expect((await list(viewer)).map(({ id }) => id).sort()).toEqual([first, second].sort())
  })

  test('one is the start at most', async () => {
    const [first, second] = [newId(), newId()]
    await put(viewer, first, { isStart: true })
    await put(viewer, second, { isStart: true })
    const starts = (await list(viewer)).filter(({ isStart }) => isStart)
    expect(starts.map(({ id }) => id)).toEqual([second])
  })

  test('cannot be taken over or deleted by others, nor carried to another board', async () => {
    const id = newId()
    await put(viewer, id)
    expect((await put(lead, id, { name: 'Hers' })).status).toBe(404)
    expect((await remove(lead, id)).status).toBe(404)
    expect((await put(viewer, id, {}, other)).status).toBe(404)
    expect(await list(viewer)).toMatchObject([{ name: 'Mine' }])
  })

  test('are as many as one can choose among, and no more', async () => {
    for (let left = mostViews; left > 0; left--) await put(viewer, newId())
    const [{ id = '' } = {}] = await list(viewer)
    expect((await put(viewer, newId())).error?.code).toBe('too-many')
    expect((await put(viewer, id, { name: 'Still mine' })).status).toBe(204)
  })

  test.each([
    ['no name', { name: ' ' }],
    ['a name without an end', { name: 'x'.repeat(61) }],
    ['a kind nobody knows', { view: { ...plainView, kind: 'spaceship' } }],
    [
      'a thousand labels',
      { view: { ...plainView, filter: { ...noFilter, labels: new Array(1000).fill('l') } } },
    ],
    ['things that were not asked for', { view: { ...plainView, more: true } }],
  ])('are refused with %s', async (_, change) => {
    expect((await put(viewer, newId(), change)).error?.code).toBe('invalid')
  })
})
