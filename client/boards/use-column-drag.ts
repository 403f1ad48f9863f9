import { moveColumn } from '@atelier/shared/boards/column-edits'
import { type PointerEvent, useCallback, useRef, useState } from 'react'
import { useDesk } from './board-context'

/** A column being dragged by its header, and the column it would be put before (null: the end). */
export type ColumnDrag = { id: string; before: string | null }

/**
 * Drag of whole columns by pointer. By keyboard and screen reader columns move through their
 * menu, so this needs no other way in. `handlers` stays the same while columns are dragged.
 */
export function useColumnDrag() {
  const { room, editable } = useDesk()
  const [drag, setDrag] = useState<ColumnDrag | null>(null)
  const now = useRef<ColumnDrag | null>(null)
  const handlers = useCallback(
    (id: string) => {
      const show = (next: ColumnDrag | null) => {
        now.current = next
        setDrag(next)
      }
      return {
        onPointerDown(event: PointerEvent<HTMLElement>) {
          // A finger on the header scrolls the board.
          if (!editable || event.button !== 0 || event.pointerType === 'touch') return
          if ((event.target as HTMLElement).closest('button, textarea')) return
          event.currentTarget.setPointerCapture(event.pointerId)
          event.preventDefault()
          show({ id, before: columnAfterPoint(event.clientX, id) })
        },
        onPointerMove(event: PointerEvent<HTMLElement>) {
          if (now.current) show({ id, before: columnAfterPoint(event.clientX, id) })
        },
        onPointerUp() {
          const { current } = now
          show(null)
          if (current)
            moveColumn(room.doc, id, current.before === null ? 'end' : { before: current.before })
        },
        onPointerCancel: () => show(null),
      }
    },
    [room.doc, editable],
  )
  return { drag, handlers }
}

/** The first column whose middle lies behind the point, reading direction considered. */
function columnAfterPoint(x: number, dragged: string): string | null {
  const rightToLeft = document.documentElement.dir === 'rtl'
  const columns = [...document.querySelectorAll<HTMLElement>('[data-board-column]')]
  const behind = columns.find((column) => {
    const { left, width } = column.getBoundingClientRect()
    const middle = left + width / 2
    return column.dataset.boardColumn !== dragged && (rightToLeft ? x > middle : x < middle)
  })
  return behind?.dataset.boardColumn ?? null
}
