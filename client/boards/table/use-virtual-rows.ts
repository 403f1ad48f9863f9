import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback } from 'react'
import type { TableRow } from './table-rows'

/** In pixels; table.css draws rows as high. */
const rowHeight = 40
const rowsBeyond = 10

/** Which rows are in the document: those in view, and the active one, so that its focus, or its edit, holds. */
export function useVirtualRows(
  rows: readonly TableRow[],
  active: number,
  scroller: RefObject<HTMLElement | null>,
) {
  const rangeExtractor = useCallback(
    (range: Range) => {
      const inView = defaultRangeExtractor(range)
      if (active < 0 || active >= range.count || inView.includes(active)) return inView
      return [...inView, active].sort((a, b) => a - b)
    },
    [active],
  )
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: rowsBeyond,
    rangeExtractor,
  })
  return { items: virtual.getVirtualItems(), height: virtual.getTotalSize() }
}
