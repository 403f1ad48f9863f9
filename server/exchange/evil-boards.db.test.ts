import { randomUUID } from 'node:crypto'
import { readBoard } from '@atelier/shared/boards/board'
import { cardDescription } from '@atelier/shared/boards/card-edits'
import { readFragment } from '@atelier/shared/docs/read-body'
import { mostBoards, mostIn } from '@atelier/shared/exchange/board-content'
import { type Imported, shownSkips } from '@atelier/shared/exchange/exchange'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { makeProject, makeWorkspace } from '../testing/make'
import { type Browser, type TestApp, testApp } from '../testing/test-app'
import { zipOf } from './zip-out'

let app: TestApp
let browser: Browser
let projectId: string

beforeAll(async () => {
  app = await testApp()
  const { owner } = await makeWorkspace(app.deps.db)
  projectId = (await makeProject(app.deps.db, owner)).id
  browser = await app.as(owner)
})
afterAll(() => app.stop())

const entry = (name: string, more: object = {}) => ({
  id: randomUUID(),
  title: name,
  path: `boards/${name}.md`,
  content: `boards/${name}.json`,
  ...more,
})

/** `files`: JSON as it lies there, or what becomes it. */
async function bring(boards: unknown, files: Record<string, unknown>) {
  const index = { atelier: 1, project: { title: 'P', challenge: '' }, docs: [], files: [] }
  const manifest = { ...index, boards, people: {}, leftOut: 0 }
  const bytes = await zipOf(
    Object.entries({ 'atelier.json': manifest, ...files }).map(([name, content]) => ({
      name,
      bytes: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
    })),
  )
  const answer = await browser.fetch(`/api/projects/${projectId}/import?name=x.zip`, {
    method: 'POST',
    body: bytes as BodyInit,
  })
  return { status: answer.status, body: (await answer.json()) as Imported }
}

async function boardIn(id: string) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await app.deps.rooms.read(`board:${id}`))
  return { doc, board: readBoard(doc) }
}

const good = { id: 'good', title: 'Good card' }
const inColumn = (...cards: unknown[]) => ({
  title: 'Work',
  columns: [{ id: 'a', name: 'A', cards }],
})

test.each<[string, unknown]>([
  ['no object', 'null'],
  ['a list', '[]'],
  ['half of JSON', '{"title": "Wo'],
  ['lists in lists without end', `${'['.repeat(200_000)}`],
  ['without a title', { columns: [] }],
  ['with a title of a million letters', { title: 'x'.repeat(1_000_000), columns: [] }],
  ['with columns that are none', { title: 'Work', columns: { length: 3 } }],
  ['with cards as a number', { title: 'Work', columns: [], archive: 7 }],
  ['in no encoding', '\ud800'],
])('a board’s file %s is left out and said, and the others come in', async (_, content) => {
  const { status, body } = await bring([entry('Bad'), entry('Good')], {
    'boards/Bad.json': content,
    'boards/Good.json': inColumn(good),
  })
  expect(status).toBe(201)
  expect(body.boards.map(({ title }) => title)).toEqual(['Work'])
  expect(body.skipped).toContainEqual({ name: 'boards/Bad.md', why: 'damaged' })
})

test.each<[string, unknown[], string]>([
  ['no object', [null, 7, 'x', []], 'boards #1'],
  ['of a wrong id', [entry('Bad', { id: '../../x' })], 'boards #1'],
  ['of a path that is none', [entry('Bad', { content: 7 })], 'boards #1'],
  ['that is not there', [entry('Bad', { content: '../../../etc/passwd' })], 'boards/Bad.md'],
  ['named like what all objects have', [entry('Bad', { content: '__proto__' })], 'boards/Bad.md'],
])('an entry of the list that is %s is left out and said', async (_, entries, name) => {
  const { status, body } = await bring([...entries, entry('Good')], {
    'boards/Good.json': inColumn(good),
  })
  expect([status, body.boards.length]).toEqual([201, 1])
  expect(body.skipped).toContainEqual({ name, why: 'damaged' })
})

test('two boards of one id are one, and a list that is none is refused in words', async () => {
  const twice = entry('Good')
  const { body } = await bring([twice, { ...twice, path: 'again' }], {
    'boards/Good.json': inColumn(good),
  })
  expect(body.boards).toHaveLength(1)
  expect(body.skipped).toContainEqual({ name: 'again', why: 'duplicate' })
  expect((await bring({ 0: twice }, {})).status).toBe(400)
})

