import { expect, test } from 'vitest'
import { noticeDelayMs, readNotice } from './notice-socket'

test('reconnecting waits longer each time, at most half a minute, spread by chance', () => {
  expect(noticeDelayMs(0, 1)).toBe(1_250)
  expect(noticeDelayMs(3, 1)).toBe(8_250)
  expect(noticeDelayMs(40, 1)).toBe(30_250)
  expect(noticeDelayMs(40, 0)).toBe(250)
})

test('only known notices are heard', () => {
  expect(readNotice('{"what":"project","id":"a","data":{"secret":1}}')).toEqual({
    what: 'project',
    id: 'a',
  })
  expect(readNotice('{"what":"people","id":7}')).toEqual({ what: 'people' })
  expect(readNotice('{"what":"__proto__"}')).toBeNull()
  expect(readNotice('null')).toBeNull()
  expect(readNotice(new ArrayBuffer(2))).toBeNull()
})
