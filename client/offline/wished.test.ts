import { plainView } from '@atelier/shared/boards/view'
import { expect, it } from 'vitest'
import type { Wish } from './kept-wishes'
import { withViewWishes, withWatchWishes } from './wished'

const saved = (id: string, isStart = false, name = id) => ({ id, name, view: plainView, isStart })
const put = (...said: Parameters<typeof saved>): Wish => ({
  what: 'view',
  boardId: 'board',
  view: saved(...said),
})

it('a view is where it was, new ones come last, and one at most is shown first', () => {
  const views = [saved('a', true), saved('b')]
  expect(withViewWishes(views, [])).toBe(views)
  expect(withViewWishes(views, [put('b', true, 'Mine'), put('c')])).toEqual([
    saved('a'),
    saved('b', true, 'Mine'),
    saved('c'),
  ])
})

it('what was deleted is gone, and comes back when it was kept again', () => {
  const gone: Wish = { what: 'no-view', boardId: 'board', viewId: 'a' }
  expect(withViewWishes([saved('a'), saved('b')], [gone])).toEqual([saved('b')])
  expect(withViewWishes([saved('a')], [gone, put('a')])).toEqual([saved('a')])
})

it('whoever watches a card, or does not any more, sees it so', () => {
  const watch = (cardId: string, watching: boolean): Wish => ({
    what: 'watch',
    boardId: 'board',
    cardId,
    watching,
  })
  const wishes = [watch('a', false), put('view'), watch('c', true)]
  expect(withWatchWishes({ a: true, b: true }, wishes)).toEqual({ a: false, b: true, c: true })
})
