import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import { saveAsTemplate } from '@atelier/shared/boards/copy-edits'
import {
  addAssignee,
  addOutcome,
  attachFile,
  removeAssignee,
} from '@atelier/shared/boards/fact-edits'
import { addHelper, writeLearned, writeLearningGoal } from '@atelier/shared/boards/learning-edits'
import { addBlock } from '@atelier/shared/boards/relation-edits'
import { roomName } from '@atelier/shared/sync/room-name'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { files } from '../db/doc-tables'
import { insertFile } from '../files/file-queries'
import { makeBoard, makePerson, makeProject, makeWorkspace } from '../testing/make'
import { makePictureIn } from '../testing/make-file'
import { type TestApp, testApp } from '../testing/test-app'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())

const boardOf = (id: string) => app.deps.rooms.look(roomName('board', id), (doc) => readBoard(doc))
const edit = (id: string, change: (doc: Y.Doc) => void) =>
  app.deps.rooms.edit(roomName('board', id), change)

async function twoBoards() {
  const { db } = app.deps
  const workspace = await makeWorkspace(db)
  const { owner } = workspace
  const [mover, viewer] = [await makePerson(db, workspace), await makePerson(db, workspace)]
  const project = await makeProject(db, owner, {
    members: [
      [mover, 'contributor'],
      [viewer, 'viewer'],
    ],
  })
  const there = await makeProject(db, owner, { members: [[mover, 'contributor']] })
  const cards = ['Weld', 'Other'].map((title) => ({ title, column: 'To do', labels: ['Hot'] }))
  const labels = [{ name: 'Hot', colour: 'red' as const }]
  const from = (await makeBoard(db, project, owner, { cards, labels })).id
  const to = (await makeBoard(db, there, owner)).id
  const all = [...(await boardOf(from)).cards.values()]
  const id = must(
    all.find(({ title }) => title === 'Weld'),
    'Weld',
  ).id
  const other = must(
    all.find(({ title }) => title === 'Other'),
    'Other',
  ).id
  const file = (await makePictureIn(app, { id: from }, mover)).id
  await edit(from, (doc) => {
    attachFile(doc, id, {
      id: file,
      name: 'a.png',
      mime: 'image/png',
      size: 3,
      addedAt: '2026-11-27T10:00:00Z',
    })
    addAssignee(doc, id, viewer.id)
    addAssignee(doc, id, mover.id)
    writeLearned(doc, id, mover.id, 'It bends')
    addBlock(doc, id, other)
    saveAsTemplate(doc, other)
  })
  const column = must((await boardOf(to)).columns[0], 'column').id
  return { owner, mover, viewer, project, there, from, to, id, other, file, column }
}

test('a card is copied to another board with its files and labels, once, and stays where it is', async () => {
  const { mover, viewer, from, to, id, file, column } = await twoBoards()
  const browser = await app.as(mover)
  const wish = { boardId: to, column, cards: [{ card: id, as: 'copy1' }] }
  for (let times = 0; times < 2; times++) {
    const { status, body } = await browser.post(`/api/boards/${from}/copies`, wish)
    expect([status, body]).toEqual([
      201,
      {
        boardId: to,
        cards: [{ id, fate: 'there' }],
        left: { relations: 1, people: [viewer.id], outcomes: [] },
      },
    ])
  }
  const { cards, labels } = await boardOf(to)
  expect([...cards.keys()]).toEqual(['copy1'])
  const copy = must(cards.get('copy1'), 'copy')
  expect(copy).toMatchObject({ title: 'Weld', column, assignees: [mover.id], blocks: [] })
  expect(copy.learning.learned).toEqual([])
  expect(labels.map(({ name }) => name)).toEqual(['Hot'])
  const [own] = await app.deps.db.select().from(files).where(eq(files.roomId, to))
  expect(copy.attachments).toMatchObject([{ id: must(own, 'file').id, name: 'a.png' }])
  expect(must(own, 'file').id).not.toBe(file)
  expect((await boardOf(from)).cards.get(id)).toMatchObject({ archivedAt: null, movedTo: null })
  const reader = await app.as(viewer)
  expect((await reader.post(`/api/boards/${from}/copies`, wish)).status).toBe(403)
  const gone = { ...wish, cards: [{ card: id, as: 'copy2' }], column: 'gone' }
  expect((await browser.post(`/api/boards/${from}/copies`, gone)).status).toBe(400)
})

