import { newDocUpdate } from '@atelier/shared/docs/new-doc'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { docLinks, docs } from '../db/doc-tables'
import {
  type MadePerson,
  type MadeProject,
  makeBoard,
  makeDoc,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { type Browser, type TestApp, testApp } from '../testing/test-app'
import { writeDocSummary } from './doc-summary'

let app: TestApp
let lead: MadePerson
let viewer: MadePerson
let outsider: MadePerson
let project: MadeProject
let board: { id: string }

beforeAll(async () => {
  app = await testApp()
  const { db } = app.deps
  const workspace = await makeWorkspace(db)
  lead = await makePerson(db, workspace)
  viewer = await makePerson(db, workspace)
  outsider = await makePerson(db, workspace)
  project = await makeProject(db, lead, { members: [[viewer, 'viewer']] })
  board = await makeBoard(db, project, lead)
})
afterAll(() => app.stop())

/** A doc whose room just became quiet with these embeds in it. */
async function docNaming(title: string, ...cards: (string | null)[]): Promise<string> {
  const { id } = await makeDoc(app.deps.db, project, lead, title)
  await name(id, title, ...cards)
  return id
}

const name = (id: string, title: string, ...cards: (string | null)[]) => {
  const doc = new Y.Doc()
  const content = cards.map((partId) => ({
    type: 'embed',
    attrs: { kind: partId === null ? 'board' : 'card', roomId: board.id, partId, label: 'L' },
  }))
  const body = { type: 'doc', content: content as never }
  Y.applyUpdate(doc, newDocUpdate({ title, body }))
  return writeDocSummary(app.deps.db, id, doc)
}

const told = async (browser: Browser, card: string) =>
  (await browser.get(`/api/boards/${board.id}/cards/${card}/mentions`)).body

test('a card tells which docs name it, and which name its board, as far as one may read them', async () => {
  const own = await docNaming('About the card', 'c1', null)
  const whole = await docNaming('About the board', null)
  await docNaming('About another card', 'c2')
  const secret = await docNaming('Secret', 'c1')
  await app.deps.db.update(docs).set({ restricted: true }).where(eq(docs.id, secret))
  const asViewer = await app.as(viewer)
  expect(await told(asViewer, 'c1')).toMatchObject([
    { id: own, title: 'About the card', names: 'card', project: { id: project.id } },
    { id: whole, title: 'About the board', names: 'board' },
  ])
  const asLead = await told(await app.as(lead), 'c1')
  expect(asLead.map((doc: { title: string }) => doc.title)).toContain('Secret')
  await app.deps.db.update(docs).set({ trashedAt: new Date() }).where(eq(docs.id, whole))
  expect(await told(asViewer, 'c1')).toHaveLength(1)
})

test('a doc that names it no longer is told no longer', async () => {
  const id = await docNaming('For a while', 'c3', 'c4')
  expect(await told(await app.as(viewer), 'c3')).toMatchObject([{ id, names: 'card' }, {}])
  expect(await name(id, 'For a while', 'c4')).toBe(true)
  expect(await name(id, 'For a while', 'c4')).toBe(false)
  const named = await app.deps.db.select().from(docLinks).where(eq(docLinks.fromId, id))
  expect(named).toEqual([{ fromId: id, toId: board.id, card: 'c4' }])
  expect(await told(await app.as(viewer), 'c3')).not.toContainEqual(expect.objectContaining({ id }))
})

test('who may not read the board is told nothing', async () => {
  const path = `/api/boards/${board.id}/cards/c1/mentions`
  expect((await (await app.as(outsider)).get(path)).status).toBe(404)
  const strange = `/api/boards/${board.id}/cards/${encodeURIComponent('a b')}/mentions`
  expect((await (await app.as(viewer)).get(strange)).status).toBe(404)
})
