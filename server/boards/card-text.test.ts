import { readBoard } from '@atelier/shared/boards/board'
import { newBoardUpdate } from '@atelier/shared/boards/new-board'
import { sendCardsAway } from '@atelier/shared/boards/transfer-edits'
import { docOf } from '@atelier/shared/docs/new-doc'
import { expect, test } from 'vitest'
import { cardRowsOf } from './card-rows'
import { mostLetters } from './card-text'

const textOf = (card: object): string => {
  const seed = { title: '', columns: ['A'], cards: [{ title: 'One', column: 'A', ...card }] }
  const doc = docOf(newBoardUpdate(seed))
  return cardRowsOf(doc, readBoard(doc))[0]?.text ?? '-'
}

test('what is written on a card is a line for each paragraph, item and note', () => {
  expect(
    textOf({
      description: 'First.\n\nSecond.',
      checklist: { name: 'Steps', items: [{ text: 'Cut' }, { text: 'Weld' }] },
      goal: { person: 'p', text: 'To weld' },
      learned: { person: 'p', text: 'It bends' },
    }),
  ).toBe('First.\nSecond.\nSteps\nCut\nWeld\nTo weld\nIt bends')
  expect(textOf({})).toBe('')
})

test('of a very long text the beginning is kept, whole letters of it', () => {
  const text = textOf({ description: `x${'😀'.repeat(5000)}` })
  expect(text).toHaveLength(mostLetters - 1)
  expect(text).toMatch(/^x(😀)+$/u)
})

test('what a card left behind when it went to another board is not found by its text, too', () => {
  const seed = { title: 'One', column: 'A', description: 'Long ago' }
  const doc = docOf(newBoardUpdate({ title: '', columns: ['A'], cards: [seed] }))
  const [id = ''] = readBoard(doc).cards.keys()
  sendCardsAway(doc, [id], crypto.randomUUID())
  expect(cardRowsOf(doc).map(({ title, text }) => [title, text])).toEqual([['One', '']])
})
