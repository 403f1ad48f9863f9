// @vitest-environment happy-dom
import { type Board, readBoard } from '@atelier/shared/boards/board'
import { addCard, archiveCard, renameCard } from '@atelier/shared/boards/card-edits'
import { setDue } from '@atelier/shared/boards/fact-edits'
import { newBoardUpdate } from '@atelier/shared/boards/new-board'
import { noFilter, tableColumns } from '@atelier/shared/boards/view'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createInstance } from 'i18next'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { afterEach, expect, test, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import views from '../../i18n/en/board-views.json'
import boards from '../../i18n/en/boards.json'
import ui from '../../i18n/en/ui.json'
import { BoardDeskProvider } from '../board-context'
import { useBoardDesk } from '../use-board-desk'
import { TableGrid } from './table-grid'
import { useTableRows, useTableWorld } from './use-table-rows'

const drawn = vi.hoisted(() => [] as string[])
vi.mock('./cell-words', async (original) => {
  const { CellWords } = await original<typeof import('./cell-words')>()
  return {
    CellWords: (props: Parameters<typeof CellWords>[0]) => {
      if (props.column === 'title') drawn.push(props.card.title)
      return <CellWords {...props} />
    },
  }
})
// Nothing is high or wide here: the first thirty rows count as in view.
vi.mock('./use-virtual-rows', () => ({
  useVirtualRows: (rows: readonly unknown[]) => ({
    items: rows.slice(0, 30).map((_, index) => ({ index, start: index * 40 })),
    height: rows.length * 40,
  }),
}))
Element.prototype.scrollIntoView = () => {}
afterEach(cleanup)

const i18n = createInstance()
await i18n.use(initReactI18next).init({
  lng: 'en',
  resources: { en: { boards, 'board-views': views, ui } },
  interpolation: { escapeValue: false },
})
const nothing = () => {}
const folded = new Set<string>()

const sort = { by: 'title', down: false } as const

function Table({ sorts }: { sorts: boolean }) {
  const world = useTableWorld()
  const rows = useTableRows(
    world,
    { filter: noFilter, sort: sorts ? sort : null, group: null },
    folded,
  )
  const grid = { rows, world, columns: tableColumns, sort: null }
  return <TableGrid {...grid} onSort={nothing} onFold={nothing} />
}

type DeskProps = { doc: Y.Doc; awareness: Awareness; sorts: boolean }

function Desk({ doc, awareness, sorts }: DeskProps) {
  const me = { id: 'me', name: 'Me', colour: 'teal' as const }
  const room = { name: 'board:x' as const, doc, awareness, access: 'write' as const, me }
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
      <Table sorts={sorts} />
    </BoardDeskProvider>
  )
}

function open(more: string[] = []) {
  const doc = new Y.Doc()
  const cards = ['Measure', 'Report', ...more].map((title) => ({ title, column: 'To do' }))
  Y.applyUpdate(doc, newBoardUpdate({ title: '', columns: ['To do'], cards }))
  render(
    <I18nextProvider i18n={i18n}>
      <Desk doc={doc} awareness={new Awareness(doc)} sorts={more.length > 0} />
    </I18nextProvider>,
  )
  const board = (): Board => readBoard(doc)
  const titled = (title: string) =>
    [...board().cards.values()].find((card) => card.title === title)?.id ?? ''
  const cell = (title: string) => screen.getByRole('rowheader', { name: new RegExp(`^${title}`) })
  drawn.length = 0
  const shown = () =>
    screen.getAllByRole('rowheader').map((one) => one.querySelector('.table-words')?.textContent)
  return { doc, board, titled, cell, shown, user: userEvent.setup() }
}

test('an edit in progress holds its place and its words while others change cards', async () => {
  const { doc, titled, cell, shown, user } = open()
  await user.click(cell('Report'))
  await user.keyboard('{F2}')
  await user.keyboard('Report twice')
  act(() => {
    const column = readBoard(doc).columns[0]?.id ?? ''
    addCard(doc, { title: 'From Ben', column, spot: 'top' })
    renameCard(doc, titled('Measure'), 'Measured')
  })
  expect(document.activeElement).toHaveProperty('value', 'Report twice')
  expect(shown()).toEqual(['Measured', undefined])
  await user.keyboard('{Enter}')
  expect(shown()).toEqual(['From Ben', 'Measured', 'Report twice'])
  expect(document.activeElement).toBe(cell('Report twice'))
})

test('Escape takes an edit back, Tab keeps it and goes on to the next cell', async () => {
  const { cell, shown, user } = open()
  await user.click(cell('Measure'))
  await user.keyboard('{F2}Other words{Escape}')
  expect(shown()).toEqual(['Measure', 'Report'])
  await user.keyboard('{F2}Other words{Tab}')
  expect(shown()).toEqual(['Other words', 'Report'])
  expect(document.activeElement?.getAttribute('data-column')).toBe('column')
})

test('points are numbers: what is none is refused, and stays to be mended', async () => {
  const { board, titled, cell, user } = open()
  await user.click(cell('Measure'))
  await user.keyboard('{ArrowRight>6/}{F2}many{Enter}')
  expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true')
  await user.clear(document.activeElement as Element)
  await user.keyboard('2,5{Enter}')
  expect(board().cards.get(titled('Measure'))?.estimate).toBe(2.5)
})

test('several cards are written one after the other below the last', async () => {
  const { shown, user } = open()
  await user.click(screen.getByRole('gridcell', { name: 'Add card' }))
  await user.keyboard('One{Enter}Two{Enter}{Escape}')
  expect(shown()).toEqual(['Measure', 'Report', 'One', 'Two'])
})

test('a focused card that others archive leaves the keyboard in the table', async () => {
  const { doc, titled, cell, user } = open()
  await user.click(cell('Measure'))
  act(() => void archiveCard(doc, titled('Measure')))
  expect(document.activeElement).toBe(cell('Report'))
})

test('what others do never takes the focus into the table', () => {
  const { doc, titled } = open()
  act(() => void renameCard(doc, titled('Measure'), 'Measured'))
  expect(document.activeElement).toBe(document.body)
})

test('of five thousand sorted cards one that somebody changes is the only row drawn again', () => {
  const { doc, titled } = open(Array.from({ length: 5000 }, (_, n) => `Card ${n}`))
  act(() => void setDue(doc, titled('Card 7'), '2030-01-01'))
  expect(drawn).toEqual(['Card 7'])
  drawn.length = 0
  act(() => void setDue(doc, titled('Card 4000'), '2030-01-01'))
  expect(drawn).toEqual([])
})

test('rows are chosen by key and by pointer, and put away together', async () => {
  const { board, cell, shown, user } = open()
  await user.click(cell('Measure'))
  await user.keyboard('x{Shift>}{ArrowDown}{/Shift}')
  const chosen = () => screen.getAllByRole('row', { selected: true }).length
  expect(chosen()).toBe(2)
  await user.keyboard('x')
  expect(chosen()).toBe(1)
  await user.keyboard('{Control>}')
  await user.click(cell('Report'))
  await user.keyboard('{/Control}{Delete}')
  expect(shown).toThrow()
  expect(board().archive).toHaveLength(2)
})
