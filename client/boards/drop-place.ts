import type { Spot } from '@atelier/shared/basics/order'

/** Where a card would land, and the line on the screen that shows it. */
export type DropPlace = {
  column: string
  spot: Spot
  /** The row's, where the board has rows. */
  lane: string | null
  line: { left: number; top: number; width: number }
}

/** Reads the place under a point off the screen; null outside of every column. */
export function dropPlaceAt(x: number, y: number, dragged: string): DropPlace | null {
  const column = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-board-column]')
  const id = column?.dataset.boardColumn
  const list = column?.querySelector<HTMLElement>('.board-cards')
  if (!list || id === undefined) return null
  // While a list scrolls, its rows are in the document in any order.
  const rows = [...list.querySelectorAll<HTMLElement>('.board-card')]
    .filter((row) => row.dataset.key !== dragged)
    .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
  const below = rows.find((row) => y < middleOf(row))
  const last = rows.at(-1)
  const { left, top, width } = list.getBoundingClientRect()
  const lineTop =
    below?.getBoundingClientRect().top ?? (last?.getBoundingClientRect().bottom ?? top + 8) + 8
  const spot: Spot = below?.dataset.key ? { before: below.dataset.key } : 'end'
  const lane = column?.dataset.lane ?? null
  return { column: id, spot, lane, line: { left: left + 8, top: lineTop - 5, width: width - 16 } }
}

function middleOf(row: HTMLElement): number {
  const { top, height } = row.getBoundingClientRect()
  return top + height / 2
}
