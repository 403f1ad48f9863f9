import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import { longest } from '@atelier/shared/boards/board-shape'
import { cardDescription } from '@atelier/shared/boards/card-edits'
import { newBoardUpdate } from '@atelier/shared/boards/new-board'
import { docBody } from '@atelier/shared/docs/doc'
import { docOf } from '@atelier/shared/docs/new-doc'
import { writeHostile } from '@atelier/shared/docs/testing-hostile-edits'
import { type BoardContent, mostBoardBytes, mostIn } from '@atelier/shared/exchange/board-content'
import { shownSkips } from '@atelier/shared/exchange/exchange'
import { importedBoardUpdate } from '@atelier/shared/exchange/new-imported-board'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { makeWriteJob } from '../testing/make-write-job'
import { boardText } from './board-text'
import { convert } from './convert'
import { exportedBoard } from './exported-board'
import { pageWords } from './page-words'
import { readProject } from './reading/read-project'

const encoder = new TextEncoder()

type Entry = { id: string; title: string; path: string; content: string }

const entryFor = (nth: number): Entry => ({
  id: `aaaaaaaa-1111-4111-8111-${String(nth).padStart(12, '0')}`,
  title: '',
  path: `boards/${nth}.md`,
  content: `boards/${nth}.json`,
})

const entriesFor = (count: number) => Array.from({ length: count }, (_, nth) => entryFor(nth))

/** A zip of so many boards, all of which say the same, each in a file of its own. */
function packOf(content: unknown, boards = entriesFor(1), docs: unknown[] = []) {
  const index = { atelier: 1, project: { title: '', challenge: '' }, docs, files: [] }
  const files = {
    'atelier.json': { ...index, boards, people: {}, leftOut: 0 },
    ...Object.fromEntries(boards.map((entry) => [entry.content, content])),
  }
  const bytes = (json: unknown) => encoder.encode(JSON.stringify(json))
  return {
    files: new Map(
      Object.entries(files).map(([name, json]) => [name.normalize('NFC'), bytes(json)]),
    ),
    skipped: [],
  }
}

/** Out as it lies in a zip, and in again as a room of its own. */
function outAndIn(content: BoardContent) {
  const found = readProject(packOf(content))
  const board = must(found.boards?.[0], 'board')
  return { skipped: found.skipped, board: exportedBoard(docOf(importedBoardUpdate(board, 'me'))) }
}

const sameFacts = [
  ...(['assignees', 'start', 'due', 'estimate', 'cover', 'description'] as const),
  ...(['goals', 'learned', 'asked'] as const),
]

/** All of it that is not an id, as long as a board shows it. */
function plain({ title, labels, columns, archive }: BoardContent) {
  const names = new Map(labels.map(({ id, name, colour }) => [id, `${name} ${colour}`]))
  const card = ({ title, labels, checklists, ...more }: (typeof archive)[number]) => ({
    ...{ title: title.slice(0, longest.cardTitle), lists: JSON.stringify(checklists).slice(0, 80) },
    ...Object.fromEntries(sameFacts.map((key) => [key, more[key]])),
    labels: labels.map((id) => names.get(id)),
  })
  return {
    title: title.slice(0, longest.boardTitle),
    labels: [...names.values()],
    columns: columns.map(({ name, cards }) => [
      name.slice(0, longest.columnName),
      cards.map((one) => card(one as never)),
    ]),
    archive: archive.map(({ title }) => title.slice(0, longest.cardTitle)).sort(),
  }
}

const words = fc.constantFrom(
  ...['', 'scrap', '__proto__', ' two\nlines ', '\u0000', 'x'.repeat(80), 'x'.repeat(10_001)],
  ...['+012026-01-01T00:00:00.000Z', '-000001-01-01T00:00:00Z', '2026-01-01T10:00:00+02:00'],
  ...['0000-01-01T00:00:00+14:00', '9999-12-31T23:59:59-10:00'],
)
const junk = fc.oneof(
  words.map((text) => () => text as unknown),
  fc.jsonValue({ maxDepth: 2 }).map((value) => () => value as unknown),
  fc.constantFrom<() => unknown>(
    () => new Y.Map([['a', true]]),
    () => new Y.Text('a title'),
    () => new Y.Text('y'.repeat(10_001)),
    () => new Y.XmlElement('paragraph'),
    () => new Y.XmlFragment(),
    () => new Uint8Array(3),
    () => ({ column: 'a', order: 'a0' }),
    () => ({ column: 'a', order: 'a0', at: '2026-11-26T10:00:00.000Z' }),
    () => ({ column: 'a', order: 'a0', at: '+012026-01-01T00:00:00.000Z' }),
    () => ({ column: 'gone', order: 'a1' }),
  ),
)
const keys = ['name', 'order', 'removed', 'title', 'description', 'place', 'assignee', 'labels']
const somebody = '11111111-1111-4111-8111-111111111111'
const more = [
  ...['start', 'estimate', 'cover', 'template', 'limit', 'done', 'partOf', 'duplicates'],
  ...['blocks:a', 'blocks:constructor', 'assignee:x', `assignee:${somebody}`, 'item:a', 'list:a'],
  ...[`goal:${somebody}`, `learned:${somebody}`, `helper:${somebody}:${somebody}`, 'helper::'],
  ...[`asked:${somebody}`, 'asked:x', `file:${somebody}`, 'file:x', 'constructor:x', '__proto__:'],
]
const entry = fc.record({
  root: fc.constantFrom('columns', 'cards', 'labels'),
  id: fc.constantFrom('__proto__', 'constructor', 'a', 'b', 'unplaced'),
  key: fc.constantFrom(...keys, ...more, 'due', 'archived', 'createdAt', 'colour'),
  value: junk,
})

