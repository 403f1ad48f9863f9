import { noticeKinds } from '@atelier/shared/notices/notice'
import { expect, test } from 'vitest'
import { keysOf } from './live-keys'

test.each(noticeKinds)('a notice about %s makes something be asked for again', (what) => {
  expect(keysOf({ what }).length).toBeGreaterThan(0)
})

test('a notice about one project leaves the others alone', () => {
  expect(keysOf({ what: 'project', id: 'a' })).toContainEqual(['project', 'a'])
  expect(keysOf({ what: 'project', id: 'a' })).not.toContainEqual(['project'])
})
