/**
 * Tables whose merged cells fit: nothing reaches beyond the last row, every row is as wide as the
 * widest. What is too large for one table goes on in further ones.
 */
import type { JSONContent } from '@tiptap/core'
import { attrsOf, childrenOf, type Loose } from './loose-node'
import {
  mostColumns,
  mostPlaces,
  mostRows,
  readColumnSpan,
  readColumnWidth,
  readRowSpan,
} from './table-limits'

type Inside = (cell: Loose) => JSONContent[]

/** What stands in it outside of any row comes after it. */
export function tidyTable(node: Loose, inside: Inside): JSONContent[] {
  const all = childrenOf(node)
  const rows = all.filter(({ type }) => type === 'tableRow')
  const cells = rows.map((row) => childrenOf(row).map((cell) => cellOf(cell, inside)))
  const tables = sideBySide(cells).flatMap(below)
  return [
    ...tables.map((rows) => ({ type: 'table', content: squared(rows) })),
    ...all.filter(({ type }) => type !== 'tableRow').flatMap(inside),
  ]
}

const widthOf = ({ attrs }: JSONContent): number => attrs?.colspan ?? 1
const spanOf = (cells: readonly JSONContent[]): number =>
  cells.reduce((sum, cell) => sum + widthOf(cell), 0)

/** The same rows, as many columns of them at a time as a table may have. */
function sideBySide(rows: readonly JSONContent[][]): JSONContent[][][] {
  if (rows.length === 0) return []
  const parts = rows.map((row) => {
    const found: JSONContent[][] = [[]]
    let width = 0
    for (const cell of row) {
      width += widthOf(cell)
      if (width > mostColumns) {
        found.push([])
        width = widthOf(cell)
      }
      found.at(-1)?.push(cell)
    }
    return found
  })
  const count = parts.reduce((most, part) => Math.max(most, part.length), 1)
  // Further tables have only the rows that go on there: else a few long rows would fill all the others.
  return Array.from({ length: count }, (_, at) =>
    parts.flatMap((part) => (part[at] || at === 0 ? [part[at] ?? []] : [])),
  )
}

/** The same columns, as many rows of them at a time as a table may have. */
function below(rows: readonly JSONContent[][]): JSONContent[][] {
  const width = rows.reduce((most, row) => Math.max(most, spanOf(row)), 1)
  const height = Math.min(mostRows, Math.floor(mostPlaces / width))
  return Array.from({ length: Math.ceil(rows.length / height) }, (_, at) =>
    rows.slice(at * height, (at + 1) * height).map((content) => ({ type: 'tableRow', content })),
  )
}

function cellOf(cell: Loose, inside: Inside): JSONContent {
  const { colspan, rowspan, colwidth } = attrsOf(cell)
  const across = readColumnSpan(colspan) ?? 1
  const down = readRowSpan(rowspan) ?? 1
  const attrs = {
    ...(across > 1 && { colspan: across }),
    ...(down > 1 && { rowspan: down }),
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

/** Empty cells where a row is too short; spans cut where they reach too far, or make a row too wide. */
function squared(rows: JSONContent[]): JSONContent[] {
  const taken = rows.map(({ content = [] }) => spanOf(content))
  rows.forEach((row, at) => {
    for (const cell of row.content ?? []) {
      const across = widthOf(cell)
      let down = 1
      const most = Math.min(cell.attrs?.rowspan ?? 1, rows.length - at)
      for (; down < most; down++) {
        const width = (taken[at + down] ?? 0) + across
        if (width > mostColumns) break
        taken[at + down] = width
      }
      if (cell.attrs?.rowspan !== undefined) cell.attrs.rowspan = down
    }
  })
  const width = taken.reduce((most, one) => Math.max(most, one), 1)
  return rows.map((row, at) => ({
    ...row,
    content: [
      ...(row.content ?? []),
      ...Array.from({ length: width - (taken[at] ?? 0) }, emptyCell),
    ],
  }))
}

const emptyCell = (): JSONContent => ({ type: 'tableCell', content: [{ type: 'paragraph' }] })
