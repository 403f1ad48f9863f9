// @vitest-environment happy-dom
import { moveCard, renameCard } from '@atelier/shared/boards/card-edits'
import { setColumnDone, setColumnLimit } from '@atelier/shared/boards/column-edits'
import { setEstimate } from '@atelier/shared/boards/fact-edits'
import { newBoardUpdate } from '@atelier/shared/boards/new-board'
import { noFilter } from '@atelier/shared/boards/view'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createInstance } from 'i18next'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { afterEach, expect, test, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import columnWords from '../i18n/en/board-columns.json'
import words from '../i18n/en/boards.json'
import ui from '../i18n/en/ui.json'
import { BoardColumns } from './board-columns'
import { BoardDeskProvider } from './board-context'
import { focusCard } from './focus-card'
import { useBoardDesk } from './use-board-desk'

const drawn = vi.hoisted(() => [] as string[])
vi.mock('./due-chip', () => ({
  DueChip: ({ due }: { due: string }) => {
    drawn.push(due)
    return due
  },
}))
/** How often every row of a list was drawn, and the names of buttons that were: React tells its developer tools. */
const { rows, buttons } = vi.hoisted(() => {
  type Fiber = {
    alternate: Fiber | null
    child: Fiber | null
    sibling: Fiber | null
    flags: number
    type: unknown
    memoizedProps: { node?: { key: string }; label?: string; 'aria-label'?: string } | null
  }
  const rows = new Map<string, number>()
  const buttons = new Set<string>()
  const performedWork = 1
  const visit = (fiber: Fiber) => {
    const { alternate, memoizedProps } = fiber
    const isDrawn = typeof fiber.type !== 'string' && (fiber.flags & performedWork) > 0
    const key = memoizedProps?.node?.key
    const name = memoizedProps?.['aria-label'] ?? memoizedProps?.label
    if (isDrawn && key !== undefined) rows.set(key, (rows.get(key) ?? 0) + 1)
    if (isDrawn && name !== undefined) buttons.add(name)
    // Where React did not go down, nothing was drawn.
    if (alternate && alternate.child === fiber.child) return
    for (let child = fiber.child; child; child = child.sibling) visit(child)
  }
  Object.assign(globalThis, {
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberRoot: (_: number, root: { current: Fiber }) => visit(root.current),
    },
  })
  return { rows, buttons }
})
// A window in which a list is 288 wide and 600 high, and a card 60.
const sizes = { clientWidth: 288, clientHeight: 600, scrollWidth: 272, scrollHeight: 60 } as const
for (const [side, pixels] of Object.entries(sizes))
  vi.spyOn(HTMLElement.prototype, side as keyof typeof sizes, 'get').mockReturnValue(pixels)
afterEach(cleanup)

const i18n = createInstance()
await i18n.use(initReactI18next).init({
  lng: 'en',
  resources: { en: { boards: words, 'board-columns': columnWords, ui } },
  interpolation: { escapeValue: false },
})

/** Cards are told apart by their due day. */
const card = (title: string, column: string, day: number) => ({
  title,
  column,
  due: `2030-01-0${day}`,
})
const cards = [card('a', 'To do', 1), card('b', 'To do', 2), card('c', 'Done', 3)]

function Board({ doc, awareness }: { doc: Y.Doc; awareness: Awareness }) {
  const me = { id: 'me', name: 'Me', colour: 'teal' as const }
  const room = { name: 'board:x' as const, doc, awareness, access: 'write' as const, me }
  const nothing = () => {}
  const desk = useBoardDesk({
    room,
    people: [],
    outcomes: [],
    editable: true,
    openCard: nothing,
    askWhere: nothing,
    announce: nothing,
  })
  return (
    <BoardDeskProvider value={desk}>
      <BoardColumns filter={noFilter} adding={null} onAddingChange={nothing} />
    </BoardDeskProvider>
  )
}

