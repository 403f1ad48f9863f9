import { randomUUID } from 'node:crypto'
import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import { cardDescription } from '@atelier/shared/boards/card-edits'
import { addOutcome } from '@atelier/shared/boards/fact-edits'
import type { Imported } from '@atelier/shared/exchange/exchange'
import {
  mostContributions,
  type OutcomeLevel,
  type Outcomes,
} from '@atelier/shared/outcomes/outcome'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { loadProject } from '../access/project-access-queries'
import {
  type MadePerson,
  type MadeProject,
  makeBoard,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'
import { partsOfCard } from './count-parts'
import type { Found } from './jobs'
import { settleOutcomes } from './settle-outcomes'

let app: TestApp
let lead: MadePerson
let writer: MadePerson
let project: MadeProject
let boardId: string

const wanted = [
  { id: randomUUID(), name: 'Welds alone', level: 'alone' as OutcomeLevel },
  { id: randomUUID(), name: 'Knows steels', level: 'knows' as OutcomeLevel },
]

beforeAll(async () => {
  app = await testApp()
  const workspace = await makeWorkspace(app.deps.db)
  lead = await makePerson(app.deps.db, workspace)
  writer = await makePerson(app.deps.db, workspace)
  project = await makeProject(app.deps.db, lead, { members: [[writer, 'contributor']] })
  const browser = await app.as(lead)
  for (const one of wanted)
    await browser.post(`/api/projects/${project.id}/outcomes`, { ...one, description: 'See it' })
  await browser.patch(`/api/projects/${project.id}/outcomes/${wanted[1]?.id}`, { archived: true })
  const cards = [{ title: 'Weld', column: 'To do' }]
  boardId = (await makeBoard(app.deps.db, project, lead, { cards })).id
  await app.deps.rooms.edit(`board:${boardId}`, (doc) => {
    const [card] = [...readBoard(doc).cards.keys()]
    for (const { id } of wanted) addOutcome(doc, must(card, 'card'), id)
  })
})
afterAll(() => app.stop())

const outcomesOf = async ({ id }: { id: string }) =>
  ((await (await app.as(lead)).get(`/api/projects/${id}/outcomes`)).body as Outcomes).outcomes

/** By name, those that the one card of a board contributes to. */
async function onCard(board: string, into: { id: string }) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await app.deps.rooms.read(`board:${board}`))
  const [card] = [...readBoard(doc).cards.values()]
  const names = new Map((await outcomesOf(into)).map(({ id, name }) => [id, name]))
  return must(card, 'card')
    .outcomes.map((id) => names.get(id))
    .sort()
}

const out = async (path: string) => (await (await app.as(lead)).fetch(`/api/${path}`)).arrayBuffer()

async function bring(who: MadePerson, path: string, body: BodyInit) {
  const response = await (await app.as(who)).fetch(`/api/projects/${path}`, {
    method: 'POST',
    body,
  })
  expect(response.status).toBe(201)
  const imported = (await response.json()) as Imported
  return { imported, board: must(imported.boards[0], 'board').id }
}

const plain = (all: Outcomes['outcomes']) => all.map(({ id: _, ...one }) => one)
const names = wanted.map(({ name }) => name).sort()

test('outcomes go along in a project’s zip and come in as they were, under ids of their own', async () => {
  const bytes = await out(`projects/${project.id}/export`)
  const next = await makeProject(app.deps.db, lead)
  const { imported, board } = await bring(lead, `${next.id}/import?name=x.zip`, bytes)
  expect(imported.skipped.map(({ why }) => why)).toEqual(['board-past'])
  const before = await outcomesOf(project)
  const after = await outcomesOf(next)
  expect(plain(after)).toEqual(plain(before))
  expect(after.map(({ id }) => before.some((one) => one.id === id))).toEqual([false, false])
  expect(await onCard(board, next)).toEqual(names)
  const again = await bring(lead, `${next.id}/import?name=x.zip`, bytes)
  expect(await outcomesOf(next)).toEqual(after)
  expect(await onCard(again.board, next)).toEqual(names)
})

