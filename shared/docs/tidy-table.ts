/** Tables whose merged cells fit: nothing reaches beyond the last row, every row is as wide as the widest. */
import type { JSONContent } from '@tiptap/core'
import { readWhole } from './attributes'
import { attrsOf, childrenOf, type Loose } from './loose-node'

const mostRows = 2000
const mostColumns = 100
const readSpan = readWhole(1, mostColumns)
const readRowSpan = readWhole(1, mostRows)
const readColumnWidth = readWhole(20, 4000)

type Inside = (cell: Loose) => JSONContent[]

/** The rows beyond what fits, and cells in no row, are blocks after it. */
export function tidyTable(node: Loose, inside: Inside): JSONContent[] {
  const all = childrenOf(node)
  const rows = all.filter(({ type }) => type === 'tableRow').slice(0, mostRows)
  if (rows.length === 0) return all.flatMap(inside)
  const tidy = rows.map((row) => rowOf(row, inside))
  return [{ type: 'table', content: squared(tidy) }]
}

function rowOf(row: Loose, inside: Inside): JSONContent {
  const cells = childrenOf(row).slice(0, mostColumns)
  return { type: 'tableRow', content: cells.map((cell) => cellOf(cell, inside)) }
}

function cellOf(cell: Loose, inside: Inside): JSONContent {
  const { colspan, rowspan, colwidth } = attrsOf(cell)
  const across = readSpan(colspan) ?? 1
  const attrs = {
    ...(across > 1 && { colspan: across }),
    ...(Number(rowspan) > 1 && { rowspan: readRowSpan(rowspan) ?? 1 }),
    ...widthsOf(colwidth, across),
  }
  const type = cell.type === 'tableHeader' ? 'tableHeader' : 'tableCell'
  return { type, ...(Object.keys(attrs).length > 0 && { attrs }), content: inside(cell) }
}

function widthsOf(colwidth: unknown, across: number) {
  if (!Array.isArray(colwidth) || colwidth.length !== across) return {}
  const widths = colwidth.map((width) => (width === 0 ? 0 : readColumnWidth(width)))
  return widths.includes(null) ? {} : { colwidth: widths }
}

/** Empty cells where a row is too short; spans cut where they reach too far. */
function squared(rows: JSONContent[]): JSONContent[] {
  const taken = rows.map((): number => 0)
  rows.forEach((row, at) => {
    for (const cell of row.content ?? []) {
      const down = Math.min(cell.attrs?.rowspan ?? 1, rows.length - at)
      if (cell.attrs?.rowspan !== undefined) cell.attrs.rowspan = down
      for (let below = 0; below < down; below++)
        taken[at + below] = (taken[at + below] ?? 0) + (cell.attrs?.colspan ?? 1)
    }
  })
  const width = Math.max(1, ...taken)
  return rows.map((row, at) => ({
    ...row,
    content: [
      ...(row.content ?? []),
      ...Array.from({ length: width - (taken[at] ?? 0) }, emptyCell),
    ],
  }))
}

const emptyCell = (): JSONContent => ({ type: 'tableCell', content: [{ type: 'paragraph' }] })
