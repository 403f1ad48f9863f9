import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import { cardDescription, renameCard } from '@atelier/shared/boards/card-edits'
import { readFragment } from '@atelier/shared/docs/read-body'
import type { BoardLook } from '@atelier/shared/exchange/board-import'
import type { Imported } from '@atelier/shared/exchange/exchange'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
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

let app: TestApp
let lead: MadePerson
let writer: MadePerson
let viewer: MadePerson
let stranger: MadePerson
let project: MadeProject

beforeAll(async () => {
  app = await testApp()
  const workspace = await makeWorkspace(app.deps.db)
  lead = await makePerson(app.deps.db, workspace, { name: 'Lea Lead' })
  writer = await makePerson(app.deps.db, workspace, { name: 'Wim Writer' })
  viewer = await makePerson(app.deps.db, workspace, { name: 'Vera Viewer' })
  stranger = await makePerson(app.deps.db, workspace, { name: 'Sara Stranger' })
  project = await makeProject(app.deps.db, lead, {
    members: [
      [writer, 'contributor'],
      [viewer, 'viewer'],
    ],
  })
})
afterAll(() => app.stop())

async function send(
  person: MadePerson,
  what: 'look' | 'import',
  file: string,
  { plan = {}, name = 'plan.csv', into = project }: Record<string, unknown> = {},
) {
  const path = `/api/projects/${(into as MadeProject).id}/boards/${what}?name=${name}`
  const body = `${JSON.stringify(plan)}\n${file}`
  const response = await (await app.as(person)).fetch(path, { method: 'POST', body })
  return { status: response.status, body: await response.json() }
}
const look = async (...sent: [MadePerson, string, Record<string, unknown>?]) =>
  (await send(sent[0], 'look', sent[1], sent[2])).body as BoardLook

async function brought(person: MadePerson, file: string, more?: Record<string, unknown>) {
  const { status, body } = await send(person, 'import', file, more)
  expect([status, body.error]).toEqual([201, undefined])
  const imported = body as Imported
  const { id } = must(imported.boards[0], 'board')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await app.deps.rooms.read(`board:${id}`))
  const board = readBoard(doc)
  const called = (title: string) =>
    must(
      [...board.cards.values()].find((card) => card.title === title),
      title,
    )
  const words = (title: string) =>
    JSON.stringify(readFragment(must(cardDescription(doc, called(title).id), 'text')))
  return { id, imported, board, called, words }
}

const table = [
  'Titel;Status;Zugewiesen an;Fällig am;Schlagworte',
  'Öl bestellen;Offen;Wim Writer;3.12.2026;Einkauf, Eilig',
  '"Zwei\nZeilen";Erledigt;Otto Ohnehier;31.2.2026;',
].join('\r\n')

test('files that came with a WeKan board are its files here, and go with it when it is undone', async () => {
  const json = {
    ...{ _format: 'wekan-board-1.0.0', title: 'Milling line' },
    lists: [{ _id: 'l', title: 'Now' }],
    cards: [{ _id: 'c', title: 'Measure', listId: 'l', coverId: 'a' }],
    attachments: [
      { _id: 'a', cardId: 'c', name: 'spindle.png', file: makePng(3, 2).toString('base64') },
    ],
  }
  const { id, imported, called } = await brought(writer, JSON.stringify(json))
  const [file] = called('Measure').attachments
  expect(file).toMatchObject({ name: 'spindle.png', mime: 'image/png' })
  expect(called('Measure').cover).toEqual({ file: file?.id })
  expect(imported.files).toBe(1)
  const browser = await app.as(viewer)
  expect((await browser.fetch(`/api/files/${file?.id}`)).status).toBe(200)
  const own = await app.as(writer)
  expect((await own.delete(`/api/boards/${id}/import`)).status).toBe(204)
  expect((await browser.fetch(`/api/files/${file?.id}`)).status).toBe(404)
})

test('before anything is stored it is shown what is in a file, and who is who', async () => {
  const found = await look(writer, table)
  expect(found).toMatchObject({
    source: 'csv',
    title: 'plan',
    cards: 2,
    columns: ['Offen', 'Erledigt'],
  })
  expect(found.people).toEqual([
    { key: 'wim writer', name: 'Wim Writer', cards: 1, comments: 0, person: writer.id },
    { key: 'otto ohnehier', name: 'Otto Ohnehier', cards: 1, comments: 0, person: null },
  ])
  expect(found.table).toMatchObject({ separator: ';', dates: 'dmy' })
  expect(found.table?.columns.map(({ field }) => field)).toEqual([
    ...['title', 'column', 'assignees', 'due', 'labels'],
  ])
  const rows = await app.deps.db.execute(sql`select id from boards`)
  expect(rows.rows).toEqual([])
})

test('a table becomes a board, with what could not be read in the description', async () => {
  const { board, called, words, imported } = await brought(writer, table)
  expect(board.columns.map(({ name, done }) => [name, done])).toEqual([
    ['Offen', false],
    ['Erledigt', true],
  ])
  const oil = called('Öl bestellen')
  expect(oil).toMatchObject({ assignees: [writer.id], due: '2026-12-03', createdBy: writer.id })
  const labels = new Map(board.labels.map(({ id, name }) => [id, name]))
  expect(oil.labels.map((id) => labels.get(id))).toEqual(['Einkauf', 'Eilig'])
  expect(called('Zwei Zeilen')).toMatchObject({ assignees: [], due: null })
  expect(words('Zwei Zeilen')).toMatch(/Otto Ohnehier.*31\.2\.2026/)
  expect(imported.skipped.map(({ why }) => why).sort()).toEqual([
    ...['bad-date', 'facts-as-text', 'people-as-text'],
  ])
})

