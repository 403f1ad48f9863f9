import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readBoard } from './board'
import { boardOf, newBoardUpdate } from './new-board'
import { layout } from './two-boards'

const open = (update: Uint8Array) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc
}

test('S13: a new board is one update with everything in it', () => {
  const doc = open(
    newBoardUpdate({
      title: 'Fräsanlage',
      columns: ['Ideen', 'In Arbeit'],
      labels: [{ name: 'Qualität', colour: 'teal' }],
      cards: [
        { title: 'Messen', column: 'In Arbeit', labels: ['Qualität'], due: '2026-12-01' },
        { title: 'Fragen', column: 'Ideen', description: 'Wen?\n\nWann?', assignee: 'ana' },
        { title: 'Früher', column: 'Ideen', archived: true },
      ],
    }),
  )
  const board = readBoard(doc)
  expect(board.title).toBe('Fräsanlage')
  expect(layout(board)).toEqual({ Ideen: ['Fragen'], 'In Arbeit': ['Messen'] })
  expect(board.columns[1]?.cards[0]).toMatchObject({
    due: '2026-12-01',
    labels: [board.labels[0]?.id],
  })
  expect(board.columns[0]?.cards[0]).toMatchObject({ assignees: ['ana'], hasDescription: true })
  expect(board.archive.map((card) => card.title)).toEqual(['Früher'])
})

test('rich descriptions keep their nodes and marks', () => {
  const doc = open(
    newBoardUpdate({
      title: 'x',
      columns: ['A'],
      cards: [
        {
          title: 'card',
          column: 'A',
          description: [
            {
              type: 'heading',
              attrs: { level: 2, id: null },
              content: [
                { type: 'text', text: 'Scrap ' },
                { type: 'text', text: 'rate', marks: [{ type: 'bold' }] },
              ],
            },
          ],
        },
      ],
    }),
  )
  const [card] = doc.getMap<Y.Map<unknown>>('cards').values()
  const description = card?.get('description') as Y.XmlFragment
  expect(description.toString()).toBe('<heading level="2">Scrap <bold>rate</bold></heading>')
})

test('a card in a column the board lacks is refused', () => {
  expect(() =>
    newBoardUpdate({ title: 'x', columns: ['A'], cards: [{ title: 'card', column: 'B' }] }),
  ).toThrow('invalid')
})

test('the columns named so are those in which cards are finished', () => {
  const { columns } = boardOf(
    newBoardUpdate({ title: 'x', columns: ['To do', 'Done'], done: ['Done'] }),
  )
  expect(columns.map(({ name, done }) => [name, done])).toEqual([
    ['To do', false],
    ['Done', true],
  ])
})
