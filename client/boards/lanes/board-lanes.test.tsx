// @vitest-environment happy-dom
import { readBoard } from '@atelier/shared/boards/board'
import { renameCard } from '@atelier/shared/boards/card-edits'
import { newBoardUpdate } from '@atelier/shared/boards/new-board'
import { noFilter } from '@atelier/shared/boards/view'
import type { PersonCard } from '@atelier/shared/people/person'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createInstance } from 'i18next'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import columnWords from '../../i18n/en/board-columns.json'
import laneWords from '../../i18n/en/board-lanes.json'
import words from '../../i18n/en/boards.json'
import ui from '../../i18n/en/ui.json'
import { BoardColumns } from '../board-columns'
import { BoardDeskProvider } from '../board-context'
import { focusCard } from '../focus-card'
import { useBoardDesk } from '../use-board-desk'

vi.mock('../../access/session', () => ({ useMe: () => ({ id: 'me', workspaceId: 'w' }) }))
vi.mock('./lane-choice', () => ({ useRowKind: () => 'person' }))
const drawn = vi.hoisted(() => [] as string[])
vi.mock('../due-chip', () => ({
  DueChip: ({ due }: { due: string }) => {
    drawn.push(due)
    return due
  },
}))
// A window in which a list is 288 wide and 600 high, and a card 60.
const sizes = { clientWidth: 288, clientHeight: 600, scrollWidth: 272, scrollHeight: 60 } as const
for (const [side, pixels] of Object.entries(sizes))
  vi.spyOn(HTMLElement.prototype, side as keyof typeof sizes, 'get').mockReturnValue(pixels)
beforeEach(() => localStorage.clear())
afterEach(cleanup)

const i18n = createInstance()
await i18n.use(initReactI18next).init({
  lng: 'en',
  resources: { en: { boards: words, 'board-columns': columnWords, 'board-lanes': laneWords, ui } },
  interpolation: { escapeValue: false },
})

const people = Array.from(
  { length: 40 },
  (_, n) =>
    ({ id: `p${n + 10}`, name: `Person ${n + 10}`, colour: 'teal' }) as unknown as PersonCard,
)
/** Fifty of each person, told apart by their due day. */
const cards = Array.from({ length: 2000 }, (_, n) => ({
  title: `card ${n}`,
  column: n % 2 === 0 ? 'To do' : 'Done',
  assignee: `p${Math.floor(n / 50) + 10}`,
  due: `2030-01-${String((n % 28) + 1).padStart(2, '0')}`,
}))

function Board({ doc }: { doc: Y.Doc }) {
  const me = { id: 'me', name: 'Me', colour: 'teal' as const }
  const awareness = new Awareness(doc)
  const room = { name: 'board:x' as const, doc, awareness, access: 'write' as const, me }
  const desk = useBoardDesk({
    room,
    people,
    outcomes: [],
    editable: true,
    openCard: nothing,
    askWhere: nothing,
    announce: nothing,
  })
  return (
    <BoardDeskProvider value={desk}>
      <BoardColumns lanes="person" filter={noFilter} adding={null} onAddingChange={nothing} />
    </BoardDeskProvider>
  )
}
const nothing = () => {}

function open() {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, newBoardUpdate({ title: 'x', columns: ['To do', 'Done'], cards }))
  render(
    <I18nextProvider i18n={i18n}>
      <Board doc={doc} />
    </I18nextProvider>,
  )
  const idOf = (title: string) =>
    [...readBoard(doc).cards.values()].find((card) => card.title === title)?.id ?? ''
  drawn.length = 0
  return { doc, idOf, user: userEvent.setup() }
}

const rows = () => document.querySelectorAll('.board-card').length

test('of two thousand cards in lanes only those near the screen are in the document, and every lane by name', () => {
  open()
  expect(screen.getByRole('region', { name: 'Person 49' })).toBeTruthy()
  expect(rows()).toBeGreaterThan(10)
  expect(rows()).toBeLessThan(150)
})

test('a change to a card in a lane far away draws no card', () => {
  const { doc, idOf } = open()
  act(() => void renameCard(doc, idOf('card 1999'), 'another name'))
  expect(drawn).toEqual([])
})

test('the keyboard goes to a card in a lane that was not drawn', async () => {
  const { idOf } = open()
  expect(screen.queryByText('card 1900')).toBeNull()
  await act(async () => void focusCard(idOf('card 1900')))
  await vi.waitFor(() => expect(document.activeElement?.textContent).toContain('card 1900'))
})

const frames = async (many: number) => {
  for (let nth = 0; nth < many; nth++)
    await act(() => new Promise((resolve) => requestAnimationFrame(() => resolve(undefined))))
}

test('a card that has the keyboard leaves it to what anything else puts it on', async () => {
  const { idOf } = open()
  await act(async () => void focusCard(idOf('card 1900')))
  await vi.waitFor(() => expect(document.activeElement?.textContent).toContain('card 1900'))
  const other = screen.getByRole('button', { name: 'Person 10 50' })
  act(() => other.focus())
  await frames(5)
  expect(document.activeElement).toBe(other)
})

test('and not before it is drawn either', async () => {
  const { idOf } = open()
  const other = screen.getByRole('button', { name: 'Person 10 50' })
  await act(async () => {
    screen.getByRole('button', { name: 'Person 11 50' }).focus()
    focusCard(idOf('card 1900'))
    other.focus()
  })
  await frames(10)
  expect(document.activeElement).toBe(other)
})

test('but not to a window that closes, and gives back what it had taken', async () => {
  const { idOf } = open()
  const other = screen.getByRole('button', { name: 'Person 10 50' })
  const closing = document.createElement('div')
  closing.setAttribute('role', 'dialog')
  closing.innerHTML = '<button>Close</button>'
  document.body.append(closing)
  const inside = closing.querySelector('button')
  inside?.focus()
  await act(async () => void focusCard(idOf('card 1900')))
  await vi.waitFor(() => expect(document.activeElement?.textContent).toContain('card 1900'))
  act(() => inside?.focus())
  closing.remove()
  act(() => other.focus())
  await vi.waitFor(() => expect(document.activeElement?.textContent).toContain('card 1900'))
})

test('nor to the list that the card has left, which puts it on another one', async () => {
  const { idOf } = open()
  await act(async () => void focusCard(idOf('card 1900')))
  await vi.waitFor(() => expect(document.activeElement?.textContent).toContain('card 1900'))
  const first = document.querySelector<HTMLElement>('.board-cards [role="row"]')
  act(() => first?.focus())
  await frames(2)
  expect(document.activeElement?.textContent).toContain('card 1900')
  act(() => first?.focus())
  await frames(2)
  expect(document.activeElement).toBe(first)
})

test('a folded lane says how many cards it has, and is folded when its person comes back', async () => {
  const { user } = open()
  const first = () => screen.getByRole('button', { name: 'Person 10 50' })
  await user.click(first())
  expect(first().getAttribute('aria-expanded')).toBe('false')
  expect(screen.queryByRole('region', { name: /^To do, Person 10,/ })).toBeNull()
  cleanup()
  open()
  expect(first().getAttribute('aria-expanded')).toBe('false')
})
