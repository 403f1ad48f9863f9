import { expect, test } from 'vitest'
import { plainView } from './view'
import { savedViewOf } from './view-contract'

test('a view that an older version kept is shown as usual where it says nothing', () => {
  const { calendar: _days, timeline: _zoom, timelineBy: _rows, ...older } = plainView
  expect(savedViewOf(JSON.stringify({ ...older, kind: 'calendar' }))).toEqual({
    ...plainView,
    kind: 'calendar',
  })
  expect(savedViewOf(JSON.stringify({ ...plainView, calendar: 'century' }))).toBeNull()
})
