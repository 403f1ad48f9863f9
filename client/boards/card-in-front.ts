/** Which card the keyboard is on, in whichever view, and how it gets back there. */
import type { Column } from '@atelier/shared/boards/board'
import { actsOn, type CardSelection, inBoardOrder } from './card-selection'
import { focusCard, focusedCard, rowOf } from './focus-card'

/** A row of the table, a bar or a row on days, a row of those without days. */
const elsewhere = '[data-table-card], [data-timed], [data-undated]'

/** The card an element is, or stands in. */
export function cardUnder(target: EventTarget | null): string | null {
  if (!(target instanceof HTMLElement)) return null
  const { tableCard, timed, undated } = target.closest<HTMLElement>(elsewhere)?.dataset ?? {}
  return focusedCard(target) ?? tableCard ?? timed ?? undated ?? null
}

/** What the keyboard is on, and all that are chosen with it; else what is chosen. In the board's order. */
export function cardsInFront(
  target: EventTarget | null,
  selection: CardSelection,
  columns: readonly Column[],
): readonly string[] {
  const id = cardUnder(target)
  return id === null ? inBoardOrder(columns, selection.read()) : actsOn(selection, columns, id)
}

const drawnAs = (id: string): readonly string[] => {
  const name = CSS.escape(id)
  return [
    `[data-table-card="${name}"] [data-active-cell]`,
    `[data-table-card="${name}"] .table-cell`,
    `:is(tr, [role="row"])[data-timed="${name}"]`,
    `[data-timed="${name}"] .time-open`,
    `[data-undated="${name}"]`,
  ]
}

const find = (selectors: readonly string[]): HTMLElement | null =>
  selectors.map((one) => document.querySelector<HTMLElement>(one)).find((one) => one !== null) ??
  null

/** Where something about a card may stand: the card, as near to the keyboard as it is drawn; else the bar of all chosen. */
export function placeOfCard(id: string): HTMLElement | null {
  const focused = document.activeElement
  const own =
    focused instanceof HTMLElement && cardUnder(focused) === id && !focused.matches('tr')
      ? focused
      : null
  const days = document.querySelector<HTMLElement>(
    `tr[data-timed="${CSS.escape(id)}"] .timeline-label`,
  )
  return own ?? rowOf(id) ?? days ?? find([...drawnAs(id), '.board-chosen'])
}

/** What has the keyboard in a view, whichever card that is. */
const stops = [
  '.table-grid [data-active-cell]',
  '.calendar [data-day][tabindex="0"]',
  '.timeline-row[tabindex="0"]',
] as const

/** Puts the keyboard on a card in the view that is open, or back into that view where the card is not drawn. */
export function focusInView(id: string): void {
  if (focusCard(id)) return
  find([...drawnAs(id), ...stops])?.focus({ preventScroll: true })
}
