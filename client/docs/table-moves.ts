/**
 * Rows and columns change places with their neighbour, where no merged cell is in the way. Every
 * cell stays the node it is, for whoever writes in it.
 */
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { isInTable, selectedRect, type TableRect } from '@tiptap/pm/tables'
import type { Direction } from './block-moves'

export function moveRow(state: EditorState, tr: Transaction, direction: Direction): boolean {
  if (!isInTable(state)) return false
  const rect = selectedRect(state)
  const from = direction === 1 ? rect.bottom - 1 : rect.top
  const upper = Math.min(from, from + direction)
  if (upper < 0 || upper + 1 >= rect.map.height) return false
  if (!isWhole(rect, 'rowspan', [upper, upper + 1])) return false
  swapRows(tr, rect, upper, from === upper)
  return true
}

export function moveColumn(state: EditorState, tr: Transaction, direction: Direction): boolean {
  if (!isInTable(state)) return false
  const rect = selectedRect(state)
  const from = direction === 1 ? rect.right - 1 : rect.left
  const first = Math.min(from, from + direction)
  if (first < 0 || first + 1 >= rect.map.width) return false
  if (!isWhole(rect, 'colspan', [first, first + 1])) return false
  swapColumns(tr, rect, first, from === first)
  return true
}

/** No cell in these rows, or columns, belongs to others as well. */
function isWhole(
  { table, map }: TableRect,
  span: 'rowspan' | 'colspan',
  places: number[],
): boolean {
  return map.map.every((at, place) => {
    const own = span === 'rowspan' ? Math.floor(place / map.width) : place % map.width
    return !places.includes(own) || table.nodeAt(at)?.attrs[span] === 1
  })
}

/** What is not the caret's is made anew, behind or before it. */
function swapRows(tr: Transaction, rect: TableRect, upper: number, isUpperHeld: boolean): void {
  const { table, tableStart } = rect
  let start = tableStart
  for (let row = 0; row < upper; row++) start += table.child(row).nodeSize
  swap(tr, start, table.child(upper).nodeSize, table.child(upper + 1).nodeSize, isUpperHeld)
}

function swapColumns(tr: Transaction, rect: TableRect, first: number, isFirstHeld: boolean): void {
  const { table, tableStart, map } = rect
  for (let row = 0; row < map.height; row++) {
    const [at = 0, next = 0] = map.map.slice(row * map.width + first)
    // A cell that came down from the row above was moved there.
    const startsHere = [at, next].every((cell) => map.findCell(cell).top === row)
    if (!startsHere) continue
    const sizes = [at, next].map((cell) => table.nodeAt(cell)?.nodeSize ?? 0)
    swap(tr, tableStart + at, sizes[0] ?? 0, sizes[1] ?? 0, isFirstHeld)
  }
}

/** Two neighbours of these sizes; neither moves anything behind them. */
function swap(
  tr: Transaction,
  start: number,
  size: number,
  nextSize: number,
  isFirstHeld: boolean,
): void {
  const middle = start + size
  const end = middle + nextSize
  const { content } = isFirstHeld ? tr.doc.slice(middle, end) : tr.doc.slice(start, middle)
  if (isFirstHeld) tr.delete(middle, end).insert(start, content)
  else tr.delete(start, middle).insert(start + nextSize, content)
}