test('who may not read the copy leaves what they want to learn, and would help with, where it is', async () => {
  const { mover, viewer, there, from, to, id, column } = await twoBoards()
  await edit(from, (doc) => {
    for (const person of [mover, viewer]) writeLearningGoal(doc, id, person.id, 'To weld')
    addHelper(doc, id, mover.id, viewer.id)
    addHelper(doc, id, viewer.id, mover.id)
    removeAssignee(doc, id, viewer.id)
  })
  const browser = await app.as(mover)
  const left = { people: [viewer.id], outcomes: [] }
  const one = { boardId: to, column, cards: [{ card: id, as: 'copy1' }] }
  const answer = await browser.post(`/api/boards/${from}/copies`, one)
  expect(answer.body.left).toEqual({ relations: 1, ...left })
  const goals = [{ person: mover.id, text: 'To weld', helpers: [] }]
  expect((await boardOf(to)).cards.get('copy1')?.learning.goals).toEqual(goals)

  const all = { id: crypto.randomUUID(), projectId: there.id, title: 'All', withCards: true }
  const copied = await browser.post(`/api/boards/${from}/duplicate`, all)
  expect(copied.body.left).toEqual(left)
  const weld = [...(await boardOf(all.id)).cards.values()].find(({ title }) => title === 'Weld')
  expect(weld?.learning.goals).toEqual(goals)
})

test('a copy under the card’s own id is refused', async () => {
  const { mover, from, to, id, column } = await twoBoards()
  const browser = await app.as(mover)
  const wish = { boardId: to, column, cards: [{ card: id, as: id }] }
  const { status, error } = await browser.post(`/api/boards/${from}/copies`, wish)
  expect([status, error?.fields]).toEqual([400, [{ field: 'cards', problem: 'taken' }]])
  expect((await boardOf(to)).cards.size).toBe(0)
})

test('a template of another board is a template here', async () => {
  const { mover, from, to, column } = await twoBoards()
  const browser = await app.as(mover)
  const { templates } = (await browser.get(`/api/boards/${from}/columns`)).body
  const cards = [{ card: templates[0].id, as: 'taken' }]
  const wish = { boardId: to, column, cards, asTemplate: true }
  await browser.post(`/api/boards/${from}/copies`, wish)
  const board = await boardOf(to)
  expect(board.templates.map(({ id, title }) => [id, title])).toEqual([['taken', 'Other']])
  expect(board.columns.flatMap(({ cards }) => cards)).toEqual([])
})

test('a board is duplicated with or without its cards, once, in its project', async () => {
  const { mover, viewer, project, from, id, other } = await twoBoards()
  const browser = await app.as(mover)
  const wish = { id: crypto.randomUUID(), title: 'Work (copy)', withCards: true }
  for (const status of [201, 201])
    expect((await browser.post(`/api/boards/${from}/duplicate`, wish)).status).toBe(status)
  const before = await boardOf(from)
  const copy = await boardOf(wish.id)
  expect(copy.columns.map(({ name, cards }) => [name, cards.map(({ title }) => title)])).toEqual(
    before.columns.map(({ name, cards }) => [name, cards.map(({ title }) => title)]),
  )
  expect(copy.templates).toHaveLength(1)
  const [weld, second] = [id, other].map((one) => before.cards.get(one)?.title ?? '')
  const named = (title: string) =>
    must(
      copy.columns.flatMap(({ cards }) => cards).find((card) => card.title === title),
      title,
    )
  expect(named(weld ?? '').id).not.toBe(id)
  expect(named(weld ?? '')).toMatchObject({
    blocks: [named(second ?? '').id],
    assignees: [mover.id, viewer.id].sort(),
    labels: before.cards.get(id)?.labels,
  })
  const own = await app.deps.db.select().from(files).where(eq(files.roomId, wish.id))
  expect(named(weld ?? '').attachments.map((file) => file.id)).toEqual(own.map((file) => file.id))
  const page = (await browser.get(`/api/projects/${project.id}`)).body
  expect(page.boards.map((board: { title: string }) => board.title)).toContain('Work (copy)')
  const empty = { id: crypto.randomUUID(), title: 'Form', withCards: false }
  await browser.post(`/api/boards/${from}/duplicate`, empty)
  const form = await boardOf(empty.id)
  expect([form.cards.size, form.templates.length, form.labels.length]).toEqual([1, 1, 1])
  const reader = await app.as(viewer)
  expect((await reader.post(`/api/boards/${from}/duplicate`, empty)).status).toBe(403)
})

