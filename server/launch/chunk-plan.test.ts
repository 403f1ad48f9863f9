import { expect, it } from 'vitest'
import { circleIn, planChunks } from './chunk-plan.mjs'

type Wish = { imports?: string[]; later?: string[]; isEntry?: boolean; bytes?: number }

/** Each with one module of its name. */
const chunksOf = (wishes: Record<string, Wish>) =>
  new Map(
    Object.entries(wishes).map(
      ([file, { imports = [], later = [], isEntry = false, bytes = 1 }]) => [
        file,
        { modules: [`${file}.ts`], imports, dynamicImports: later, isEntry, bytes },
      ],
    ),
  )

const plan = (wishes: Record<string, Wish>) =>
  Object.fromEntries(
    planChunks(chunksOf(wishes), {
      page: 'page',
      screens: { board: ['board'], doc: ['doc'] },
      smallBytes: 10,
    }),
  )

const page = { isEntry: true, later: ['board', 'doc', 'inbox'], imports: ['react', 'router'] }
const door = { react: { bytes: 90 }, router: { imports: ['react'] } }

it('puts together what the page loads in any case', () => {
  const made = plan({ page, ...door, board: { isEntry: true, imports: ['react'] } })
  expect(made).toEqual({ 'react.ts': 'start', 'router.ts': 'start' })
})

it('puts together what is for one screen alone, however large, and leaves what is asked for by name', () => {
  const made = plan({
    page: { ...page, imports: [] },
    board: { isEntry: true, imports: ['columns', 'cards'], later: ['dialog'] },
    columns: { imports: ['cards'], bytes: 50 },
    cards: {},
    dialog: { isEntry: true, imports: ['cards'] },
  })
  expect(made).toEqual({ 'columns.ts': 'board', 'cards.ts': 'board' })
})

it('puts together what two screens share, and nobody else', () => {
  const made = plan({
    page: { ...page, imports: [] },
    board: { isEntry: true, imports: ['room', 'badge'] },
    doc: { isEntry: true, imports: ['room', 'badge'] },
    room: {},
    badge: {},
  })
  expect(made).toEqual({ 'room.ts': 'board-doc', 'badge.ts': 'board-doc' })
})

it('makes nobody load a large chunk for a small one', () => {
  const made = plan({
    page: { ...page, imports: [] },
    board: { isEntry: true, imports: ['icon', 'check', 'menu', 'select', 'dialog'] },
    inbox: { isEntry: true, imports: ['icon', 'check', 'menu', 'select', 'dialog'] },
    icon: {},
    check: {},
    menu: { imports: ['dialog'] },
    select: { imports: ['dialog', 'icon'] },
    dialog: { bytes: 90 },
  })
  expect(made).toEqual({
    'icon.ts': 'board-parts',
    'check.ts': 'board-parts',
    'menu.ts': 'board-parts-1',
    'select.ts': 'board-parts-1',
  })
})

it('never lets two chunks wait for each other', () => {
  // A small one below a large one, and one above it: together they would wait for each other.
  const made = plan({
    page: { ...page, imports: [] },
    board: { isEntry: true, imports: ['above', 'other'] },
    inbox: { isEntry: true, imports: ['above', 'other'] },
    above: { imports: ['large'] },
    large: { imports: ['below'], bytes: 90 },
    below: {},
    other: {},
  })
  expect(made).toEqual({ 'below.ts': 'board-parts', 'other.ts': 'board-parts' })
})

it('leaves what neither a board nor a doc loads', () => {
  const made = plan({
    page: { ...page, imports: [] },
    inbox: { isEntry: true, imports: ['list', 'row'] },
    list: {},
    row: {},
  })
  expect(made).toEqual({})
})

it('finds files that wait for each other', () => {
  const imports: Record<string, string[]> = {
    page: ['a', 'b'],
    a: ['b'],
    b: ['c'],
    c: ['a'],
    d: ['c'],
  }
  const importsOf = (file: string) => imports[file] ?? []
  expect(circleIn(importsOf, ['d', 'page'])).toEqual(['c', 'a', 'b'])
  imports.c = []
  expect(circleIn(importsOf, ['d', 'page'])).toBeNull()
})
