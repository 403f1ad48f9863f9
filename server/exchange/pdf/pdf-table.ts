/** Tables on paper: header rows again on every page, merged cells, rows that go on overleaf. */
import type { JSONContent } from '@tiptap/core'
import type { Content, ContentTable, CustomTableLayout, TableCell } from 'pdfmake/interfaces'
import { colours } from './pdf-look'

const lines: CustomTableLayout = {
  hLineWidth: () => 0.6,
  vLineWidth: () => 0.6,
  hLineColor: () => colours.line,
  vLineColor: () => colours.line,
  paddingTop: () => 3,
  paddingBottom: () => 3,
}

export function tableOf(
  rows: readonly JSONContent[],
  contentOf: (cell: JSONContent) => Content[],
): ContentTable {
  const width = Math.max(1, ...gridOf(rows).map((row) => row.length))
  const heads = rows.findIndex(
    (row) => !(row.content ?? []).every(({ type }) => type === 'tableHeader'),
  )
  const headerRows = heads === -1 ? 0 : Math.min(heads, 3)
  return {
    table: {
      headerRows,
      ...(headerRows > 0 && { keepWithHeaderRows: 1 }),
      widths: widthsOf(rows, width),
      body: bodyOf(rows, width, contentOf),
    },
    layout: lines,
    ...(width > 7 && { fontSize: 8 }),
    margin: [0, 4, 0, 10],
  }
}

/** Which cell covers each place: a cell in its own place, true where another one reaches. */
function gridOf(rows: readonly JSONContent[]): (JSONContent | true | undefined)[][] {
  const grid: (JSONContent | true | undefined)[][] = rows.map(() => [])
  rows.forEach((row, at) => {
    let column = 0
    for (const cell of row.content ?? []) {
      while (grid[at]?.[column] !== undefined) column++
      const { colspan = 1, rowspan = 1 } = cell.attrs ?? {}
      for (let down = 0; down < rowspan && at + down < rows.length; down++) {
        for (let across = 0; across < colspan; across++) {
          const line = grid[at + down]
          if (line) line[column + across] = down === 0 && across === 0 ? cell : true
        }
      }
      column += colspan
    }
  })
  return grid
}

function bodyOf(
  rows: readonly JSONContent[],
  width: number,
  contentOf: (cell: JSONContent) => Content[],
): TableCell[][] {
  return gridOf(rows).map((row, at) =>
    Array.from({ length: width }, (_, column) => {
      const cell = row[column]
      if (cell === undefined || cell === true) return {}
      const { colspan = 1, rowspan = 1 } = cell.attrs ?? {}
      return {
        stack: contentOf(cell),
        ...(colspan > 1 && { colSpan: Math.min(colspan, width - column) }),
        ...(rowspan > 1 && { rowSpan: Math.min(rowspan, rows.length - at) }),
        ...(cell.type === 'tableHeader' && { fillColor: colours.tint, bold: true }),
      }
    }),
  )
}

/** As somebody drew them, or else by how much is written in each. */
function widthsOf(rows: readonly JSONContent[], width: number): string[] {
  const drawn = (rows[0]?.content ?? []).flatMap(({ attrs }) => attrs?.colwidth ?? [0]) as number[]
  const shares =
    drawn.length === width && drawn.every((share) => share > 0) ? drawn : written(rows, width)
  const all = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => `${((share / all) * 100).toFixed(3)}%`)
}

function written(rows: readonly JSONContent[], width: number): number[] {
  const shares = Array.from({ length: width }, () => 6)
  for (const row of gridOf(rows).slice(0, 50)) {
    row.forEach((cell, column) => {
      if (typeof cell !== 'object' || (cell.attrs?.colspan ?? 1) > 1) return
      const letters = lettersIn(cell)
      shares[column] = Math.max(shares[column] ?? 6, Math.min(60, letters))
    })
  }
  return shares.map((share) => share ** 0.7)
}

const lettersIn = (node: JSONContent): number =>
  (node.text?.length ?? 0) + (node.content ?? []).reduce((sum, child) => sum + lettersIn(child), 0)