test.each<[string, unknown]>([
  ['no object', 7],
  ['null', null],
  ['of a title that is none', { id: 'x', title: { toString: 'x' } }],
  ['of a giant title', { id: 'x', title: 'x'.repeat(100_000) }],
  ['of a giant id', { id: 'x'.repeat(100_000), title: 'x' }],
  ['with labels that are none', { id: 'x', title: 'x', labels: { a: true } }],
  ['for somebody who is nobody', { id: 'x', title: 'x', assignee: 'Lea' }],
  ['for a query', { id: 'x', title: 'x', assignee: { id: "' or 1=1", name: '' } }],
  ['of the id of another', { id: 'good', title: 'x' }],
])('a card that is %s is left out and said, and the others come in', async (what, card) => {
  const { status, body } = await bring([entry('Work')], {
    'boards/Work.json': inColumn(good, card),
  })
  expect(status).toBe(201)
  const { board } = await boardIn(body.boards[0]?.id ?? '')
  expect(board.columns[0]?.cards.map(({ title }) => title)).toEqual(['Good card'])
  const why = what === 'of the id of another' ? 'duplicate' : 'damaged'
  expect(body.skipped).toContainEqual({ name: expect.stringMatching(/^Work: (#2|x+)$/), why })
})

test.each<[string, object, string | null]>([
  ['a day that is none', { due: '2026-13-40' }, null],
  ['a day that is a number', { due: 20261201 }, null],
  ['a time that is none', { createdAt: 'yesterday', due: '2026-12-01' }, '2026-12-01'],
  ['a time beyond all calendars', { createdAt: '+012026-01-01T00:00:00.000Z' }, null],
])('a card with %s comes in without it, and that is said', async (_, spoiled, due) => {
  const { body } = await bring([entry('Work')], {
    'boards/Work.json': inColumn(good, { id: 'x', title: 'Spoiled', ...spoiled }),
  })
  const { board } = await boardIn(body.boards[0]?.id ?? '')
  expect(board.columns[0]?.cards.map((card) => [card.title, card.due])).toEqual([
    ['Good card', null],
    ['Spoiled', due],
  ])
  expect(body.skipped).toContainEqual({ name: 'Work: Spoiled', why: 'damaged' })
})

test('a card of a time with an offset is whole', async () => {
  const time = { createdAt: '2026-11-26T10:00:00+02:00' }
  const { body } = await bring([entry('Work')], {
    'boards/Work.json': inColumn({ id: 'x', title: 'Whole', ...time }),
  })
  expect(body.skipped).toEqual([{ name: 'Work', why: 'board-past' }])
})

test('what is archived stays so, even where it is spoiled when that was', async () => {
  const archive = [{ id: 'x', title: 'Old', column: 'a', archivedAt: 'long ago' }]
  const { body } = await bring([entry('Work')], {
    'boards/Work.json': { ...inColumn(good), archive },
  })
  const { board } = await boardIn(body.boards[0]?.id ?? '')
  expect(board.archive.map(({ title }) => title)).toEqual(['Old'])
})

test.each<[string, object, string, string]>([
  ['of no name', { id: 'b', name: null }, '', 'Work: #2'],
  ['of a giant name', { id: 'b', name: 'x'.repeat(20_000) }, '', `Work: ${'x'.repeat(100)}`],
])('a column %s keeps its cards, and that is said', async (_, column, name, said) => {
  const spoiled = { ...column, cards: [{ id: 'kept', title: 'Kept card' }] }
  const { columns } = inColumn(good)
  const { body } = await bring([entry('Work')], {
    'boards/Work.json': { title: 'Work', columns: [...columns, spoiled] },
  })
  const { board } = await boardIn(body.boards[0]?.id ?? '')
  expect(board.columns.map((one) => [one.name, one.cards.map(({ title }) => title)])).toEqual([
    ['A', ['Good card']],
    [name, ['Kept card']],
  ])
  expect(body.skipped).toContainEqual({ name: said, why: 'damaged' })
})

test('a column without an id keeps its cards, and cards of two of one id are in the first', async () => {
  const column = (more: object, card: string) => ({
    ...{ name: 'B', ...more },
    cards: [{ id: card, title: card }],
  })
  const { body } = await bring([entry('Work')], {
    'boards/Work.json': {
      title: 'Work',
      columns: [column({ id: 'b' }, 'one'), column({}, 'two'), column({ id: 'b' }, 'three')],
    },
  })
  const { board } = await boardIn(body.boards[0]?.id ?? '')
  expect(board.columns.map(({ cards }) => cards.map(({ title }) => title))).toEqual([
    ['one', 'three'],
    ['two'],
  ])
  expect(body.skipped).toContainEqual({ name: 'Work: B', why: 'duplicate' })
})

test('of columns beyond all that may be it is said how many cards they had', async () => {
  const columns = Array.from({ length: mostIn.columns + 2 }, (_, nth) => ({
    ...{ id: `${nth}`, name: '' },
    cards: [1, 2, 3].map((card) => ({ id: `${nth} ${card}`, title: 'x' })),
  }))
  const { body } = await bring([entry('Work')], { 'boards/Work.json': { title: 'Work', columns } })
  const names = body.skipped.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['Work: +2', 'Work: +6']))
})

test('names that all objects have are names like any other, and nothing else', async () => {
  const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']
  const { body } = await bring([entry('Work')], {
    'boards/Work.json': JSON.stringify({
      title: '__proto__',
      labels: names.map((name) => ({ id: name, name, colour: name })),
      columns: names.map((name) => ({
        id: name,
        name,
        cards: [{ id: `${name}!`, title: name, labels: names, unknown: { deep: [] } }],
      })),
    }).replace('{"title"', '{"__proto__":{"polluted":1},"title"'),
  })
  const { board } = await boardIn(body.boards[0]?.id ?? '')
  expect(board.title).toBe('__proto__')
  expect(board.columns.map(({ name, cards }) => [name, cards[0]?.title])).toEqual(
    names.map((name) => [name, name]),
  )
  expect(board.columns[0]?.cards[0]?.labels).toHaveLength(names.length)
  expect(({} as { polluted?: number }).polluted).toBeUndefined()
})

test('a description that is none is tidied as a doc is: nothing in it runs, at any depth', async () => {
  let deep: object = { type: 'paragraph', content: [{ type: 'text', text: 'bottom' }] }
  for (let level = 0; level < 2000; level++) deep = { type: 'blockquote', content: [deep] }
  const link = { type: 'link', attrs: { href: 'javascript:alert(1)' } }
  const texts = [
    7,
    'words',
    { content: [{ type: 'paragraph', content: [{ type: 'text', text: 'press', marks: [link] }] }] },
    { content: [deep] },
    { content: [{ type: 'picture', attrs: { file: randomUUID() } }] },
    { content: [{ type: 'embed', attrs: { kind: 'card', roomId: {}, partId: '"><script>' } }] },
  ]
  const cards = texts.map((description, nth) => ({ id: `${nth}`, title: `${nth}`, description }))
  const { status, body } = await bring([entry('Work')], { 'boards/Work.json': inColumn(...cards) })
  expect(status).toBe(201)
  const { doc, board } = await boardIn(body.boards[0]?.id ?? '')
  const said = board.columns[0]?.cards.map(({ id }) => {
    const text = cardDescription(doc, id)
    return text ? JSON.stringify(readFragment(text)) : ''
  })
  expect(said).toHaveLength(6)
  expect(said?.join()).not.toMatch(/javascript|script>|"picture"|"embed"/)
  expect(said?.[2]).toContain('press')
  expect(said?.[3]).toContain('bottom')
})

test('more than there may be of anything is left out, and said', async () => {
  const many = (count: number) => Array.from({ length: count }, (_, nth) => nth)
  const boards = many(mostBoards + 2).map((nth) => entry(`${nth}`, { content: 'none' }))
  const tooMany = await bring(boards, {})
  expect(tooMany.body.skippedInAll).toBe(mostBoards + 1)

  const cards = many(mostIn.cards + 3).map((nth) => ({ id: `${nth}`, title: `Card ${nth}` }))
  const columns = many(mostIn.columns + 2).map((nth) => ({
    id: `${nth}`,
    name: '',
    cards: nth === 0 ? cards : [],
  }))
  const { body } = await bring([entry('Work')], { 'boards/Work.json': { title: 'Work', columns } })
  expect(body.skipped).toEqual([
    { name: 'Work: +2', why: 'too-many' },
    { name: 'Work: +3', why: 'too-many' },
    { name: 'Work', why: 'board-past' },
  ])
  const { board } = await boardIn(body.boards[0]?.id ?? '')
  expect([board.columns.length, board.cards.size]).toEqual([mostIn.columns, mostIn.cards])
})

test('of thousands that are left out the first are said, and how many there are', async () => {
  const names = ['A', 'B'].map((name) => entry(name))
  const spoiled = Array.from({ length: 9000 }, (_, nth) => ({ id: `${nth}`, title: nth }))
  const { body } = await bring(names, {
    'boards/A.json': { ...inColumn(...spoiled), title: 'A' },
    'boards/B.json': { ...inColumn(...spoiled), title: 'B' },
  })
  expect(body.skipped).toHaveLength(shownSkips)
  expect(body.skippedInAll).toBe(18_002)
})
