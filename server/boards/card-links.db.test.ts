import { readBoard } from '@atelier/shared/boards/board'
import { addCard, archiveCard, cardDescription } from '@atelier/shared/boards/card-edits'
import { addChecklist, addChecklistItem } from '@atelier/shared/boards/checklist-edits'
import { newBoardUpdate } from '@atelier/shared/boards/new-board'
import { toYjs } from '@atelier/shared/boards/rich-text'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { cardLinks } from '../db/card-tables'
import { rebuildLists } from '../rebuild-lists'
import {
  type MadePerson,
  type MadeProject,
  makeBoard,
  makeDoc,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'
import { writeBoardSummary } from './board-summary'

let app: TestApp
let lead: MadePerson
let viewer: MadePerson
let outsider: MadePerson
let project: MadeProject
let docId: string

beforeAll(async () => {
  app = await testApp()
  const { db } = app.deps
  const workspace = await makeWorkspace(db)
  lead = await makePerson(db, workspace)
  viewer = await makePerson(db, workspace)
  outsider = await makePerson(db, workspace)
  project = await makeProject(db, lead, { members: [[viewer, 'viewer']] })
  docId = (await makeDoc(db, project, lead, 'The plan')).id
})
afterAll(() => app.stop())

/** A board whose room just became quiet, with one card that names the doc. */
async function namingBoard(by: MadePerson, on: MadeProject) {
  const { id } = await makeBoard(app.deps.db, on, by)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, newBoardUpdate({ title: 'Work', columns: ['To do'] }))
  const column = readBoard(doc).columns[0]?.id ?? ''
  const card = addCard(doc, { title: 'Read it', column, spot: 'end' }) ?? ''
  const attrs = { kind: 'doc', id: docId, label: 'The plan' }
  const words = [{ type: 'paragraph', content: [{ type: 'mention', attrs }] }]
  cardDescription(doc, card)?.insert(0, toYjs(words as never))
  await writeBoardSummary(app.deps.db, id, doc)
  return { id, doc, card, column }
}

const named = async (person: MadePerson, path: string) =>
  (await (await app.as(person)).get(`/api${path}`)).body

test('a doc tells which cards name it, as far as one may read their boards, until they do not', async () => {
  const { id, doc, card } = await namingBoard(lead, project)
  const other = await makeProject(app.deps.db, lead)
  const hidden = await namingBoard(lead, other)
  const path = `/docs/${docId}/naming-cards`
  expect(await named(viewer, path)).toEqual([
    { id: card, boardId: id, title: 'Read it', board: 'Work' },
  ])
  expect(await named(lead, path)).toHaveLength(2)
  expect((await (await app.as(outsider)).get(`/api${path}`)).status).toBe(404)
  archiveCard(doc, card)
  expect(await writeBoardSummary(app.deps.db, id, doc)).toBe(true)
  expect(await writeBoardSummary(app.deps.db, id, doc)).toBe(false)
  expect(await named(viewer, path)).toEqual([])
  await app.deps.db.delete(cardLinks).where(eq(cardLinks.boardId, hidden.id))
})

test('a card tells which cards name it, in an item of a checklist too', async () => {
  const { id, doc, card, column } = await namingBoard(lead, project)
  const second = addCard(doc, { title: 'Second', column, spot: 'end' }) ?? ''
  const list = addChecklist(doc, second, 'List') ?? ''
  const text = `See http://atelier.example/boards/${id}?card=${card} first`
  addChecklistItem(doc, second, list, { text })
  await writeBoardSummary(app.deps.db, id, doc)
  expect(await named(viewer, `/boards/${id}/cards/${card}/naming-cards`)).toMatchObject([
    { id: second, title: 'Second' },
  ])
})

test('what was lost of it is written anew', async () => {
  const { db } = app.deps
  const attrs = { kind: 'doc', id: docId, label: 'L' }
  const description = [{ type: 'paragraph', content: [{ type: 'mention', attrs }] }]
  const { id } = await makeBoard(db, project, lead, {
    columns: ['To do'],
    cards: [{ title: 'Kept', column: 'To do', description: description as never }],
  })
  await db.delete(cardLinks)
  await rebuildLists(db, () => {})
  expect(await db.select().from(cardLinks).where(eq(cardLinks.boardId, id))).toMatchObject([
    { toId: docId, toCard: '' },
  ])
})
