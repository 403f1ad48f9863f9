import { type BoardView, noFilter, plainView } from '@atelier/shared/boards/view'
import { expect, test } from 'vitest'
import { boardSearch } from './board-search'
import { isPlain, searchOf, viewOf } from './view-address'

const written = (view: BoardView) => JSON.parse(JSON.stringify(searchOf(view)))

test('a link shows the same view to whoever opens it', () => {
  const view: BoardView = {
    kind: 'table',
    filter: {
      text: 'oil #safety',
      people: ['me', 'nobody', 'b2'],
      labels: ['l1', 'l2'],
      labelMode: 'none',
      outcomes: ['o1', 'none'],
      due: ['overdue', 'none'],
      columns: ['c1'],
      done: false,
      openItems: true,
      archived: true,
    },
    lanes: 'label',
    sort: { by: 'due', down: true },
    group: 'person',
    columns: ['title', 'due'],
    calendar: 'week',
    timeline: 'quarter',
    timelineBy: 'person',
  }
  expect(viewOf(boardSearch(written(view)))).toEqual(view)
  expect(isPlain(written(view))).toBe(false)
})

test('the address of the plain board stays short', () => {
  expect(written(plainView)).toEqual({})
  expect(isPlain({})).toBe(true)
  expect(isPlain({ view: 'board', labels: 'none' })).toBe(true)
})

test('nonsense in the address is as if it were not there', () => {
  const search = boardSearch({
    view: 'spaceship',
    card: 'c',
    sort: '-nothing',
    group: { of: 'objects' },
    due: 'today~never',
    days: 'century',
    zoom: 7,
    who: 'a~a~~b',
    q: 2026,
    unknown: 'x',
  })
  expect(search).not.toHaveProperty('unknown')
  expect(search).not.toHaveProperty('group')
  expect(search.card).toBe('c')
  expect(viewOf(search)).toEqual({
    ...plainView,
    filter: { ...noFilter, text: '2026', people: ['a', 'b'], due: ['today'] },
  })
})
