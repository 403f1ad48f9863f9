import { expect, test } from 'vitest'
import { initials } from './initials'

test.each([
  ['Ana María López', 'AL'],
  ['ben', 'B'],
  ['  Zoë   Ölmann ', 'ZÖ'],
  ['李 小龍', '李小'],
  ['🦊 Fox', '🦊F'],
  ['', '?'],
  ['<b>x</b>', '<'],
])('%s is shown as %s', (name, letters) => {
  expect(initials(name)).toBe(letters)
})
