import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import { docOf } from '@atelier/shared/docs/new-doc'
import type { BoardLook } from '@atelier/shared/exchange/board-import'
import { importedBoardUpdate } from '@atelier/shared/exchange/new-imported-board'
import { expect, test } from 'vitest'
import { evilZip } from '../../../testing/evil-zips'
import { boardJob } from '../../../testing/make-board-job'
import { convert } from '../../convert'
import type { Found } from '../../jobs'

const wim = { id: '11111111-1111-4111-8111-111111111111', name: 'Wim Writer', email: 'w@x.example' }
const picture = Buffer.from('what a picture is made of')
const noon = Date.UTC(2026, 11, 31, 12)

const option = (id: string, value: string, color = 'propColorDefault') => ({ id, value, color })
const properties = [
  {
    ...{ id: 'state', name: 'Status', type: 'select' },
    options: [option('done', 'Done'), option('now', 'Now'), option('later', 'Later')],
  },
  {
    id: 'kind',
    name: 'Kind',
    type: 'multiSelect',
    options: [option('k1', 'Safety', 'propColorRed')],
  },
  { id: 'prio', name: 'Priority', type: 'select', options: [option('p1', 'High')] },
  { id: 'who', name: 'Assignee', type: 'person', options: [] },
  { id: 'begun', name: 'Begun', type: 'date', options: [] },
  { id: 'due', name: 'Due date', type: 'date', options: [] },
  { id: 'points', name: 'Estimate', type: 'number', options: [] },
  { id: 'ok', name: 'Checked', type: 'checkbox', options: [] },
  { id: 'made', name: 'Created', type: 'createdTime', options: [] },
]

const at = { createAt: Date.UTC(2026, 0, 2), updateAt: 0, deleteAt: 0, boardId: 'b1' }
const block = (id: string, type: string, more: object) => ({
  type: 'block',
  data: { id, type, parentId: 'b1', title: '', fields: {}, ...at, ...more },
})
const lines = (records: readonly object[]) => records.map((one) => JSON.stringify(one)).join('\n')

const board = [
  {
    type: 'board',
    data: {
      ...{ id: 'b1', title: 'Milling line', icon: '🏭', description: 'What we *mill*' },
      ...{ isTemplate: false, cardProperties: properties, ...at },
    },
  },
  block('v1', 'view', { fields: { viewType: 'table' } }),
  block('v0', 'view', { fields: { viewType: 'board', groupById: 'prio' } }),
  block('v2', 'view', {
    fields: {
      ...{ viewType: 'board', groupById: 'state', cardOrder: ['c2', 'c1'] },
      visibleOptionIds: ['now', '', 'later'],
    },
  }),
  block('c1', 'card', {
    title: 'First',
    fields: {
      ...{ icon: '🔧', contentOrder: ['t1', ['x2', 'x1'], 'd1', 'h1', 'i1', 'a1', 'i2'] },
      properties: {
        ...{ state: 'now', kind: ['k1'], prio: 'p1', who: 'user1', points: '3', ok: 'true' },
        begun: JSON.stringify({ from: noon - 86_400_000 * 3 }),
        due: JSON.stringify({ from: noon - 86_400_000, to: noon }),
      },
    },
  }),
  block('c2', 'card', { title: 'Second', fields: { properties: { state: 'now', due: 'soon' } } }),
  block('c3', 'card', { title: 'Nowhere', fields: { properties: { state: 'gone' } } }),
  block('c4', 'card', { title: 'Form', fields: { isTemplate: true, properties: {} } }),
  block('c5', 'card', { title: 'Deleted', deleteAt: 5 }),
  block('t1', 'text', { parentId: 'c1', title: '**Hot** after the shift' }),
  block('h1', 'h2', { parentId: 'c1', title: 'Then' }),
  block('d1', 'divider', { parentId: 'c1' }),
  block('x1', 'checkbox', { parentId: 'c1', title: 'Sweep', fields: { value: false } }),
  block('x2', 'checkbox', { parentId: 'c1', title: 'Look up', fields: { value: true } }),
  block('i1', 'image', { parentId: 'c1', fields: { fileId: '7spindle.png' } }),
  block('i2', 'image', { parentId: 'c1', fields: { fileId: 'lost.png' } }),
  block('a1', 'attachment', {
    ...{ parentId: 'c1', title: 'notes.txt', fields: { fileId: '7notes.txt' } },
  }),
  block('m1', 'comment', {
    parentId: 'c1',
    title: 'Second said',
    createdBy: 'user2',
    createAt: 2e12,
  }),
  block('m0', 'comment', {
    parentId: 'c1',
    title: 'First said',
    createdBy: 'user1',
    createAt: 1e12,
  }),
]

const archive = (more: { name: string; content: string | Buffer }[] = []) =>
  evilZip([
    { name: 'version.json', content: '{"version":2,"date":1}' },
    { name: 'b1/board.jsonl', content: `${lines(board)}\n` },
    { name: 'b1/7spindle.png', content: picture },
    { name: 'b1/7notes.txt', content: 'notes' },
    ...more,
  ])

async function read(file: string | Uint8Array) {
  const plan = { zone: 'Pacific/Auckland', people: [{ key: 'user1', person: wim.id }] }
  const job = boardJob({ file, name: 'line.boardarchive', members: [wim], plan })
  const look = (await convert({ ...job, kind: 'look-board' })) as BoardLook
  const found = (await convert({ ...job, kind: 'read-board' })) as Found
  const made = must(found.boards?.[0], 'board')
  const shown = readBoard(docOf(importedBoardUpdate(made, wim.id)))
  const card = (title: string) =>
    must(
      [...shown.cards.values()].find((one) => one.title === title),
      title,
    )
  const text = (title: string) =>
    JSON.stringify(made.cards.find((one) => one.title === title)?.description ?? null)
  const told = found.skipped.map(({ name, why }) => `${name}: ${why}`)
  return { look, found, made, shown, card, text, told }
}