test('a board’s JSON names outcomes: here they are the same, elsewhere those of the name, or left out', async () => {
  const json = `{}\n${new TextDecoder().decode(await out(`boards/${boardId}/export?format=json`))}`
  const path = ({ id }: { id: string }) => `${id}/boards/import?name=b.json`
  const here = await bring(writer, path(project), json)
  expect(await onCard(here.board, project)).toEqual(names)
  const next = await makeProject(app.deps.db, lead)
  const own = { id: randomUUID(), name: ' welds ALONE', level: 'guided' }
  await (await app.as(lead)).post(`/api/projects/${next.id}/outcomes`, own)
  const there = await bring(lead, path(next), json)
  expect(await onCard(there.board, next)).toEqual(['welds ALONE'])
  expect(there.imported.skipped.map(({ why }) => why)).toContain('no-such-outcome')
})

test('a table names outcomes: those of the project come in again, the others stay in the card’s words', async () => {
  const csv = `{}\n${new TextDecoder().decode(await out(`boards/${boardId}/export?format=csv`))}`
  const path = ({ id }: { id: string }) => `${id}/boards/import?name=b.csv`
  const here = await bring(writer, path(project), csv)
  expect(here.imported.skipped.map(({ why }) => why)).not.toContain('facts-as-text')
  expect(await onCard(here.board, project)).toEqual(names)
  const next = await makeProject(app.deps.db, lead)
  const own = { id: randomUUID(), name: ' welds ALONE', level: 'guided' }
  await (await app.as(lead)).post(`/api/projects/${next.id}/outcomes`, own)
  const there = await bring(lead, path(next), csv)
  expect(await onCard(there.board, next)).toEqual(['welds ALONE'])
  expect(there.imported.skipped).toContainEqual({ name: 'Weld', why: 'facts-as-text' })
  const words = await app.deps.rooms.look(`board:${there.board}`, (doc) =>
    [...readBoard(doc).cards.keys()].map((id) => cardDescription(doc, id)?.toString()),
  )
  expect(words.join()).toContain('Knows steels')
})

test('an outcome that many cards name is looked for once, also one that is not here', async () => {
  let looked = 0
  const unknown = {
    id: randomUUID(),
    get name() {
      looked++
      return 'Nobody knows'
    },
  }
  const cards = Array.from({ length: 1000 }, () => ({ outcomes: [unknown] }))
  const found = { boards: [{ cards }] } as unknown as Found
  const actor = { personId: lead.id, workspaceId: lead.workspaceId, role: lead.role }
  const into = await loadProject(app.deps.db, actor, project.id)
  const settled = await settleOutcomes(app.deps.db, actor, into, found)
  expect(settled).toMatchObject({ added: [], isAnyMissing: true })
  expect(looked).toBe(1)
})

test('of more outcomes than a card may name the first come in, and each counts as a part', async () => {
  const many = Array.from({ length: mostContributions + 1 }, () => ({ id: randomUUID(), name: '' }))
  const card = {
    id: 'a',
    title: 'Many',
    outcomes: [{ ...wanted[0], name: 'x'.repeat(121) }, ...many],
  }
  const board = { title: 'Work', columns: [{ id: 'c', name: 'C', cards: [card] }] }
  const { imported, board: id } = await bring(
    ...([lead, `${project.id}/boards/import?name=b.json`, `{}\n${JSON.stringify(board)}`] as const),
  )
  expect(imported.skipped).toContainEqual({ name: 'Work: Many', why: 'damaged' })
  expect(await onCard(id, project)).toEqual(['Welds alone'])
  const bare = { labels: [], assignees: [], attachments: [], blocks: [], asked: [], learned: [] }
  const counted = { ...bare, goals: [], checklists: [], description: null, outcomes: many }
  expect(partsOfCard(counted as never)).toBe(1 + many.length)
})
