import { type RefObject, useLayoutEffect, useRef } from 'react'
import { useTableActs } from './table-context'

/** Takes the focus where the keyboard walked to this cell, and brings it into view. */
export function useCellFocus<T extends HTMLElement>(isActive: boolean): RefObject<T | null> {
  const cell = useRef<T>(null)
  const { wantsFocus } = useTableActs()
  useLayoutEffect(() => {
    if (!isActive || !cell.current || !wantsFocus()) return
    // A field that opened in it has the focus already.
    if (!cell.current.contains(document.activeElement)) cell.current.focus({ preventScroll: true })
    cell.current.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
  return cell
}

/** What every cell has that the keyboard can be on. */
export const focusable = (isActive: boolean) => ({
  tabIndex: isActive ? 0 : -1,
  'data-active-cell': isActive || undefined,
})
