import { expect, test } from 'vitest'
import { safeBack } from './safe-back'

test.each([
  ['/docs/1?x=2#y', '/docs/1?x=2#y'],
  ['//evil.example/', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['https://evil.example/', '/'],
  ['javascript:alert(1)', '/'],
  ['docs/1', '/'],
  [undefined, '/'],
])('after signing in, %s leads to %s', (wished, to) => {
  expect(safeBack(wished)).toBe(to)
})
