import { must } from '@atelier/shared/basics/must'
import { boardOf, newBoardUpdate } from '@atelier/shared/boards/new-board'
import { docOf } from '@atelier/shared/docs/new-doc'
import { importedBoardUpdate } from '@atelier/shared/exchange/new-imported-board'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { boardJob } from '../testing/make-board-job'
import { boardTable } from './board-table'
import { convert } from './convert'
import { exportedBoard } from './exported-board'
import type { Found } from './jobs'
import { pageWords } from './page-words'

const titles = [
  '=1+1',
  '+49 351',
  '-minus',
  '@at',
  "'=quoted",
  "''=twice",
  '＝wide',
  'a "b", c;\td',
]

const written = (language: 'en' | 'de') => {
  const update = newBoardUpdate({
    title: 'Work',
    columns: ['=Column', 'Done'],
    labels: [
      { name: 'a, b', colour: 'red' },
      { name: 'plain', colour: 'blue' },
    ],
    cards: titles.map((title, nth) => ({
      title,
      column: nth === 0 ? 'Done' : '=Column',
      labels: ['a, b', 'plain'],
      due: '2026-12-01',
      description: '- not a list\n\nsecond',
    })),
  })
  return boardTable(exportedBoard(docOf(update)), pageWords(language).table)
}

test('no cell of a table is one that a spreadsheet would run', () => {
  const { data } = Papa.parse<string[]>(written('en').replace(/^\ufeff/, ''))
  expect(data).toHaveLength(titles.length + 1)
  for (const cell of data.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
})

test.each(['en', 'de'] as const)(
  'a table in %s comes in again as it went out',
  async (language) => {
    const file = written(language)
    const found = (await convert({ ...boardJob({ file }), kind: 'read-board' })) as Found
    const board = boardOf(importedBoardUpdate(must(found.boards?.[0], 'board'), 'me'))
    expect(found.skipped).toEqual([])
    expect(board.labels.map(({ name }) => name)).toEqual(['a, b', 'plain'])
    expect(board.columns.map(({ name }) => name)).toEqual(['=Column', 'Done'])
    const shown = board.columns.flatMap(({ cards }) => cards.map(({ title }) => title))
    expect(shown.sort()).toEqual([...titles.slice(0, -1), 'a "b", c; d'].sort())
    for (const card of board.cards.values())
      expect(card).toMatchObject({ due: '2026-12-01', labels: board.labels.map(({ id }) => id) })
  },
)

test('nothing that somebody turned around turns what stands beside it in the table', async () => {
  const title = '\u202egnp.exe'
  const update = newBoardUpdate({
    title: 'Work',
    columns: ['To do'],
    cards: [{ title, column: 'To do' }],
  })
  const file = boardTable(exportedBoard(docOf(update)), pageWords('en').table)
  expect(file).toContain(`,${title}\u202c,To do,`)
})
