import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react'
import type { Row } from './timeline-rows'
import { rowHeight } from './timeline-size'

/**
 * Whatever others change, what one looks at stays where it is: the row the keyboard is on, or else the
 * first one in view. Answers what to call after a scroll.
 */
export function useSteadyRows(
  scroller: RefObject<HTMLElement | null>,
  rows: readonly Row[],
): () => void {
  const anchor = useRef<{ key: string; above: number } | null>(null)
  const now = useRef(rows)
  const remember = useCallback(() => {
    const box = scroller.current
    if (!box) return
    const top = box.scrollTop
    const inView = (index: number) =>
      index * rowHeight >= top && (index + 1) * rowHeight <= top + box.clientHeight
    const focused = document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row
    const focusedAt = now.current.findIndex(({ key }) => key === focused)
    const at = focusedAt >= 0 && inView(focusedAt) ? focusedAt : Math.ceil(top / rowHeight)
    const row = now.current[at]
    anchor.current = row ? { key: row.key, above: at * rowHeight - top } : null
  }, [scroller])
  useLayoutEffect(() => {
    if (now.current === rows) return remember()
    // The keyboard may have gone on since the last scroll; the rows of then still tell where it was.
    remember()
    now.current = rows
    const box = scroller.current
    const held = anchor.current
    const at = held ? rows.findIndex(({ key }) => key === held.key) : -1
    if (box && held && at >= 0 && box.scrollTop > 0) box.scrollTop = at * rowHeight - held.above
    remember()
  }, [rows, scroller, remember])
  return remember
}
