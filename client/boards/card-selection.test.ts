import { expect, test } from 'vitest'
import { createCardSelection } from './card-selection'

const list = ['a', 'b', 'c', 'd', 'e']
const chosen = (act: (selection: ReturnType<typeof createCardSelection>) => void) => {
  const selection = createCardSelection()
  act(selection)
  return [...selection.read()].sort().join('')
}

test('a card is chosen, and let go of again', () => {
  expect(chosen((it) => it.toggle('a'))).toBe('a')
  expect(
    chosen((it) => {
      it.toggle('a')
      it.toggle('b')
      it.toggle('a')
    }),
  ).toBe('b')
})

test('a stretch begins where the last card was chosen, and grows and shrinks', () => {
  expect(
    chosen((it) => {
      it.toggle('b')
      it.stretch(list, 'b', 'e')
      it.stretch(list, 'e', 'd')
    }),
  ).toBe('bcd')
  expect(
    chosen((it) => {
      it.toggle('c')
      it.stretch(list, 'c', 'a')
    }),
  ).toBe('abc')
})

test('without a card chosen before, a stretch begins where the keyboard is', () => {
  expect(chosen((it) => it.stretch(list, 'b', 'c'))).toBe('bc')
})

test('a stretch leaves what was chosen before, and never runs through another column', () => {
  expect(
    chosen((it) => {
      it.toggle('x')
      it.stretch(list, 'a', 'c')
    }),
  ).toBe('cx')
  expect(
    chosen((it) => {
      it.toggle('e')
      it.toggle('a')
      it.stretch(list, 'a', 'b')
    }),
  ).toBe('abe')
})

test('what is gone from the board is not chosen any more, and nobody is told of nothing', () => {
  const selection = createCardSelection()
  let told = 0
  selection.subscribe(() => told++)
  selection.set(['a', 'b'])
  selection.keep((id) => id === 'a')
  selection.keep((id) => id === 'a')
  selection.set(['a'])
  expect([...selection.read()]).toEqual(['a'])
  expect(told).toBe(2)
})
