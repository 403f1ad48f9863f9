import { expect, test } from 'vitest'
import { closed, isolated } from './both-ways'

const [rle, pdf, rlo, fsi, pdi] = ['\u202b', '\u202c', '\u202e', '\u2068', '\u2069']

test.each([
  ['plain words', 'Weld; المكبس', 'Weld; المكبس'],
  ['what is left open', `${rlo}gnp.exe`, `${rlo}gnp.exe${pdf}`],
  ['what is left open inside', `${fsi}a${rle}b`, `${fsi}a${rle}b${pdf}${pdi}`],
  ['an end of nothing', `a${pdi}b${pdf}`, 'ab'],
  ['what ends', `${rlo}a${pdf}`, `${rlo}a${pdf}`],
])('%s: nothing after it is turned around', (_, words, said) => {
  expect(closed(words)).toBe(said)
  expect(closed(said)).toBe(said)
})

test('only what may run from either side is set apart from the words around it', () => {
  expect(isolated('Weld')).toBe('Weld')
  expect(isolated('المكبس')).toBe(`${fsi}المكبس${pdi}`)
  expect(isolated(`a${pdi}${rlo}b`)).toBe(`${fsi}a${rlo}b${pdf}${pdi}`)
})
