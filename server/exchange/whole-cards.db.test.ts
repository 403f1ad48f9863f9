import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import type { Card } from '@atelier/shared/boards/card'
import { addChecklist, addChecklistItem } from '@atelier/shared/boards/checklist-edits'
import { setColumnDone, setColumnLimit } from '@atelier/shared/boards/column-edits'
import { saveAsTemplate } from '@atelier/shared/boards/copy-edits'
import {
  addAssignee,
  attachFile,
  setCover,
  setDays,
  setEstimate,
} from '@atelier/shared/boards/fact-edits'
import {
  addHelper,
  askWhatWasLearned,
  writeLearned,
  writeLearningGoal,
} from '@atelier/shared/boards/learning-edits'
import { addBlock, setDuplicateOf, setPartOf } from '@atelier/shared/boards/relation-edits'
import type { Imported } from '@atelier/shared/exchange/exchange'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { insertFile } from '../files/file-queries'
import { keepFile } from '../files/store-file'
import {
  type MadePerson,
  type MadeProject,
  makeBoard,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { makePng } from '../testing/make-picture'
import { type TestApp, testApp } from '../testing/test-app'
import { unzip } from './reading/unzip'

let app: TestApp
let lead: MadePerson
let writer: MadePerson
let project: MadeProject
let boardId: string
let picture: string

beforeAll(async () => {
  app = await testApp()
  const workspace = await makeWorkspace(app.deps.db)
  lead = await makePerson(app.deps.db, workspace, { name: 'Lea Lead' })
  writer = await makePerson(app.deps.db, workspace, { name: 'Wim Writer' })
  project = await makeProject(app.deps.db, lead, { members: [[writer, 'contributor']] })
  const titles = ['Ask the supplier', 'Measure', 'Order', 'Order again']
  boardId = (
    await makeBoard(app.deps.db, project, lead, {
      title: 'Work',
      columns: ['To do', 'Done'],
      cards: titles.map((title) => ({ title, column: 'To do' })),
    })
  ).id
  picture = await fileCalled('press.png', makePng(30, 20))
  const notes = await fileCalled('notes.txt', Buffer.from('notes'))
  await app.deps.rooms.edit(`board:${boardId}`, (doc) => fill(doc, notes))
})
afterAll(() => app.stop())

async function fileCalled(name: string, bytes: Uint8Array) {
  const kept = await keepFile(app.deps, { workspaceId: project.workspaceId, name, bytes })
  return (await insertFile(app.deps.db, { ...kept, roomId: boardId, createdBy: lead.id })).id
}

function fill(doc: Y.Doc, notes: string) {
  const { columns, cards } = readBoard(doc)
  const idOf = (title: string) =>
    must(
      [...cards.values()].find((c) => c.title === title),
      title,
    ).id
  const [ask, measure, order, again] = ['Ask the supplier', 'Measure', 'Order', 'Order again'].map(
    idOf,
  ) as [string, string, string, string]
  setColumnLimit(doc, must(columns[0], 'column').id, 3)
  setColumnDone(doc, must(columns[1], 'column').id, true)
  for (const person of [lead, writer]) addAssignee(doc, ask, person.id)
  setDays(doc, [ask], { start: '2026-11-28', due: '2026-12-01' })
  setEstimate(doc, ask, 5)
  const list = must(addChecklist(doc, ask, 'Before'), 'list')
  addChecklistItem(doc, ask, list, { text: 'Find the number', done: true })
  addChecklistItem(doc, ask, list, { text: 'Call' })
  addChecklist(doc, ask, 'After')
  const at = { size: 5, addedAt: '2026-11-27T10:00:00.000Z' }
  attachFile(doc, ask, { id: picture, name: 'Press', mime: 'image/png', ...at })
  attachFile(doc, ask, { id: notes, name: 'notes.txt', mime: 'text/plain', ...at })
  setCover(doc, ask, { file: picture })
  setCover(doc, measure, { colour: 'teal' })
  addBlock(doc, ask, order)
  setPartOf(doc, measure, ask)
  setDuplicateOf(doc, again, order)
  writeLearningGoal(doc, ask, writer.id, 'Negotiate')
  addHelper(doc, ask, writer.id, lead.id)
  writeLearned(doc, ask, writer.id, 'Silence helps')
  askWhatWasLearned(doc, [ask], [lead.id])
  saveAsTemplate(doc, ask)
}

async function zipped() {
  const response = await (await app.as(lead)).fetch(`/api/projects/${project.id}/export`)
  return new Uint8Array(await response.arrayBuffer())
}

async function broughtTo(into: MadeProject, bytes: Uint8Array) {
  const browser = await app.as(lead)
  const path = `/api/projects/${into.id}/import?name=x.zip`
  const response = await browser.fetch(path, { method: 'POST', body: bytes as BodyInit })
  const body = (await response.json()) as Imported
  const { id } = must(body.boards[0], 'board')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await app.deps.rooms.read(`board:${id}`))
  return { id, body, board: readBoard(doc) }
}

