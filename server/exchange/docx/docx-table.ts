/** Tables in Word: header rows that come again on every page, merged cells, widths. */
import type { JSONContent } from '@tiptap/core'
import { Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { DocxPart } from './docx-box'
import { codeFill } from './docx-styles'

/** Twentieths of a point in a CSS pixel. */
const perPixel = 15

type Inside = (cell: JSONContent) => DocxPart[]

/** `indent` is in twentieths of a point. */
export function tableOf(rows: readonly JSONContent[], indent: number, inside: Inside): Table {
  const widths = widthsOf(rows)
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    ...(indent > 0 && { indent: { size: indent, type: WidthType.DXA } }),
    ...(widths && {
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      columnWidths: widths,
    }),
    rows: rows.map(
      (row, at) =>
        new TableRow({
          ...(at === 0 && isHead(row) && { tableHeader: true }),
          cantSplit: false,
          children: (row.content ?? []).map((cell) => cellOf(cell, inside)),
        }),
    ),
  })
}

const isHead = ({ content = [] }: JSONContent) =>
  content.every(({ type }) => type === 'tableHeader')

/** Null where not every column has one. */
function widthsOf([first]: readonly JSONContent[]): number[] | null {
  const widths = (first?.content ?? []).flatMap(({ attrs = {} }): number[] =>
    Array.isArray(attrs.colwidth) ? attrs.colwidth : [0],
  )
  return widths.length > 0 && widths.every((width) => width > 0)
    ? widths.map((width) => width * perPixel)
    : null
}

function cellOf(cell: JSONContent, inside: Inside): TableCell {
  const { type, attrs = {} } = cell
  const parts = inside(cell)
  // Word wants a paragraph at the end of every cell.
  const children = parts.at(-1) instanceof Paragraph ? parts : [...parts, tableEnd()]
  return new TableCell({
    children: children as (Paragraph | Table)[],
    margins: { top: 60, bottom: 20, left: 110, right: 110 },
    ...(type === 'tableHeader' && { shading: { type: 'clear', fill: codeFill } }),
    ...(attrs.colspan > 1 && { columnSpan: attrs.colspan }),
    ...(attrs.rowspan > 1 && { rowSpan: attrs.rowspan }),
    ...(Array.isArray(attrs.colwidth) &&
      attrs.colwidth[0] > 0 && {
        width: {
          size: attrs.colwidth.reduce((sum: number, width: number) => sum + width, 0) * perPixel,
          type: WidthType.DXA,
        },
      }),
  })
}

/** Two tables without anything between them would be one; and Word wants what it ends with to be a paragraph. */
export const tableEnd = () => new Paragraph({ style: 'TableEnd' })
