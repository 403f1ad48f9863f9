import { expect, test } from 'vitest'
import { asMarked, moreUnread, withMarks, withoutSent } from './kept-marks'

const unread = { id: 'a', isRead: false }
const read = { id: 'b', isRead: true }

test('what is marked counts at once, and marked back counts for nothing', () => {
  const marked = withMarks({}, [unread], true)
  expect(moreUnread(marked)).toBe(-1)
  expect(asMarked(unread, marked).isRead).toBe(true)
  const back = withMarks(marked, [asMarked(unread, marked)], false)
  expect(moreUnread(back)).toBe(0)
  expect(asMarked(unread, back).isRead).toBe(false)
  expect(moreUnread(withMarks(back, [read], false))).toBe(1)
})

test('what was marked otherwise while it was sent waits on', () => {
  const sent = withMarks({}, [unread, { id: 'c', isRead: false }], true)
  const meanwhile = withMarks(sent, [{ id: 'a', isRead: true }], false)
  const left = withoutSent(meanwhile, sent)
  expect(left).toEqual({ a: { read: false, was: true } })
  expect(moreUnread(left)).toBe(1)
})
