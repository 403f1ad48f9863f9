/** The columns of two tables in one, so that every row of either can be drawn as wide as all others. */
import { Fragment, type Node } from '@tiptap/pm/model'
import type { Pair } from './align-blocks'

/** `pairs`: which column of the old table is which of the new one. All others went, or came. */
export type Grid = { pairs: readonly Pair[]; widthA: number; widthB: number }

export type FilledRow = {
  row: Node
  /** Where the cells that only fill begin, from before the row. */
  fillers: { from: number; to: number }[]
}

/** A row that only one of the tables has, with empty cells where the other one has further columns. */
export function filledRow(row: Node, side: 'a' | 'b', grid: Grid): FilledRow {
  const cells: Node[] = []
  const fillers: FilledRow['fillers'] = []
  let size = 1
  const put = (cell: Node | null | undefined, fills: boolean) => {
    if (!cell) return
    cells.push(cell)
    if (fills) fillers.push({ from: size, to: size + cell.nodeSize })
    size += cell.nodeSize
  }
  for (const { from, own } of placesOf(grid)) {
    if (from !== side && from !== 'both') put(emptyCell(row), true)
    else put(row.maybeChild(side === 'a' ? own[0] : own[1]), false)
  }
  return { row: row.copy(Fragment.fromArray(cells)), fillers }
}

type Place = { from: 'a' | 'b' | 'both'; own: Pair }

/** Every column of the merged table: what went stands before what came for it. */
function placesOf({ pairs, widthA, widthB }: Grid): Place[] {
  const places: Place[] = []
  let [a, b] = [0, 0]
  for (const [i, j] of [...pairs, [widthA, widthB] as const]) {
    for (; a < i; a++) places.push({ from: 'a', own: [a, b] })
    for (; b < j; b++) places.push({ from: 'b', own: [a, b] })
    if (i < widthA && j < widthB) places.push({ from: 'both', own: [a++, b++] })
  }
  return places
}

const emptyCell = ({ type }: Node): Node | null | undefined =>
  type.schema.nodes.tableCell?.createAndFill()
