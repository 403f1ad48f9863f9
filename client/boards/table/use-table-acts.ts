import type { TableColumn } from '@atelier/shared/boards/view'
import { type FocusEvent, type RefObject, useLayoutEffect, useMemo, useRef } from 'react'
import { useDesk } from '../board-context'
import { isEditableColumn } from './cell-editor'
import { stretchTo, toggleAt } from './choose-rows'
import type { TableActs } from './table-context'
import type { TableRow } from './table-rows'
import type { Moves } from './use-active-cell'
import type { Editing } from './use-editing'

type Given = {
  rows: readonly TableRow[]
  columns: readonly TableColumn[]
  moves: Moves
  editing: Editing
  scroller: RefObject<HTMLElement | null>
  onSort(column: TableColumn): void
  onFold(group: string): void
}

export type GridActs = {
  forCells: TableActs
  /** Edits the active cell, or does what its row is for. */
  edit(): void
  /** Writes a card in the first row that is for that. */
  writeFirst(): void
  noteFocus(): void
  noteBlur(event: FocusEvent): void
}

/** What is done with the table, always with its newest rows, though it is itself always the same. */
export function useTableActs(given: Given): GridActs {
  const { editable, openCard, selection } = useDesk()
  const now = useRef({ ...given, editable, openCard, selection })
  useLayoutEffect(() => {
    now.current = { ...given, editable, openCard, selection }
  })
  const hasFocus = useKeptFocus(given.scroller)
  return useMemo(() => {
    const edit = () => {
      const { rows, columns, moves, editing, onFold, ...desk } = now.current
      const row = rows[moves.at]
      const column = columns[moves.active.column]
      if (row?.kind === 'group') onFold(row.group.id)
      else if (row?.kind === 'new') editing.begin('new')
      else if (row && column && desk.editable && isEditableColumn(column)) editing.begin('card')
      else if (row) desk.openCard(row.card.id)
    }
    const write = (at: number) => {
      if (at < 0) return
      now.current.moves.go(at, 0)
      now.current.editing.begin('new')
    }
    const forCells: TableActs = {
      press(key, column, wasHere) {
        const { rows, moves, editing } = now.current
        const at = rows.findIndex((row) => row.key === key)
        moves.go(at, column)
        if (wasHere && moves.at === at && !editing.is) edit()
      },
      stopEditing(go) {
        const { moves, editing } = now.current
        editing.end()
        if (go !== null) moves.by(0, go)
      },
      choose(key, column, isStretch) {
        const { rows, moves, selection } = now.current
        const at = rows.findIndex((row) => row.key === key)
        if (isStretch) stretchTo(rows, selection, moves.at, at)
        else toggleAt(rows, selection, at)
        moves.go(at, column)
      },
      write: (key) => write(now.current.rows.findIndex((row) => row.key === key)),
      fold: (group) => now.current.onFold(group),
      sortBy: (column) => now.current.onSort(column),
      wantsFocus: () => now.current.moves.wantsFocus(),
    }
    const writeFirst = () => write(now.current.rows.findIndex(({ kind }) => kind === 'new'))
    const noteFocus = () => {
      hasFocus.current = true
    }
    const noteBlur = ({ relatedTarget, target }: FocusEvent) => {
      // What vanishes under the focus did not leave by itself.
      if (relatedTarget !== null || target.isConnected) hasFocus.current = false
    }
    return { forCells, edit, writeFirst, noteFocus, noteBlur }
  }, [hasFocus])
}

/** A focused row that others took away, or moved, leaves the focus to the cell that is active now. */
function useKeptFocus(scroller: RefObject<HTMLElement | null>) {
  const hasFocus = useRef(false)
  useLayoutEffect(() => {
    if (hasFocus.current && document.activeElement === document.body)
      scroller.current
        ?.querySelector<HTMLElement>('[data-active-cell]')
        ?.focus({ preventScroll: true })
  })
  return hasFocus
}