it('whatever stands in a board’s room goes out, and comes in again as it was shown', async () => {
  const titles = fc.constantFrom('Work', 'x'.repeat(10_001))
  const check = fc.asyncProperty(
    titles,
    fc.array(entry, { maxLength: 30 }),
    async (title, entries) => {
      const doc = new Y.Doc()
      doc.getText('title').insert(0, title)
      for (const { root, id, key, value } of entries) {
        const map = doc.getMap<Y.Map<unknown>>(root)
        if (!map.has(id)) map.set(id, new Y.Map())
        map.get(id)?.set(key, value())
      }
      // A label without a name is none that anybody could have made.
      for (const label of doc.getMap<Y.Map<unknown>>('labels').values()) label.set('name', 'Urgent')
      const content = exportedBoard(doc)
      const body = boardText(content, pageWords('en').board)
      const markdown = (await convert(makeWriteJob({ title: content.title, body }))) as Uint8Array
      expect(markdown.length).toBeGreaterThan(10)
      const { board, skipped } = outAndIn(content)
      // Files named on cards do not lie beside this one.
      expect(skipped.filter(({ why }) => why !== 'missing')).toEqual([])
      expect(plain(board)).toEqual(plain(content))
    },
  )
  await fc.assert(check, { seed: 815, numRuns: 200 })
})

it('whatever stands in a card’s description goes out and comes in as a doc’s text does', () => {
  const hostile = new Y.Doc()
  writeHostile(hostile)
  const doc = docOf(
    newBoardUpdate({ title: 'Work', columns: ['A'], cards: [{ title: 'x', column: 'A' }] }),
  )
  const [card] = readBoard(doc).cards.keys()
  const blocks = docBody(hostile).toArray() as Y.XmlElement[]
  cardDescription(doc, card ?? '')?.insert(
    0,
    blocks.map((block) => block.clone()),
  )
  const content = exportedBoard(doc)
  const said = JSON.stringify(content)
  expect(said).toContain('the end')
  expect(said).not.toMatch(/"(href|src)":"(javascript|\/\/)|onclick/)
  const { board } = outAndIn(content)
  expect(board.columns[0]?.cards[0]?.title).toBe('x')
  expect(JSON.stringify(board)).toContain('the end')
})

it('many boards together hold no more cards than there may be of all', () => {
  const most = mostIn.cards
  const cards = Array.from({ length: most }, (_, nth) => ({ id: `${nth}`, title: 'x' }))
  const content = { title: 'Work', columns: [{ id: 'a', name: 'A', cards }] }
  const { boards = [], skipped } = readProject(packOf(content, entriesFor(6)))
  expect(boards.map((board) => board.cards.length)).toEqual([most, most, most, most, most, 0])
  expect(skipped).toEqual([{ name: `Work: +${most}`, why: 'too-many' }])
})

const oneCard = {
  title: 'Work',
  columns: [{ id: 'a', name: 'A', cards: [{ id: 'a', title: 'x' }] }],
}

it('a file that many entries of the list name is one board, and the others are said', () => {
  const spelled = ['boards/a\u0308.json', 'boards/\u00e4.json', 'boards/\u00e4.json']
  const entries = spelled.map((content, nth) => ({ ...entryFor(nth), content }))
  const { boards, skipped } = readProject(packOf(oneCard, entries))
  expect(boards).toHaveLength(1)
  expect(skipped).toEqual([
    { name: 'boards/1.md', why: 'duplicate' },
    { name: 'boards/2.md', why: 'duplicate' },
  ])
})

it('a doc that the list names many times is one', () => {
  const id = entryFor(0).id
  const doc = { id, parent: null, title: 'Plan', template: false, restricted: false }
  const pack = packOf(
    oneCard,
    [],
    [1, 2, 3].map((nth) => ({ ...doc, path: `${nth}.md` })),
  )
  pack.files.set(`atelier/${id}.json`, encoder.encode('{"title":"Plan","body":{},"threads":[]}'))
  const { docs, skipped } = readProject(pack)
  expect(docs).toHaveLength(1)
  expect(skipped.map(({ name, why }) => [name, why])).toEqual([
    ['2.md', 'duplicate'],
    ['3.md', 'duplicate'],
  ])
})

it('all boards together are read up to a size, and what is beyond it is said', () => {
  const pack = packOf(oneCard, entriesFor(3))
  const padding = ' '.repeat(mostBoardBytes - 2000)
  pack.files.set('boards/1.json', encoder.encode(padding + JSON.stringify(oneCard)))
  const large = ' '.repeat(4000) + JSON.stringify(oneCard)
  pack.files.set('boards/2.json', encoder.encode(large))
  const { boards, skipped } = readProject(pack)
  expect(boards).toHaveLength(2)
  expect(skipped).toEqual([{ name: 'boards/2.md', why: 'too-large' }])
})

it('a report of what is left out does not grow with what is spoiled', () => {
  const spoiled = Array.from({ length: mostIn.cards }, (_, nth) => ({ id: `${nth}`, title: nth }))
  const content = { title: 'Work', columns: [{ id: 'a', name: 'A', cards: spoiled }] }
  const { skipped } = readProject(packOf(content, entriesFor(2)))
  expect(skipped).toHaveLength(shownSkips)
})
