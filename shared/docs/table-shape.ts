/** What must stay together so that a table has no ragged edge. */
import { Fragment, type Node } from '@tiptap/pm/model'
import { alignBlocks, type Pair } from './align-blocks'
import { alignColumns } from './align-columns'
import { likenessOfRows } from './likeness-of-rows'
import type { Grid } from './table-grid'
import { mostPlaces } from './table-limits'

const roleOf = ({ type }: Node): unknown => type.spec.tableRole

export const isTable = (block: Node): boolean => roleOf(block) === 'table'

/** Blocks whose parts are known by their place. */
export const rowsTakeSides = (block: Node): boolean =>
  roleOf(block) === 'row' || block.type.name === 'details'

/** False for a table with merged cells that is not the same but for what its cells say. */
function keepsMergedCells(a: Node, b: Node): boolean {
  return a.childCount === b.childCount && a.children.every((row, i) => hasSpansOf(row, b.child(i)))
}

/** How the rows of two tables belong together. Without a grid they have the same columns. */
export type TableMatch = { rows: readonly Pair[]; grid?: Grid }

/** Larger tables are not compared by columns: their number times all that is said in both. */
const mostToCompare = 20_000_000

/**
 * Null for tables of which no row can change alone: merged cells came or went, they share no column or,
 * with other columns, no row, or both in one would be too large a table.
 */
export function matchTables(a: Node, b: Node): TableMatch | null {
  const [widthA, widthB] = [widthOf(a), widthOf(b)]
  if (widthA === null || widthB === null || a.content.eq(b.content)) {
    return keepsMergedCells(a, b) ? { rows: a.children.map((_, i): Pair => [i, i]) } : null
  }
  const pairs = columnsIn(a, b, widthA, widthB)
  if (!pairs) return null
  const isSame = pairs.length === widthA && pairs.length === widthB
  const [rowsA, rowsB] = isSame ? [a.children, b.children] : rowsOfShared(a, b, pairs)
  const rows = alignBlocks(rowsA, rowsB, likenessOfRows)
  const height = a.childCount + b.childCount - rows.length
  if (height * (widthA + widthB - pairs.length) > mostPlaces) return null
  if (isSame) return { rows }
  return rows.length === 0 ? null : { rows, grid: { pairs, widthA, widthB } }
}

function columnsIn(a: Node, b: Node, widthA: number, widthB: number): Pair[] | null {
  const isSmall = Math.max(widthA, widthB) * (a.content.size + b.content.size) <= mostToCompare
  if (isSmall) {
    const pairs = alignColumns(a, b)
    if (pairs.length > 0) return pairs
  }
  return widthA === widthB ? Array.from({ length: widthA }, (_, i): Pair => [i, i]) : null
}

function rowsOfShared(a: Node, b: Node, pairs: readonly Pair[]): [Node[], Node[]] {
  const [placesA, placesB] = [pairs.map(([i]) => i), pairs.map(([, j]) => j)]
  return [a.children.map((row) => only(row, placesA)), b.children.map((row) => only(row, placesB))]
}

const only = (row: Node, places: readonly number[]): Node =>
  row.copy(Fragment.fromArray(places.map((place) => row.child(place))))

/** How many cells each row has; null where cells are merged or rows differ. */
function widthOf(table: Node): number | null {
  const width = table.firstChild?.childCount ?? 0
  const isEven = table.children.every(
    (row) =>
      row.childCount === width &&
      row.children.every(({ attrs }) => attrs.colspan === 1 && attrs.rowspan === 1),
  )
  return isEven ? width : null
}

const hasSpansOf = (row: Node, other: Node): boolean =>
  row.childCount === other.childCount &&
  row.children.every(({ attrs: { colspan, rowspan } }, place) => {
    const { attrs } = other.child(place)
    return attrs.colspan === colspan && attrs.rowspan === rowspan
  })
