/** Widths of columns without a mouse. They are kept in every cell, as the table's own handles do. */
import type { Editor } from '@tiptap/core'
import { selectedRect, type TableRect } from '@tiptap/pm/tables'

const step = 40
const least = 64
const most = 1200

/** All columns of the selection, by a step. */
export function resizeColumns(editor: Editor, direction: -1 | 1): boolean {
  return editor.commands.command(({ tr, state }) => {
    const rect = selectedRect(state)
    for (let column = rect.left; column < rect.right; column++) {
      const width = widthOf(editor, rect, column) + direction * step
      const next = Math.min(most, Math.max(least, width))
      eachCell(rect, (at, attrs, first) => {
        if (column < first || column >= first + attrs.colspan) return
        const widths = [...(tr.doc.nodeAt(at)?.attrs.colwidth ?? Array(attrs.colspan).fill(0))]
        widths[column - first] = next
        tr.setNodeAttribute(at, 'colwidth', widths)
      })
    }
    return true
  })
}

/** Of the first column of the selection, in pixels. */
export function columnWidth(editor: Editor): number {
  const rect = selectedRect(editor.state)
  return widthOf(editor, rect, rect.left)
}

export function evenColumns(editor: Editor): boolean {
  return editor.commands.command(({ tr, state }) => {
    eachCell(selectedRect(state), (at, attrs) => {
      if (attrs.colwidth !== null) tr.setNodeAttribute(at, 'colwidth', null)
    })
    return true
  })
}

type CellAttrs = { colspan: number; colwidth: number[] | null }

function eachCell(
  { table, map, tableStart }: TableRect,
  visit: (at: number, attrs: CellAttrs, firstColumn: number) => void,
): void {
  for (const at of new Set(map.map)) {
    const cell = table.nodeAt(at)
    if (cell) visit(tableStart + at, cell.attrs as CellAttrs, map.findCell(at).left)
  }
}

/** As it is kept, or else as it is drawn. */
function widthOf(editor: Editor, { table, map, tableStart }: TableRect, column: number): number {
  const at = map.map[column] ?? 0
  const attrs = table.nodeAt(at)?.attrs as CellAttrs | undefined
  const kept = attrs?.colwidth?.[column - map.findCell(at).left]
  if (kept) return kept
  const dom = editor.view.nodeDOM(tableStart + at)
  const drawn = dom instanceof HTMLElement ? dom.offsetWidth / (attrs?.colspan ?? 1) : 0
  return Math.round(drawn) || 120
}