test('all that is on a card goes along, and comes in as it was', async () => {
  const { id, body, board } = await broughtTo(await makeProject(app.deps.db, lead), await zipped())
  expect(body).toMatchObject({ files: 2, skipped: [{ why: 'board-past' }] })
  expect(board.columns.map(({ name, limit, done }) => [name, limit, done])).toEqual([
    ['To do', 3, false],
    ['Done', null, true],
  ])
  const called = (title: string): Card =>
    must(
      [...board.cards.values()].find((card) => card.title === title && !card.isTemplate),
      title,
    )
  const [ask, measure, order] = ['Ask the supplier', 'Measure', 'Order'].map(called) as [
    Card,
    Card,
    Card,
  ]
  expect(ask.assignees).toEqual([lead.id, writer.id].sort())
  expect(ask).toMatchObject({ start: '2026-11-28', due: '2026-12-01', estimate: 5 })
  const lists = ask.checklists.map(({ name, items }) => ({
    name,
    items: items.map(({ text, done }) => [text, done]),
  }))
  expect(lists).toEqual([
    {
      name: 'Before',
      items: [
        ['Find the number', true],
        ['Call', false],
      ],
    },
    { name: 'After', items: [] },
  ])
  expect(ask.blocks).toEqual([order.id])
  expect(measure.partOf).toBe(ask.id)
  expect(called('Order again').duplicates).toBe(order.id)
  expect(measure.cover).toEqual({ colour: 'teal' })
  expect(ask.learning).toEqual({
    goals: [{ person: writer.id, text: 'Negotiate', helpers: [lead.id] }],
    learned: [{ person: writer.id, text: 'Silence helps' }],
    asked: [lead.id],
  })
  expect(board.templates).toMatchObject([{ title: 'Ask the supplier', estimate: 5 }])

  const names = ask.attachments.map(({ name, mime }) => [name, mime]).sort()
  expect(names).toEqual([
    ['Press', 'image/png'],
    ['notes.txt', 'text/plain'],
  ])
  const press = must(
    ask.attachments.find(({ name }) => name === 'Press'),
    'press',
  )
  expect(ask.cover).toEqual({ file: press.id })
  expect(press.id).not.toBe(picture)
  const answer = await (await app.as(lead)).fetch(`/api/files/${press.id}`)
  expect(answer.status).toBe(200)
  expect(id).not.toBe(boardId)
})

test('people read in the Markdown beside it what is on a card', async () => {
  const { files } = await unzip(await zipped())
  const said = new TextDecoder().decode(must(files.get('boards/Work.md'), 'text'))
  expect(said).toMatch(/For .*\[@Lea Lead\].*From 2026-11-28 · Due 2026-12-01 · Points: 5/)
  expect(said).toContain('Blocks: Order')
  expect(said).toContain('Part of: Ask the supplier')
  expect(said).toMatch(/#### Before\n\n- \[x\] Find the number\n- \[ \] Call/)
  expect(said).toMatch(/\[Press\]\(\.\.\/attachments\/press\.png "attachment"\)/)
  expect(said).toContain('Wim Writer · Wants to learn: Negotiate · Can help: ')
  expect(said).toContain('Wim Writer · Learned: Silence helps')
  expect(said).toContain('## Templates')
})