function open(more: typeof cards = [], columns = ['To do', 'Done']) {
  const doc = new Y.Doc()
  const all = [...cards, ...more]
  Y.applyUpdate(doc, newBoardUpdate({ title: 'x', columns, cards: all }))
  const awareness = new Awareness(doc)
  render(
    <I18nextProvider i18n={i18n}>
      <Board doc={doc} awareness={awareness} />
    </I18nextProvider>,
  )
  const ids = [...doc.getMap('cards').keys()]
  const idOf = (title: string) =>
    ids.find(
      (id) => doc.getMap<Y.Map<unknown>>('cards').get(id)?.get('title')?.toString() === title,
    )
  drawn.length = 0
  rows.clear()
  buttons.clear()
  return { doc, awareness, idOf: (title: string) => idOf(title) ?? '' }
}

test('a renamed card is drawn again, and no other', () => {
  const { doc, idOf } = open()
  act(() => void renameCard(doc, idOf('b'), 'bee'))
  expect(screen.getByText('bee')).toBeTruthy()
  expect(new Set(drawn)).toEqual(new Set(['2030-01-02']))
})

test('a card moved by somebody else appears in its column at once', () => {
  const { doc, idOf } = open()
  const done = [...doc.getMap<Y.Map<unknown>>('columns')].find(
    ([, column]) => column.get('name') === 'Done',
  )
  act(() => void moveCard(doc, idOf('a'), { column: done?.[0] ?? '', spot: 'top' }))
  expect(screen.getByRole('grid', { name: 'Done, 2 cards' }).textContent).toContain('a')
  expect(drawn).not.toContain('2030-01-02')
})

test('a column that holds more than it was meant for says so, and still takes cards', () => {
  const { doc, idOf } = open()
  const [toDo = ''] = [...doc.getMap<Y.Map<unknown>>('columns')].flatMap(([id, column]) =>
    column.get('name') === 'To do' ? id : [],
  )
  act(() => void setColumnLimit(doc, toDo, 2))
  expect(screen.getByRole('grid', { name: 'To do, 2 of at most 2 cards' })).toBeTruthy()
  act(() => void moveCard(doc, idOf('c'), { column: toDo, spot: 'end' }))
  expect(screen.getByRole('grid', { name: 'To do, 3 cards, above the limit of 2' })).toBeTruthy()
  expect(screen.getAllByText('3 / 2')[0]?.closest('[data-above]')).toBeTruthy()
})

test('a column adds up the estimates of its cards, and says where cards are finished', () => {
  const { doc, idOf } = open()
  act(() => void setEstimate(doc, [idOf('a'), idOf('b')], 2.5))
  expect(screen.getByText('Estimates here add up to 5 points')).toBeTruthy()
  expect(screen.queryByText('Cards here are finished')).toBeNull()
  const [first = ''] = doc.getMap('columns').keys()
  act(() => void setColumnDone(doc, first, true))
  expect(screen.getByText('Cards here are finished')).toBeTruthy()
})

const thousands = Array.from({ length: 2000 }, (_, n) => card(`more ${n}`, 'To do', (n % 6) + 4))

test('of thousands of cards only those in view are in the document', () => {
  open(thousands)
  const list = screen.getByRole('grid', { name: 'To do, 2002 cards' })
  expect(list.getAttribute('aria-rowcount')).toBe('2002')
  expect(list.textContent).toContain('more 0')
  expect(list.querySelectorAll('.board-card').length).toBeLessThan(40)
})

test('a change to a card among thousands that is not in view draws no card', () => {
  const { doc, idOf } = open(thousands)
  act(() => void renameCard(doc, idOf('more 1999'), 'another name'))
  expect(drawn).toEqual([])
})

