/** What can be done with the rows and the columns of a table. */
import type { Editor } from '@tiptap/core'
import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  BetweenHorizontalEnd,
  BetweenHorizontalStart,
  BetweenVerticalEnd,
  BetweenVerticalStart,
  ChevronsLeftRight,
  ChevronsRightLeft,
  Columns3,
  type LucideIcon,
  Trash2,
} from 'lucide-react'
import { evenColumns, resizeColumns } from './column-widths'
import { moveColumn, moveRow } from './table-moves'

export type TableDeed = {
  /** Names its words: `table.<id>` in the catalogue. */
  id: string
  icon: LucideIcon
  run: (editor: Editor) => boolean
  /** Done several times in a row, as a rule. */
  stays?: boolean
}

export const tableDeeds: Record<'row' | 'column', TableDeed[]> = {
  row: [
    {
      id: 'addAbove',
      icon: BetweenHorizontalStart,
      run: ({ commands }) => commands.addRowBefore(),
    },
    { id: 'addBelow', icon: BetweenHorizontalEnd, run: ({ commands }) => commands.addRowAfter() },
    {
      id: 'rowUp',
      icon: ArrowUp,
      stays: true,
      run: ({ commands }) => commands.command(({ state, tr }) => moveRow(state, tr, -1)),
    },
    {
      id: 'rowDown',
      icon: ArrowDown,
      stays: true,
      run: ({ commands }) => commands.command(({ state, tr }) => moveRow(state, tr, 1)),
    },
    { id: 'deleteRow', icon: Trash2, run: ({ commands }) => commands.deleteRow() },
  ],
  column: [
    {
      id: 'addBefore',
      icon: BetweenVerticalStart,
      run: ({ commands }) => commands.addColumnBefore(),
    },
    { id: 'addAfter', icon: BetweenVerticalEnd, run: ({ commands }) => commands.addColumnAfter() },
    {
      id: 'columnBack',
      icon: ArrowLeft,
      stays: true,
      run: ({ commands }) => commands.command(({ state, tr }) => moveColumn(state, tr, -1)),
    },
    {
      id: 'columnOn',
      icon: ArrowRight,
      stays: true,
      run: ({ commands }) => commands.command(({ state, tr }) => moveColumn(state, tr, 1)),
    },
    {
      id: 'wider',
      icon: ChevronsLeftRight,
      stays: true,
      run: (editor) => resizeColumns(editor, 1),
    },
    {
      id: 'narrower',
      icon: ChevronsRightLeft,
      stays: true,
      run: (editor) => resizeColumns(editor, -1),
    },
    { id: 'evenly', icon: Columns3, run: evenColumns },
    { id: 'deleteColumn', icon: Trash2, run: ({ commands }) => commands.deleteColumn() },
  ],
}
