const edgePixels = 72
const pixelsPerFrame = 14

/** How fast to scroll along one axis with the pointer at `at` between `start` and `end`. */
export function edgeSpeed(at: number, start: number, end: number): number {
  const near = Math.min(edgePixels, (end - start) / 5)
  if (at < start + near) return -pixelsPerFrame
  return at > end - near ? pixelsPerFrame : 0
}

/** Scrolls the board sideways, and the list under the point up or down. Says whether anything moved. */
export function scrollNear(board: HTMLElement, x: number, y: number): boolean {
  const list = document.elementFromPoint(x, y)?.closest('.board-cards')
  const before = `${board.scrollLeft} ${board.scrollTop} ${list?.scrollTop}`
  const { left, right, ...frame } = board.getBoundingClientRect()
  board.scrollLeft += edgeSpeed(x, left, right)
  // Only the board in lanes goes up and down.
  board.scrollTop += edgeSpeed(y, frame.top, frame.bottom)
  if (list) {
    const { top, bottom } = list.getBoundingClientRect()
    list.scrollTop += edgeSpeed(y, top, bottom)
  }
  return before !== `${board.scrollLeft} ${board.scrollTop} ${list?.scrollTop}`
}

/** The first of `stops` on the way from one place to another, the one it began at left out. */
export function firstStop(stops: readonly number[], from: number, to: number): number | null {
  const passed = stops.filter((stop) =>
    to > from ? stop > from && stop <= to : stop < from && stop >= to,
  )
  if (passed.length === 0) return null
  return to > from ? Math.min(...passed) : Math.max(...passed)
}

/** Where one column fills the board, as it does on a phone: stops where that is so. Says whether it did. */
export function stopAtColumn(board: HTMLElement, from: number): boolean {
  const width = board.clientWidth
  const columns = [...board.querySelectorAll<HTMLElement>('[data-board-column]')]
  const fills = columns.filter(({ offsetWidth }) => offsetWidth > width / 2)
  const stops = fills.map(({ offsetLeft, offsetWidth }) =>
    Math.round(offsetLeft - board.offsetLeft + (offsetWidth - width) / 2),
  )
  const stop = firstStop(stops, from, board.scrollLeft)
  if (stop === null) return false
  board.scrollLeft = stop
  return true
}
