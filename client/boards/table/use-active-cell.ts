import { useCallback, useMemo, useRef, useState } from 'react'
import type { TableRow } from './table-rows'

/** The head of the table, as a row. */
const headKey = 'head'

/** `column` is the index of a shown column. Rows of groups and of new cards are one wide cell each. */
export type ActiveCell = { row: string; card: string | null; column: number }

export type Moves = {
  active: ActiveCell
  /** Index of the active row; -1 is the head. */
  at: number
  /** Makes a cell the one the keyboard is on, and takes the focus there. */
  go(at: number, column: number): void
  /** By how many rows and columns. */
  by(rows: number, columns: number): void
  /** Once the focus is to be in the table; the cell asks when it is drawn. */
  wantsFocus(): boolean
}

/** The one cell the keyboard is on: by what it stands for, so that it stays on a card that moves. */
export function useActiveCell(rows: readonly TableRow[], columns: number): Moves {
  const [active, setActive] = useState<ActiveCell>({ row: '', card: null, column: 0 })
  const wanted = useRef(false)
  const last = useRef(0)
  const at = useMemo(() => placeOf(rows, active), [rows, active])
  const index = at ?? Math.min(last.current, rows.length - 1)
  last.current = index
  const go = useCallback(
    (to: number, column: number) => {
      const next = Math.max(-1, Math.min(to, rows.length - 1))
      const row = rows[next]
      wanted.current = true
      setActive({
        row: row?.key ?? headKey,
        card: row?.kind === 'card' ? row.card.id : null,
        column: Math.max(0, Math.min(column, columns - 1)),
      })
    },
    [rows, columns],
  )
  const by = useCallback(
    (down: number, along: number) => go(last.current + down, active.column + along),
    [go, active.column],
  )
  const wantsFocus = useCallback(() => {
    const wants = wanted.current
    wanted.current = false
    return wants
  }, [])
  return useMemo(
    () => ({ active, at: index, go, by, wantsFocus }),
    [active, index, go, by, wantsFocus],
  )
}

/** Null where it is gone. A card that changed its group is found there. */
function placeOf(rows: readonly TableRow[], { row: key, card }: ActiveCell): number | null {
  if (key === headKey) return -1
  const at = rows.findIndex((row) => row.key === key)
  if (at >= 0) return at
  const moved = card === null ? -1 : rows.findIndex((r) => r.kind === 'card' && r.card.id === card)
  return moved >= 0 ? moved : null
}
