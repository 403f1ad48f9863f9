/** Whatever somebody sends as a board: nothing falls over, and what is good in it is kept. */
import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import { readRelations } from '@atelier/shared/boards/relations'
import { docOf } from '@atelier/shared/docs/new-doc'
import { mostIn } from '@atelier/shared/exchange/board-content'
import { importedBoardUpdate } from '@atelier/shared/exchange/new-imported-board'
import { Refusal } from '@atelier/shared/refusals'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evilZip } from '../../../testing/evil-zips'
import { boardJob } from '../../../testing/make-board-job'
import { convert } from '../../convert'
import type { Found } from '../../jobs'

async function read(file: string | Uint8Array, name = 'x.json') {
  const found = (await convert({ ...boardJob({ file, name }), kind: 'read-board' })) as Found
  await convert({ ...boardJob({ file, name }), kind: 'look-board' })
  const made = must(found.boards?.[0], 'board')
  const board = readBoard(docOf(importedBoardUpdate(made, 'me')))
  return { made, board, skipped: found.skipped }
}

async function refusal(file: string | Uint8Array): Promise<string | undefined> {
  const error = await read(file).catch((thrown: unknown) => thrown)
  return error instanceof Refusal ? error.details.fields?.[0]?.problem : String(error)
}

test.each([
  ['nothing', '', 'required'],
  ['spaces', ' \n\n ', 'required'],
  ['half of JSON', '{"lists":[', 'broken-json'],
  ['JSON deeper than anybody goes', `${'['.repeat(200_000)}`, 'broken-json'],
  ['a list', '[1,2]', 'unknown-board'],
  ['JSON of something else', '{"a":1}', 'unknown-board'],
  ['null bytes', new Uint8Array(100), 'encoding'],
  ['the beginning of a zip', new Uint8Array([0x50, 0x4b, 3, 4]), 'no-zip'],
  ['a zip of something else', evilZip([{ name: 'a.txt', content: 'a' }]), 'zip'],
  ['a zip of two boards', evilZip(['a.json', 'b.csv'].map((name) => ({ name }))), 'zip'],
  ['a heading alone', 'Title,Status\n', 'no-rows'],
  ['a thousand columns', `${'a,'.repeat(1000)}\n${'b,'.repeat(1000)}`, 'too-many-columns'],
])('%s is refused with its reason', async (_, file, problem) => {
  expect(await refusal(file)).toBe(problem)
})

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    ...[
      null,
      undefined,
      true,
      -1,

      '',
      '__proto__',
      'constructor',
      'now',
      'c',
      'x'.repeat(400),
    ],
    ...['<img src=x onerror=alert(1)>', '\u202eevil\u202c', '\u0000', '99999-01-01', '=1+1'],
    ...['2026-01-01T10:00:00.000Z', [], {}, [[[]]], { id: 'c' }, [{ id: 'c', name: 5 }, null, 7]],
  ),
  fc.jsonValue({ maxDepth: 2 }),
)
const part = (keys: readonly string[]) =>
  fc.record(Object.fromEntries(keys.map((key) => [key, odd])), { requiredKeys: [] })

test('of a Trello board in which anything stands anywhere, the good card is kept', async () => {
  const cards = part([
    ...['id', 'name', 'desc', 'idList', 'pos', 'due', 'start', 'closed', 'idMembers', 'idLabels'],
    ...['attachments', 'cover', 'customFieldItems', 'dateLastActivity', 'isTemplate', '__proto__'],
  ])
  const whole = fc.record({
    name: odd,
    lists: fc.array(part(['id', 'name', 'pos', 'closed', 'softLimit'])),
    cards: fc.array(cards),
    labels: fc.oneof(odd, fc.array(part(['id', 'name', 'color']))),
    members: fc.oneof(odd, fc.array(part(['id', 'fullName', 'username', 'email']))),
    checklists: fc.oneof(odd, fc.array(part(['id', 'idCard', 'name', 'pos', 'checkItems']))),
    actions: fc.oneof(odd, fc.array(part(['type', 'date', 'data', 'memberCreator']))),
    customFields: odd,
  })
  const check = fc.asyncProperty(whole, async ({ lists, cards: others, ...more }) => {
    const json = {
      ...more,
      lists: [...lists, { id: 'good list', name: 'Now', pos: 1 }],
      cards: [...others, { id: 'good card', name: 'Good', idList: 'good list', pos: 1 }],
    }
    const { board } = await read(JSON.stringify(json))
    const now = board.columns.find(({ name }) => name === 'Now')
    expect(now?.cards.map(({ title }) => title)).toContain('Good')
    expect(board.cards.size).toBe(json.cards.length)
  })
  await fc.assert(check, { seed: 927, numRuns: 150 })
})

