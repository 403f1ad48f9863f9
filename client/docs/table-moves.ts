/** Rows and columns change places. Where no cell spans several, every cell stays the same node. */
import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import {
  isInTable,
  moveTableColumn,
  moveTableRow,
  selectedRect,
  type TableRect,
} from '@tiptap/pm/tables'
import type { Direction } from './block-moves'

export function moveRow(state: EditorState, tr: Transaction, direction: Direction): boolean {
  if (!isInTable(state)) return false
  const rect = selectedRect(state)
  const from = direction === 1 ? rect.bottom - 1 : rect.top
  const to = from + direction
  if (to < 0 || to >= rect.map.height) return false
  if (hasSpans(rect.table)) return moveTableRow({ from, to })(state, replaying(tr))
  swapRows(tr, rect, Math.min(from, to))
  return true
}

export function moveColumn(state: EditorState, tr: Transaction, direction: Direction): boolean {
  if (!isInTable(state)) return false
  const rect = selectedRect(state)
  const from = direction === 1 ? rect.right - 1 : rect.left
  const to = from + direction
  if (to < 0 || to >= rect.map.width) return false
  if (hasSpans(rect.table)) return moveTableColumn({ from, to })(state, replaying(tr))
  swapColumns(tr, rect, Math.min(from, to), from)
  return true
}

function hasSpans(table: Node): boolean {
  let found = false
  table.forEach((row) => {
    row.forEach(({ attrs }) => {
      if (attrs.colspan > 1 || attrs.rowspan > 1) found = true
    })
  })
  return found
}

/** The row that is not the caret's is made anew, behind or before it. */
function swapRows(tr: Transaction, { table, tableStart, top }: TableRect, upper: number): void {
  let start = tableStart
  for (let row = 0; row < upper; row++) start += table.child(row).nodeSize
  const [above, below] = [table.child(upper), table.child(upper + 1)]
  const middle = start + above.nodeSize
  if (top === upper) tr.delete(middle, middle + below.nodeSize).insert(start, below)
  else tr.delete(start, middle).insert(start + below.nodeSize, above)
}

function swapColumns(tr: Transaction, rect: TableRect, left: number, moved: number): void {
  const { table, tableStart } = rect
  let start = tableStart
  table.forEach((row) => {
    let at = tr.mapping.map(start) + 1
    for (let column = 0; column < left; column++) at += row.child(column).nodeSize
    const [first, second] = [row.child(left), row.child(left + 1)]
    const middle = at + first.nodeSize
    if (moved === left) tr.delete(middle, middle + second.nodeSize).insert(at, second)
    else tr.delete(at, middle).insert(at + second.nodeSize, first)
    start += row.nodeSize
  })
}

/** A command of others makes a transaction of its own; its steps are taken over. */
const replaying =
  (tr: Transaction) =>
  (made: Transaction): void => {
    for (const step of made.steps) tr.step(step)
    tr.setSelection(made.selection.getBookmark().resolve(tr.doc))
  }