test('whole boards are copied one at a time, and count in what somebody may bring in a day', async () => {
  const { mover, project, from } = await twoBoards()
  const browser = await app.as(mover)
  const copy = () =>
    browser.post(`/api/boards/${from}/duplicate`, {
      id: crypto.randomUUID(),
      title: 'Copy',
      withCards: true,
    })
  const statuses = (await Promise.all([copy(), copy(), copy()])).map(({ status }) => status)
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0)
  expect(statuses).toContain(201)
  await insertFile(app.deps.db, {
    ...{ workspaceId: project.workspaceId, roomId: from, createdBy: mover.id },
    ...{ name: 'a.txt', mime: 'text/plain', sha256: 'a'.repeat(64), size: 1024 ** 3 },
  })
  expect((await copy()).status).toBe(429)
})

test('a board goes to another project with its files, for who may write there; who cannot read it is told', async () => {
  const { owner, mover, viewer, project, there, from, id } = await twoBoards()
  const as = await app.as(owner)
  const outcome = { id: crypto.randomUUID(), name: 'Welds', level: 'alone' }
  await as.post(`/api/projects/${project.id}/outcomes`, outcome)
  await edit(from, (doc) => addOutcome(doc, id, outcome.id))
  const browser = await app.as(mover)
  const wish = { id: crypto.randomUUID(), title: 'Work', withCards: true, projectId: there.id }
  const copy = (who = browser, more = {}) =>
    who.post(`/api/boards/${from}/duplicate`, { ...wish, ...more })
  const { status, body } = await copy()
  expect([status, body.left]).toEqual([201, { people: [viewer.id], outcomes: ['Welds'] }])
  expect((await copy()).body.left).toEqual({ people: [], outcomes: [] })
  const page = (await browser.get(`/api/projects/${there.id}`)).body
  expect(page.boards.map((board: { title: string }) => board.title)).toContain('Work')
  const weld = must(
    [...(await boardOf(wish.id)).cards.values()].find(({ title }) => title === 'Weld'),
    'Weld',
  )
  expect(weld).toMatchObject({ assignees: [mover.id], outcomes: [] })
  const own = await app.deps.db.select().from(files).where(eq(files.roomId, wish.id))
  expect(weld.attachments.map((file) => file.id)).toEqual(own.map((file) => file.id))

  const secret = await makeProject(app.deps.db, owner)
  const read = await makeProject(app.deps.db, owner, { members: [[mover, 'viewer']] })
  const refused = async (projectId: string) =>
    (await copy(browser, { id: crypto.randomUUID(), projectId })).status
  expect([await refused(secret.id), await refused(read.id)]).toEqual([404, 403])
  const stranger = await app.as((await makeWorkspace(app.deps.db)).owner)
  expect((await copy(stranger, { id: crypto.randomUUID() })).status).toBe(404)
})

test('a copy has the files its cards have and show, and no others of the board', async () => {
  const { mover, from } = await twoBoards()
  await makePictureIn(app, { id: from }, mover)
  const wish = { id: crypto.randomUUID(), title: 'Copy', withCards: true }
  await (await app.as(mover)).post(`/api/boards/${from}/duplicate`, wish)
  const own = await app.deps.db.select().from(files).where(eq(files.roomId, wish.id))
  expect(own).toHaveLength(1)
})
