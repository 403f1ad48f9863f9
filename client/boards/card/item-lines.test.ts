import { expect, test } from 'vitest'
import { itemLines } from './item-lines'

const texts = (pasted: string) => itemLines(pasted).map(({ text }) => text)

test('every line becomes an item, without empty ones and the marks of lists', () => {
  expect(texts('Gloves\r\n\n  - Goggles\n* Boots\n1. Helmet\n2) Vest\n• Mask')).toEqual([
    'Gloves',
    'Goggles',
    'Boots',
    'Helmet',
    'Vest',
    'Mask',
  ])
})

test('what is no mark stays', () => {
  expect(texts('-5 degrees\n3.5 mm\n[draft] plan\n1984\n*')).toEqual([
    '-5 degrees',
    '3.5 mm',
    '[draft] plan',
    '1984',
    '*',
  ])
})

test('what was ticked is done', () => {
  expect(itemLines('- [x] Gloves\n- [ ] Goggles\n☑ Boots\n[X] Mask\n☐ Vest')).toEqual([
    { text: 'Gloves', done: true },
    { text: 'Goggles', done: false },
    { text: 'Boots', done: true },
    { text: 'Mask', done: true },
    { text: 'Vest', done: false },
  ])
})

test('a line that is too long becomes several, and no letter is lost or cut', () => {
  const words = 'measure twice '.repeat(100).trim()
  expect(texts(words).join(' ')).toBe(words)
  const faces = '😀'.repeat(600)
  const cut = texts(`a${faces}`)
  expect(cut.join('')).toBe(`a${faces}`)
  for (const piece of [...texts(words), ...cut]) {
    expect(piece.length).toBeLessThanOrEqual(500)
    expect(encodeURIComponent(piece)).not.toBe('')
  }
})
