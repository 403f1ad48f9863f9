import type { Card } from '@atelier/shared/boards/card'

/** In pixels, as the sheets draw them: a plain card with its gap, a list's padding, what adds a card. */
const cardHeight = 70
const padding = 16
const addHeight = 44
const emptyHeight = 52
const titleHeight = 40

/** How high the lists of a lane will be, before they were drawn. */
export function laneHeight(cells: ReadonlyMap<string, readonly Card[]>): number {
  const most = Math.max(0, ...[...cells.values()].map(({ length }) => length))
  return Math.max(emptyHeight, most * cardHeight + padding) + addHeight
}

/** How many lanes begin within so many pixels. */
export function lanesWithin(heights: Iterable<number>, pixels: number): number {
  let top = 0
  let count = 0
  for (const height of heights) {
    if (top > pixels) break
    top += height + titleHeight
    count += 1
  }
  return count
}