test('whoever brings it says what each column is, and who is who', async () => {
  const plan = {
    fields: ['description', 'none', 'assignees', 'start', 'title'],
    people: [{ key: 'otto ohnehier', person: lead.id }],
  }
  const { board } = await brought(lead, table.replaceAll('Einkauf, Eilig', 'Öl'), { plan })
  const oil = [...board.cards.values()].find(({ title }) => title === 'Öl')
  expect(oil).toMatchObject({ start: '2026-12-03', due: null, labels: [] })
  expect([...board.cards.values()].flatMap(({ assignees }) => assignees).sort()).toEqual(
    [lead.id, writer.id].sort(),
  )
  expect(board.columns.map(({ name }) => name)).toEqual(['To do', 'In progress', 'Done'])
})

test('nobody outside the project is given cards, whatever is wished', async () => {
  const plan = { people: [{ key: 'otto ohnehier', person: stranger.id }] }
  const { called } = await brought(lead, table, { plan })
  expect(called('Zwei Zeilen').assignees).toEqual([])
})

test('only who may make boards brings one in, and only readers take one out', async () => {
  expect((await send(viewer, 'import', table)).status).toBe(403)
  expect((await send(viewer, 'look', table)).status).toBe(403)
  expect((await send(stranger, 'look', table)).status).toBe(404)
  const { id } = await brought(writer, table)
  const out = async (person: MadePerson, format: string) =>
    (await (await app.as(person)).fetch(`/api/boards/${id}/export?format=${format}`)).status
  expect(await out(viewer, 'csv')).toBe(200)
  expect(await out(stranger, 'csv')).toBe(404)
  expect(await out(viewer, 'exe')).toBe(400)
})

async function undo(person: MadePerson, id: string) {
  const response = await (await app.as(person)).fetch(`/api/boards/${id}/import`, {
    method: 'DELETE',
  })
  return response.status
}
const mayUndo = async (person: MadePerson, id: string) =>
  (await (await app.as(person)).get(`/api/boards/${id}/import`)).body.mayUndo

test('what came in goes again as one, with every row that speaks of it', async () => {
  const { id } = await brought(writer, table)
  await app.deps.rooms.edit(`board:${id}`, (doc) => {
    for (const card of readBoard(doc).cards.keys()) renameCard(doc, card, 'Renamed')
  })
  expect(await mayUndo(writer, id)).toBe(true)
  expect(await undo(writer, id)).toBe(204)
  expect((await (await app.as(lead)).get(`/api/boards/${id}`)).status).toBe(404)
  const { rows } = await app.deps.db.execute<{ name: string }>(sql`
    select table_name as name, column_name as key from information_schema.columns
    where column_name in ('board_id', 'room_id') and table_schema = 'public'`)
  for (const { name, key } of rows as { name: string; key: string }[]) {
    const left = await app.deps.db.execute(
      sql`select 1 from ${sql.identifier(name)} where ${sql.identifier(key)} = ${id}`,
    )
    expect([name, left.rows.length]).toEqual([name, 0])
  }
})

test('nobody takes away what others made or wrote on', async () => {
  const { id } = await brought(writer, table)
  expect(await mayUndo(lead, id)).toBe(false)
  expect(await undo(lead, id)).toBe(409)
  expect(await undo(viewer, id)).toBe(403)
  expect(await undo(stranger, id)).toBe(404)
  await app.deps.db.execute(sql`
    insert into room_updates (room_id, bytes, person_id)
    values (${id}, '\\x0000'::bytea, ${lead.id})`)
  expect(await mayUndo(writer, id)).toBe(false)
  expect(await undo(writer, id)).toBe(409)
  const made = await makeBoard(app.deps.db, project, writer, { title: 'Own', columns: ['A'] })
  expect(await undo(writer, made.id)).toBe(409)
  const { id: discussed, board } = await brought(writer, table)
  const card = [...board.cards.keys()][0] ?? ''
  const path = `/api/boards/${discussed}/cards/${card}/comments`
  const words = { id: crypto.randomUUID(), body: [{ text: 'Mine' }] }
  expect((await (await app.as(lead)).post(path, words)).status).toBe(201)
  expect(await undo(writer, discussed)).toBe(409)
})

test('a board comes in again from its own table and its own JSON', async () => {
  const first = await brought(lead, table)
  const out = async (format: string) =>
    (await (await app.as(lead)).fetch(`/api/boards/${first.id}/export?format=${format}`)).text()
  for (const format of ['csv', 'json']) {
    const file = await out(format)
    const again = await brought(lead, file, { name: `plan.${format}` })
    expect(again.board.columns.map(({ name, cards }) => [name, cards.length])).toEqual([
      ['Offen', 1],
      ['Erledigt', 1],
    ])
    const oil = again.called('Öl bestellen')
    expect(oil).toMatchObject({ assignees: [writer.id], due: '2026-12-03' })
    expect(again.words('Zwei Zeilen')).toMatch(/Otto Ohnehier/)
    expect(oil.labels).toHaveLength(2)
  }
})
