import { readBoard } from '@atelier/shared/boards/board'
import { roomName } from '@atelier/shared/sync/room-name'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeBoard, makePerson, makeProject, makeWorkspace } from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())

const boardOf = (id: string) => app.deps.rooms.look(roomName('board', id), (doc) => readBoard(doc))

async function team() {
  const { db } = app.deps
  const workspace = await makeWorkspace(db)
  const [mia, viewer, stranger] = [
    await makePerson(db, workspace),
    await makePerson(db, workspace),
    await makePerson(db, workspace, { role: 'partner' }),
  ]
  const project = await makeProject(db, workspace.owner, {
    members: [
      [mia, 'contributor'],
      [viewer, 'viewer'],
    ],
  })
  const { id } = await makeBoard(db, project, workspace.owner)
  const column = (await boardOf(id)).columns[0]?.id ?? ''
  const wish = { card: 'abcdefghijkl', column, title: 'Lead a shift', due: '2026-12-24' }
  return { mia, viewer, stranger, path: `/api/boards/${id}/cards`, wish, id }
}

test('a card that somebody puts on a board is theirs to do, and there once however often it is sent', async () => {
  const { mia, path, wish, id } = await team()
  const asMia = await app.as(mia)
  for (const _ of [1, 2]) {
    const made = await asMia.post(path, wish)
    expect([made.status, made.body]).toEqual([201, { card: wish.card }])
  }
  const [card, ...others] = [...(await boardOf(id)).cards.values()]
  expect(others).toEqual([])
  expect(card).toMatchObject({
    ...{ id: wish.card, title: 'Lead a shift', due: '2026-12-24', createdBy: mia.id },
    assignees: [mia.id],
  })
})

test('it is taken back into the archive, where nothing of it is lost', async () => {
  const { mia, path, wish, id } = await team()
  const asMia = await app.as(mia)
  await asMia.post(path, { ...wish, due: null })
  expect((await asMia.delete(`${path}/${wish.card}`)).status).toBe(204)
  const { columns, archive } = await boardOf(id)
  expect(columns.flatMap(({ cards }) => cards)).toEqual([])
  expect(archive.map(({ title }) => title)).toEqual(['Lead a shift'])
})

test('who only reads the board puts nothing there and takes nothing away, and a stranger finds none', async () => {
  const { mia, viewer, stranger, path, wish, id } = await team()
  await (await app.as(mia)).post(path, wish)
  const other = { ...wish, card: 'mnopqrstuvwx' }
  const [asViewer, asStranger] = [await app.as(viewer), await app.as(stranger)]
  expect((await asViewer.post(path, other)).status).toBe(403)
  expect((await asViewer.delete(`${path}/${wish.card}`)).status).toBe(403)
  expect((await asStranger.post(path, other)).status).toBe(404)
  expect((await asStranger.delete(`${path}/${wish.card}`)).status).toBe(404)
  expect((await app.browser().post(path, other)).status).toBe(401)
  expect((await boardOf(id)).columns[0]?.cards.map((card) => card.id)).toEqual([wish.card])
})

test('a column that is gone, a day that is none, and a card there is not are refused', async () => {
  const { mia, path, wish } = await team()
  const asMia = await app.as(mia)
  const gone = await asMia.post(path, { ...wish, column: 'gone' })
  expect([gone.status, gone.error?.fields]).toEqual([400, [{ field: 'column', problem: 'gone' }]])
  expect((await asMia.post(path, { ...wish, due: '2026-02-31' })).status).toBe(400)
  expect((await asMia.post(path, { ...wish, title: ' ' })).status).toBe(400)
  expect((await asMia.delete(`${path}/${wish.card}`)).status).toBe(404)
  expect((await asMia.delete(`${path}/no card`)).status).toBe(404)
})
