import { expect, test } from 'vitest'
import { excerptAround } from './excerpt-around'

const filler = 'word '.repeat(60)

test('an excerpt stands around what was found, whatever its marks and capitals, cut between words', () => {
  const found = excerptAround(`${filler}Ask Málaga about the guards ${filler}`, ['malaga'])
  expect(found).toMatch(/^…word (word )*Ask Málaga about the guards (word )*word…$/)
  expect(found.length).toBeLessThanOrEqual(142)
  expect(excerptAround('ﬁnd it\nin the ﬁle', ['file'])).toBe('ﬁnd it in the ﬁle')
})

test('an excerpt is the beginning where nothing is found, and stays whole letters', () => {
  expect(excerptAround('One\nTwo', ['three'])).toBe('One Two')
  const faces = excerptAround('😀'.repeat(300), ['x'])
  expect(faces).toMatch(/^(😀)+…$/u)
  expect(excerptAround(`${'x'.repeat(500)} end`, ['end'])).toBe('…end')
})

test('markup in a text stays what it is: letters', () => {
  expect(excerptAround('a <img src=x onerror=alert(1)> b', ['img'])).toBe(
    'a <img src=x onerror=alert(1)> b',
  )
})
