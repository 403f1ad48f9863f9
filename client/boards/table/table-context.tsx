import type { TableColumn } from '@atelier/shared/boards/view'
import { createContext, use } from 'react'

/** What cells do with the table around them. Its identity is stable, so that rows stay as they are drawn. */
export type TableActs = {
  /** A press on a cell goes there; on the one that had the focus before, it edits. */
  press(row: string, column: number, wasHere: boolean): void
  /** Chooses a row's card beside others, or all from where the keyboard is. */
  choose(row: string, column: number, isStretch: boolean): void
  /** Goes to a row for a new card, and opens it. */
  write(row: string): void
  /** Ends the edit; `go` says by how many columns the keyboard walks on, null leaves it where it is. */
  stopEditing(go: number | null): void
  fold(group: string): void
  sortBy(column: TableColumn): void
  /** Whether the cell that is active now should take the focus, asked once. */
  wantsFocus(): boolean
}

const TableContext = createContext<TableActs | null>(null)
export const TableProvider = TableContext.Provider

export function useTableActs(): TableActs {
  const acts = use(TableContext)
  if (!acts) throw new Error('a part of the table is drawn outside of a table')
  return acts
}