test('an archive of Focalboard is looked at first: its columns as the board showed them', async () => {
  const { look } = await read(archive())
  expect(look).toMatchObject({
    ...{ source: 'focalboard', title: '🏭 Milling line', table: null, comments: 2 },
    columns: ['No Status', 'Now', 'Later', 'Done'],
    people: [
      { key: 'user1', person: wim.id, cards: 1, comments: 1 },
      { key: 'user2', person: null },
    ],
  })
})

test('what is on a card comes along: in its place, in order, and as what it is', async () => {
  const { shown, card, text, made, found } = await read(archive())
  const lie = shown.columns.map(({ name, cards }) => [name, cards.map(({ title }) => title)])
  expect(lie).toEqual([
    ['No Status', ['About this board', 'Nowhere']],
    ['Now', ['Second', '🔧 First']],
    ['Later', []],
    ['Done', []],
  ])
  const first = card('🔧 First')
  expect(first).toMatchObject({
    ...{ start: '2026-12-30', due: '2026-12-31', estimate: 3, assignees: [wim.id] },
  })
  const items = first.checklists.map((list) => list.items.map(({ text, done }) => [text, done]))
  expect(items).toEqual([
    [
      ['Look up', true],
      ['Sweep', false],
    ],
  ])
  expect(shown.labels.map(({ name, colour }) => [name, colour])).toEqual([['Safety', 'red']])
  expect(first.labels).toHaveLength(1)
  expect(first.attachments.map(({ name }) => name).sort()).toEqual(['7spindle.png', 'notes.txt'])
  expect(found.files.map(({ bytes }) => Buffer.from(bytes).toString()).sort()).toEqual([
    'notes',
    String(picture),
  ])
  expect(text('🔧 First')).toMatch(
    /Hot.*"bold".*after the shift.*"horizontalRule".*"heading".*Then/,
  )
  expect(text('🔧 First')).toMatch(/Priority:.*High/)
  expect(text('🔧 First')).toMatch(/Checked:.*yes/)
  expect(text('🔧 First')).toMatch(/Begun:.*2026-12-28/)
  expect(text('🔧 First')).toContain('lost.png')
  expect(made.comments?.map(({ author, name, text: said }) => [author, name, said])).toEqual([
    [wim.id, 'user1', 'First said'],
    [null, 'user2', 'Second said'],
  ])
  expect(first.createdAt ?? '2026-01-02').toMatch(/^2026-01-02/)
  expect(shown.templates.map(({ title }) => title)).toEqual(['Form'])
  expect(JSON.stringify(made)).not.toContain('Deleted')
})

test('each loss is named', async () => {
  const other = lines([
    { type: 'board', data: { id: 'b2', title: 'Second board', cardProperties: [], ...at } },
  ])
  const { told } = await read(archive([{ name: 'b2/board.jsonl', content: other }]))
  expect(told).toEqual(
    expect.arrayContaining([
      ...['Second board: board-left', '🏭 Milling line: views-left', 'Second: bad-date'],
      ...['🏭 Milling line: board-as-card', '🔧 First: files-as-links'],
      ...['🔧 First: facts-as-text', '🏭 Milling line: comments-signed'],
    ]),
  )
})

test('an archive of its first version is lines alone, with the board as a block', async () => {
  const old = lines([
    { version: 1, date: 1 },
    {
      type: 'block',
      data: {
        ...{ id: 'r', rootId: 'r', parentId: '', type: 'board', title: 'Old', deleteAt: 0 },
        fields: { cardProperties: properties, icon: '' },
      },
    },
    {
      type: 'block',
      data: {
        ...{ id: 'c', rootId: 'r', parentId: 'r', type: 'card', title: 'Weld', deleteAt: 0 },
        fields: { properties: { state: 'later' } },
      },
    },
  ])
  const { shown, look } = await read(old)
  expect(look.source).toBe('focalboard')
  const lie = shown.columns.map(({ name, cards }) => [name, cards.length])
  // No view says otherwise: in the order of the choices.
  expect(lie).toEqual([
    ['Done', 0],
    ['Now', 0],
    ['Later', 1],
  ])
})

test('one that is broken costs nothing but what is broken', async () => {
  const hostile = [
    ...['{"type":"block"', '[]', 'null', '"x"', '{"type":"block","data":7}'],
    ...[
      {
        type: 'block',
        data: { id: 'p', type: 'card', boardId: 'b1', fields: { contentOrder: 7 } },
      },
      { type: 'block', data: { type: 'card', boardId: 'b1', createAt: 9e99, fields: [] } },
      block('q', 'card', { title: '<img src=x onerror=alert(1)>', fields: { properties: [] } }),
      block('s', 'card', { fields: { properties: { due: '{"from":"x"}', kind: [{}], who: {} } } }),
    ].map((one) => JSON.stringify(one)),
  ]
  const bytes = evilZip([
    { name: 'b1/board.jsonl', content: [lines(board), ...hostile].join('\n') },
    { name: '../../evil/board.jsonl', content: lines(board) },
  ])
  const { shown, told } = await read(bytes)
  expect([...shown.cards.values()].map(({ title }) => title)).toEqual(
    expect.arrayContaining(['🔧 First', '<img src=x onerror=alert(1)>']),
  )
  expect(told.some((one) => one.includes('evil'))).toBe(true)
})
