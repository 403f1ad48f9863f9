import { afterEach, expect, test, vi } from 'vitest'
import { distinctNames } from './file-names'
import { pathsOf } from './project-paths'

afterEach(() => vi.restoreAllMocks())

test('every name is given once, whatever the size of its letters', () => {
  const distinct = distinctNames()
  const asked = ['plan.md', 'Plan.md', 'plan 2.md', 'plan.md', 'PLAN.MD', 'plan', 'plan', '.md', '']
  expect(asked.map(distinct)).toEqual([
    ...['plan.md', 'Plan 2.md', 'plan 2 2.md', 'plan 3.md', 'PLAN 4.MD'],
    ...['plan', 'plan 2', '.md', ''],
  ])
})

test('ten thousand files of one name take no more tries than names', () => {
  const tries = vi.spyOn(Set.prototype, 'has')
  const distinct = distinctNames()
  const names = Array.from({ length: 10_000 }, () => distinct('image.png'))
  expect(new Set(names).size).toBe(10_000)
  expect(names.at(-1)).toBe('image 10000.png')
  expect(tries.mock.calls.length).toBeLessThan(30_000)
})

test('paths are encoded once, not again for every doc', () => {
  const encode = vi.spyOn(globalThis, 'encodeURI')
  const docs = Array.from({ length: 50 }, (_, nth) => ({
    ...{ id: `${nth}`, parent: nth === 0 ? null : '0', title: 'Plän' },
    ...{ template: false, restricted: false },
  }))
  const paths = pathsOf({ docs, boards: [], files: [] }, { doc: 'Untitled', board: 'Board' })
  expect(paths.from('0')['/docs/1']).toBe('Pl%C3%A4n/Pl%C3%A4n.md')
  expect(paths.from('1')['/docs/0']).toBe('../Pl%C3%A4n.md')
  for (const { id } of docs) paths.from(id)
  expect(encode.mock.calls.length).toBe(50)
})
