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
