import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Branch,
  heightOf,
  stepTo,
  subtreeOf,
  type TreeDoc,
  type TreeStep,
  treeOf,
  waysTo,
  withPlaced,
} from './doc-tree'

const docs: TreeDoc[] = [
  { id: 'a', parentId: null },
  { id: 'b', parentId: 'a' },
  { id: 'c', parentId: 'b' },
  { id: 'd', parentId: 'a' },
  { id: 'e', parentId: null },
]
const told = (branches: Branch<TreeDoc>[]): string =>
  branches.map(({ doc, under }) => (under.length ? `${doc.id}(${told(under)})` : doc.id)).join(' ')

test('docs stand under each other, in the order of the list', () => {
  expect(told(treeOf(docs))).toBe('a(b(c) d) e')
  expect(treeOf(docs).map(heightOf)).toEqual([3, 1])
})

test('what stands under something one may not see stands at the top', () => {
  expect(told(treeOf(docs.filter(({ id }) => id !== 'b')))).toBe('a(d) c e')
})

test('a doc knows its way from the top, and all that is under it', () => {
  expect(waysTo(docs, 'c').map(({ id }) => id)).toEqual(['a', 'b'])
  expect(waysTo(docs, 'nowhere')).toEqual([])
  expect(subtreeOf(docs, 'a').map(({ id }) => id)).toEqual(['a', 'b', 'd', 'c'])
})

test('whatever stands under what, every doc is shown once and nothing goes round in rings', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'gone']
  const anyDocs = fc
    .array(fc.constantFrom(null, ...ids), { minLength: 5, maxLength: 5 })
    .map((parents) => parents.map((parentId, i) => ({ id: ids[i] ?? '', parentId })))
  const flat = (branches: Branch<TreeDoc>[]): string[] =>
    branches.flatMap(({ doc, under }) => [doc.id, ...flat(under)])
  fc.assert(
    fc.property(anyDocs, (some) => {
      expect(flat(treeOf(some)).sort()).toEqual(['a', 'b', 'c', 'd', 'e'])
      for (const { id } of some) expect(waysTo(some, id).length).toBeLessThan(5)
      for (const { id } of some) expect(subtreeOf(some, id).length).toBeLessThanOrEqual(5)
    }),
    { seed: 4711 },
  )
})

describe('a doc that is put somewhere is shown there at once', () => {
  test.each([
    ['last under another', { parentId: 'e' }, 'a(b(c)) e(d)'],
    ['before a sibling', { parentId: 'a', before: 'b' }, 'a(d b(c)) e'],
    ['after a doc at the top', { parentId: null, after: 'a' }, 'a(b(c)) d e'],
    ['beside something that is gone', { parentId: null, before: 'x' }, 'a(b(c)) e d'],
  ])('%s', (_, place, expected) => {
    expect(told(treeOf(withPlaced(docs, 'd', place)))).toBe(expected)
  })
})

describe('by keyboard', () => {
  const stepped = (id: string, step: TreeStep) => {
    const place = stepTo(docs, id, step)
    return place && told(treeOf(withPlaced(docs, id, place)))
  }
  test.each<[string, TreeStep, string | null]>([
    ['d', 'up', 'a(d b(c)) e'],
    ['b', 'down', 'a(d b(c)) e'],
    ['d', 'in', 'a(b(c d)) e'],
    ['c', 'out', 'a(b c d) e'],
    ['b', 'out', 'a(d) b(c) e'],
    ['a', 'up', null],
    ['e', 'down', null],
    ['a', 'in', null],
    ['a', 'out', null],
  ])('%s goes %s', (id, step, expected) => {
    expect(stepped(id, step)).toBe(expected)
  })
})
