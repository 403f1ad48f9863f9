// @vitest-environment happy-dom
import { type Board, readBoard } from '@atelier/shared/boards/board'
import { renameCard } from '@atelier/shared/boards/card-edits'
import { setDue } from '@atelier/shared/boards/fact-edits'
import { newBoardUpdate } from '@atelier/shared/boards/new-board'
import { dayAt, dayNumber } from '@atelier/shared/boards/span'
import { noFilter, plainView } from '@atelier/shared/boards/view'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createInstance } from 'i18next'
import type { ComponentType } from 'react'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import columns from '../../i18n/en/board-columns.json'
import timeWords from '../../i18n/en/board-time.json'
import boards from '../../i18n/en/boards.json'
import ui from '../../i18n/en/ui.json'
import { BoardDeskProvider } from '../board-context'
import { CalendarView } from '../calendar/calendar-view'
import { TimelineView } from '../timeline/timeline-view'
import { useBoardDesk } from '../use-board-desk'

const drawn = vi.hoisted(() => [] as string[])
/** Asked for by whatever draws a card, each time. */
vi.mock('./card-tone', async (original) => {
  const tones = await original<typeof import('./card-tone')>()
  return {
    ...tones,
    toneOf: (...[timed, today]: Parameters<typeof tones.toneOf>) => {
      drawn.push(timed.card.title)
      return tones.toneOf(timed, today)
    },
  }
})
vi.mock('../../access/session', () => ({ useMe: () => ({ id: 'me', workspaceId: 'w' }) }))
vi.mock('../../i18n/use-today', () => ({ useToday: () => '2030-05-15' }))
vi.mock('../selection-bar', () => ({ SelectionBar: () => null }))
vi.mock('../use-board-view', () => {
  const answer = { view: { ...plainView, timeline: 'week' }, changeView: () => undefined }
  return { useBoardView: () => answer }
})
const sizes = { clientWidth: 1200, clientHeight: 900 } as const
for (const [side, pixels] of Object.entries(sizes))
  vi.spyOn(HTMLElement.prototype, side as keyof typeof sizes, 'get').mockReturnValue(pixels)
beforeEach(() => {
  drawn.length = 0
})
afterEach(cleanup)

const i18n = createInstance()
await i18n.use(initReactI18next).init({
  lng: 'en',
  resources: { en: { boards, 'board-columns': columns, 'board-time': timeWords, ui } },
  interpolation: { escapeValue: false },
})
const nothing = () => undefined

/** Three days each, along May 2030. */
const cards = Array.from({ length: 9 }, (_, n) => ({
  title: `Card ${n}`,
  column: 'To do',
  start: dayAt(dayNumber('2030-05-10') + n),
  due: dayAt(dayNumber('2030-05-12') + n),
}))

type DeskProps = {
  doc: Y.Doc
  awareness: Awareness
  View: ComponentType<{ filter: typeof noFilter }>
}

function Desk({ doc, awareness, View }: DeskProps) {
  const me = { id: 'me', name: 'Me', colour: 'teal' as const }
  const room = { name: 'board:x' as const, doc, awareness, access: 'write' as const, me }
  const desk = useBoardDesk({
    ...{ room, people: [], outcomes: [], editable: true },
    ...{ openCard: nothing, askWhere: nothing, announce: nothing },
  })
  return (
    <BoardDeskProvider value={desk}>
      <View filter={noFilter} />
    </BoardDeskProvider>
  )
}

function open(View: ComponentType<{ filter: typeof noFilter }>) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, newBoardUpdate({ title: '', columns: ['To do'], cards }))
  render(
    <I18nextProvider i18n={i18n}>
      <Desk doc={doc} awareness={new Awareness(doc)} View={View} />
    </I18nextProvider>,
  )
  const board = (): Board => readBoard(doc)
  const titled = (title: string) =>
    [...board().cards.values()].find((card) => card.title === title)?.id ?? ''
  /** As another hand does it. */
  const ben = new Y.Doc()
  Y.applyUpdate(ben, Y.encodeStateAsUpdate(doc))
  const fromBen = (edit: (doc: Y.Doc) => unknown) => {
    edit(ben)
    drawn.length = 0
    act(() => Y.applyUpdate(doc, Y.encodeStateAsUpdate(ben)))
  }
  return { titled, board, fromBen, user: userEvent.setup() }
}

const dues = (board: Board): (string | null)[] =>
  [...board.cards.values()].toSorted((a, b) => a.title.localeCompare(b.title)).map(({ due }) => due)

const views = { calendar: CalendarView, timeline: TimelineView }
const barOf: Record<keyof typeof views, (title: string) => HTMLElement> = {
  calendar: (title) =>
    screen.getAllByRole('button', { name: new RegExp(`^${title}, `) })[0] as HTMLElement,
  timeline: (title) => screen.getByRole('row', { name: new RegExp(`^${title}, `) }),
}

for (const view of ['calendar', 'timeline'] as const) {
  test(`in the ${view}, what somebody else changes on one card draws only that card`, () => {
    const { titled, fromBen } = open(views[view])
    expect(new Set(drawn).size).toBe(9)
    fromBen((doc) => renameCard(doc, titled('Card 4'), 'Renamed'))
    expect(new Set(drawn)).toEqual(new Set(['Renamed']))
    fromBen((doc) => setDue(doc, titled('Card 8'), '2030-05-21'))
    expect(new Set(drawn)).toEqual(new Set(['Card 8']))
  })

  test(`in the ${view}, cards are chosen by key and by click, and their days move as one`, async () => {
    const { board, user } = open(views[view])
    barOf[view]('Card 0').focus()
    await user.keyboard('x')
    expect(barOf[view]('Card 0').closest('[data-chosen]')).not.toBeNull()
    drawn.length = 0
    fireEvent.pointerDown(barOf[view]('Card 2'), { button: 0, shiftKey: true })
    expect(document.querySelectorAll('[data-chosen]').length).toBeGreaterThanOrEqual(3)
    // Only what is chosen now, and was not, is another.
    expect(new Set(drawn)).toEqual(new Set(['Card 1', 'Card 2']))
    barOf[view]('Card 1').focus()
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}')
    expect(dues(board()).slice(0, 4)).toEqual([
      ...['2030-05-13', '2030-05-14', '2030-05-15'],
      '2030-05-15',
    ])
    await user.keyboard('{Escape}')
    expect(document.querySelectorAll('[data-chosen]')).toHaveLength(0)
  })
}