test('on a board of five thousand, what somebody else does draws the card they touched, and no other', () => {
  const five = Array.from({ length: 5000 }, (_, n) => card(`one ${n}`, n % 2 ? 'Done' : 'To do', 9))
  const { doc, idOf } = open(five)
  const done = [...doc.getMap<Y.Map<unknown>>('columns')].find(
    ([, column]) => column.get('name') === 'Done',
  )
  const theirs = new Y.Doc()
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc))
  const known = Y.encodeStateVector(theirs)
  const hear = () => Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs, known), 'somebody else')
  // In view: its day is another than that of the thousands beside it.
  moveCard(theirs, idOf('a'), { column: done?.[0] ?? '', spot: 'top' })
  act(hear)
  expect(screen.getByRole('grid', { name: 'Done, 2502 cards' }).textContent).toContain('a')
  expect(new Set(drawn.filter((day) => day !== '2030-01-09'))).toEqual(new Set(['2030-01-01']))
  // The row that came into view where the card was, at most.
  expect(drawn.filter((day) => day === '2030-01-09').length).toBeLessThanOrEqual(2)
  drawn.length = 0
  renameCard(theirs, idOf('one 4000'), 'far out of view')
  act(hear)
  expect(drawn).toEqual([])
})

const menuOf = (name: string) => i18n.t('column.menu', { name, ns: 'boards' })

test('a card that comes to a list draws each row in view once, and none of other lists', () => {
  const three = Array.from({ length: 3000 }, (_, n) =>
    card(`one ${n}`, ['To do', 'Done', 'Later'][n % 3] ?? '', 9),
  )
  const { doc, idOf } = open(three, ['To do', 'Done', 'Later'])
  const [, done = ''] = doc.getMap('columns').keys()
  const shownIn = (name: string) =>
    [...screen.getByRole('grid', { name }).querySelectorAll<HTMLElement>('.board-card')].map(
      ({ dataset }) => dataset.key ?? '',
    )
  const inDone = shownIn('Done, 1001 cards')
  act(() => void moveCard(doc, idOf('a'), { column: done, spot: 'top' }))
  const inLater = shownIn('Later, 1000 cards')
  expect(inLater.length).toBeGreaterThan(5)
  expect(inLater.filter((id) => rows.has(id))).toEqual([])
  const stayed = shownIn('Done, 1002 cards').filter((id) => inDone.includes(id))
  expect(stayed.length).toBeGreaterThan(5)
  expect(stayed.map((id) => rows.get(id))).toEqual(stayed.map(() => 1))
  expect(buttons.has(menuOf('Done'))).toBe(true)
  expect(buttons.has(menuOf('Later'))).toBe(false)
})

test('a card that is chosen draws the rows of its own list, and those of no other', async () => {
  const { idOf } = open(thousands)
  const list = screen.getByRole('grid', { name: 'To do, 2002 cards' })
  const first = list.querySelector<HTMLElement>('.board-card')
  act(() => first?.focus())
  // The first key tells every row that somebody is at the keyboard.
  await userEvent.keyboard('  ')
  rows.clear()
  buttons.clear()
  await userEvent.keyboard(' ')
  expect(first?.getAttribute('aria-selected')).toBe('true')
  expect(rows.has(idOf('a'))).toBe(true)
  expect(rows.has(idOf('c'))).toBe(false)
  const menu = first?.querySelector('.board-card-tools [aria-haspopup]')
  expect(buttons.has(menu?.getAttribute('aria-label') ?? '')).toBe(false)
})

test('cards are chosen in several lists by key, and Escape in one of them lets go of all', async () => {
  const { idOf } = open()
  const row = (title: string) =>
    document.querySelector<HTMLElement>(`.board-card[data-key="${idOf(title)}"]`)
  const chosen = () =>
    ['a', 'b', 'c'].filter((title) => row(title)?.getAttribute('aria-selected') === 'true')
  for (const title of ['a', 'c']) {
    act(() => row(title)?.focus())
    await userEvent.keyboard(' ')
  }
  expect(chosen()).toEqual(['a', 'c'])
  await userEvent.keyboard('{Control>}a{/Control}')
  act(() => row('b')?.focus())
  await userEvent.keyboard(' ')
  expect(chosen()).toEqual(['a', 'b', 'c'])
  await userEvent.keyboard('{Escape}')
  expect(chosen()).toEqual([])
})

test('the keyboard goes to a card that is far out of view', () => {
  const { idOf } = open(thousands)
  act(() => void focusCard(idOf('more 1500')))
  expect(document.activeElement?.textContent).toContain('more 1500')
})