test('of a WeKan board in which anything stands anywhere, the good card is kept', async () => {
  const cards = part([
    ...['_id', 'title', 'description', 'listId', 'swimlaneId', 'sort', 'dueAt', 'startAt', 'vote'],
    ...['archived', 'members', 'assignees', 'labelIds', 'customFields', 'coverId', 'parentId'],
    ...['color', 'type', 'spentTime', 'requestedBy', 'receivedAt', 'createdAt', '__proto__'],
  ])
  const list = part(['_id', 'title', 'sort', 'archived', 'wipLimit', 'swimlaneId'])
  const some = (keys: readonly string[]) => fc.oneof(odd, fc.array(part(keys)))
  const whole = fc.record({
    ...{ title: odd, lists: fc.array(list), cards: fc.array(cards), rules: odd },
    labels: some(['_id', 'name', 'color']),
    users: some(['_id', 'username', 'profile']),
    swimlanes: some(['_id', 'title', 'sort', 'archived', 'color']),
    checklists: some(['_id', 'cardId', 'title', 'sort', 'items']),
    checklistItems: some(['checklistId', 'title', 'sort', 'isFinished']),
    subtaskItems: some(['_id', 'parentId', 'title', 'archived']),
    comments: some(['cardId', 'userId', 'text', 'createdAt']),
    attachments: some(['_id', 'cardId', 'name', 'type', 'file', 'url']),
    customFields: some(['_id', 'name', 'type', 'settings']),
  })
  const check = fc.asyncProperty(whole, async ({ lists, cards: others, ...more }) => {
    const json = {
      ...{ _format: 'wekan-board-1.0.0', ...more },
      lists: [...lists, { _id: 'good list', title: 'Now here', sort: 1 }],
      cards: [...others, { _id: 'good card', title: 'Good', listId: 'good list', sort: 1 }],
    }
    const { board } = await read(JSON.stringify(json))
    const now = board.columns.find(({ name }) => name === 'Now here')
    expect(now?.cards.map(({ title }) => title)).toContain('Good')
    expect(board.cards.size).toBe(json.cards.length)
  })
  await fc.assert(check, { seed: 927, numRuns: 150 })
})

test('a table of any cells at all is a board, or refused', async () => {
  const cell = fc.oneof(
    fc.constantFrom('"', '""', '"a', "'=1", '\t', '=cmd|x', '\u202e', '31.12.99999', '[x] a', '['),
    fc.string({ maxLength: 8 }),
  )
  const check = fc.asyncProperty(
    fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 8 }),
    fc.constantFrom(',', ';', '\t'),
    async (rows, separator) => {
      const text = rows.map((row) => row.join(separator)).join('\n')
      const problem = await refusal(`Title${separator}Due\nGood${separator}\n${text}`)
      expect(problem).toMatch(/^\[object Object\]$/)
    },
  )
  await fc.assert(check, { seed: 927, numRuns: 200 })
})

test('of more than there may be, the first are kept and the rest is counted', async () => {
  const rows = Array.from(
    { length: mostIn.cards + 500 },
    (_, nth) => `card ${nth},label ${nth % (mostIn.labels + 700)}`,
  )
  const { made, board, skipped } = await read(`Title,Labels\n${rows.join('\n')}`, 'x.csv')
  expect(board.cards.size).toBe(mostIn.cards)
  expect(board.labels).toHaveLength(mostIn.labels)
  expect(skipped.slice(0, 2)).toEqual([
    { name: 'x: +700', why: 'too-many' },
    { name: 'x: +500', why: 'too-many' },
  ])
  // The label that the board has no room for is words of its card.
  const without = `card ${mostIn.labels}`
  expect(skipped[2]).toEqual({ name: without, why: 'facts-as-text' })
  const card = made.cards.find(({ title }) => title === without)
  expect(JSON.stringify(card?.description)).toMatch(/Labels:.*label 2000"/)
}, 60_000)

test('a thousand labels come in, all on one card, and again from our own file', async () => {
  const labels = Array.from({ length: 1000 }, (_, nth) => ({ id: `l${nth}`, name: `Label ${nth}` }))
  const idLabels = labels.map(({ id }) => id)
  const lists = [{ id: 'a', name: 'A' }]
  const cards = [{ id: 'c', name: 'Card', idList: 'a', idLabels }]
  const ours = {
    title: 'Work',
    labels,
    columns: [{ ...lists[0], cards: [{ id: 'c', title: 'Card', labels: idLabels }] }],
  }
  for (const file of [{ name: 'Work', lists, cards, labels }, ours]) {
    const { board, skipped } = await read(JSON.stringify(file), 'x.json')
    expect(board.labels).toHaveLength(1000)
    expect([...board.cards.values()].map((card) => card.labels.length)).toEqual([1000])
    expect(skipped).toEqual([])
  }
})

test('chains of parts and circles of blocks come to an end, however long', async () => {
  const rows = Array.from({ length: 3000 }, (_, nth) => `${nth},c${nth},${nth + 1},${nth + 1}`)
  const last = '3000,c3000,0,0'
  const { board, skipped } = await read(
    ['ID,Title,Parent,Blocks', ...rows, last].join('\n'),
    'x.csv',
  )
  const { wholeOf, circles } = readRelations(board.cards)
  expect(wholeOf.size).toBe(3000)
  expect(circles).toHaveLength(1)
  expect(skipped.filter(({ why }) => why === 'circle')).toHaveLength(1)
}, 60_000)

test('names with markup or that turn around are words, as they were written', async () => {
  const name = '<b onclick=x>\u202egnp.exe</b>'
  const json = {
    name,
    lists: [{ id: 'a', name }],
    cards: [{ id: 'c', name, idList: 'a', desc: name }],
  }
  const { board } = await read(JSON.stringify(json))
  expect(board.columns[0]).toMatchObject({ name, cards: [{ title: name }] })
})
