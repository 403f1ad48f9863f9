// @vitest-environment happy-dom
import { newBoardUpdate } from '@atelier/shared/boards/new-board'
import { noFilter } from '@atelier/shared/boards/view'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
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
import { BoardOpens } from './first-sight'
import { useBoardDesk } from './use-board-desk'

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

const nothing = () => {}
const openCard = vi.fn()

function Board({ doc, awareness }: { doc: Y.Doc; awareness: Awareness }) {
  const me = { id: 'me', name: 'Me', colour: 'teal' as const }
  const room = { name: 'board:x' as const, doc, awareness, access: 'write' as const, me }
  const given = { room, people: [], outcomes: [], editable: true, openCard }
  const desk = useBoardDesk({ ...given, askWhere: nothing, announce: nothing })
  return (
    <BoardDeskProvider value={desk}>
      <BoardColumns filter={noFilter} adding={null} onAddingChange={nothing} />
    </BoardDeskProvider>
  )
}

/** A board of two columns: 500 cards in the first, none in the second. */
function open(opens = { current: true }) {
  const doc = new Y.Doc()
  const cards = Array.from({ length: 500 }, (_, n) => ({ title: `card ${n}`, column: 'To do' }))
  Y.applyUpdate(doc, newBoardUpdate({ title: 'x', columns: ['To do', 'Done'], cards }))
  render(
    <I18nextProvider i18n={i18n}>
      <BoardOpens value={opens}>
        <Board doc={doc} awareness={new Awareness(doc)} />
      </BoardOpens>
    </I18nextProvider>,
  )
}

const picture = () => document.querySelector('.board-first-sight')
const shown = (title: string) => screen.queryAllByText(title).length
const wholeList = () =>
  waitFor(
    () => {
      const list = screen.getByRole('grid', { name: 'To do, 500 cards' })
      expect(list.getAttribute('aria-rowcount')).toBe('500')
      return list
    },
    { timeout: 30_000 },
  )

test('a board that opens shows its first cards with the columns, and lists take their places', async () => {
  open()
  expect(shown('card 0')).toBe(1)
  expect(picture()?.textContent).toContain('card 0')
  expect(screen.queryByRole('grid', { name: /To do/ })).toBeNull()
  // Not for thousands of cards that nobody sees.
  expect(picture()?.querySelectorAll('.board-card').length).toBeLessThan(40)
  const list = await wholeList()
  expect(picture()).toBeNull()
  expect(list.textContent).toContain('card 0')
  expect(list.querySelector('.board-card-tools [aria-haspopup]')).toBeTruthy()
})

test('cards are there all the while, and never twice', async () => {
  open()
  const counts = new Set<number>()
  const look = new MutationObserver(() => counts.add(shown('card 0')))
  look.observe(document.body, { subtree: true, childList: true })
  await wholeList()
  look.disconnect()
  expect([...counts]).toEqual([1])
})

test('a card of the picture opens where it is clicked, and has no tools that do nothing', () => {
  open()
  expect(picture()?.querySelector('button')).toBeNull()
  act(() => screen.getByText('card 3').click())
  expect(openCard).toHaveBeenCalledOnce()
})

test('a column without cards is a list at once, and so are all on a board that was opened before', () => {
  open()
  expect(screen.getByRole('grid', { name: /Done/ })).toBeTruthy()
  cleanup()
  open({ current: false })
  expect(screen.getByRole('grid', { name: /To do/ })).toBeTruthy()
  expect(picture()).toBeNull()
})
