import { expect, test } from 'vitest'
import { grouped, type MyCard } from './my-cards'

const card = (title: string, dueOn: string | null, asked = false): MyCard => ({
  ...{ id: title, boardId: 'b', title, column: '', board: '', project: { id: 'p', title: '' } },
  ...{
    labels: [],
    startOn: null,
    items: 0,
    itemsDone: 0,
    waitsFor: [],
    dueOn,
    asked,
    changedAt: '',
  },
})

test('the most pressing comes first: asked, overdue, today, the next seven days, later, without a day', () => {
  const cards = [
    card('some day', null),
    card('in eight days', '2026-12-05'),
    card('in seven days', '2026-12-04'),
    card('tomorrow', '2026-11-28'),
    card('today', '2026-11-27'),
    card('yesterday', '2026-11-26'),
    card('long ago', '0000-01-01'),
    card('learned?', '2026-11-27', true),
    card('never', '9999-12-31'),
  ]
  expect(
    grouped(cards, '2026-11-27').map(({ group, cards: those }) => [
      group,
      ...those.map(({ title }) => title),
    ]),
  ).toEqual([
    ['asked', 'learned?'],
    ['overdue', 'long ago', 'yesterday'],
    ['today', 'today'],
    ['week', 'tomorrow', 'in seven days'],
    ['later', 'in eight days', 'never'],
    ['undated', 'some day'],
  ])
  expect(grouped([], '2026-11-27')).toEqual([])
})
