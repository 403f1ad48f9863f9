import type { Section } from '@atelier/shared/journals/journal'
import { expect, it } from 'vitest'
import { withGone } from './use-shown-sections'

const section = (id: string): Section => ({
  ...{ id, prompt: '', audience: 'pair', shared: null, isFrozen: false },
})
const ids = (sections: readonly Section[]) => sections.map(({ id }) => id).join('')
const of = (letters: string) => [...letters].map(section)

it('what is taken back stays where it stood, among what is moved and added', () => {
  expect(ids(withGone(of('abc'), of('ac')))).toBe('abc')
  expect(ids(withGone(of('abc'), of('bc')))).toBe('abc')
  expect(ids(withGone(of('abc'), of('ca')))).toBe('cab')
  expect(ids(withGone(of('abc'), []))).toBe('abc')
  expect(ids(withGone(of('ab'), of('xab')))).toBe('xab')
})
