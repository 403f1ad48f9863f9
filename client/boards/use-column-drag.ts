import { moveColumn } from '@atelier/shared/boards/column-edits'
import { type PointerEvent, useState } from 'react'
import { useDesk } from './board-context'

/** A column being dragged by its header, and the column it would be put before (null: the end). */
export type ColumnDrag = { id: string; before: string | null }

/**
 * Drag of whole columns by pointer. By keyboard and screen reader columns move through their
 * menu, so this needs no other way in.
 */
export function useColumnDrag() {
  const { room, editable } = useDesk()
  const [drag, setDrag] = useState<ColumnDrag | null>(null)
  const start = (id: string) => (event: PointerEvent<HTMLElement>) => {
    // A finger on the header scrolls the board.
    if (!editable || event.button !== 0 || event.pointerType === 'touch') return
    if ((event.target as HTMLElement).closest('button, input')) return
    event.currentTarget.setPointerCapture(event.pointerId)
    event.preventDefault()
    setDrag({ id, before: columnAfterPoint(event.clientX, id) })
  }
  const over = (event: PointerEvent<HTMLElement>) => {
    if (drag) setDrag({ ...drag, before: columnAfterPoint(event.clientX, drag.id) })
  }
  const drop = () => {
    if (drag) moveColumn(room.doc, drag.id, drag.before === null ? 'end' : { before: drag.before })
    setDrag(null)
  }
  const handlers = (id: string) => ({
    onPointerDown: start(id),
    onPointerMove: over,
    onPointerUp: drop,
    onPointerCancel: () => setDrag(null),
  })
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
