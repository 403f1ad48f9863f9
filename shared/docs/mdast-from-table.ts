/** Tables as Markdown knows them: one row of headers, a line in each cell, an alignment for each column. */
import type { JSONContent } from '@tiptap/core'
import type { AlignType, PhrasingContent, Table, TableCell } from 'mdast'
import { inlinesAsLinks, type WritingWishes } from './as-links'
import { mdastOfLine } from './mdast-from-inlines'

const sides: Record<string, AlignType> = { start: 'left', center: 'center', end: 'right' }

/** Null where the table is more than Markdown can say. */
export function mdastOfTable(
  { content: rows = [] }: JSONContent,
  wishes: WritingWishes,
): Table | null {
  const cells = rows.map((row) => row.content ?? [])
  const isPlain = cells.every((row, at) =>
    row.every((cell) => isPlainCell(cell) && (cell.type === 'tableHeader') === (at === 0)),
  )
  const align = (cells[0] ?? []).map((_, column) => alignmentOf(cells.map((row) => row[column])))
  if (!isPlain || align.includes(undefined)) return null
  return {
    type: 'table',
    align: align as AlignType[],
    children: cells.map((row) => ({
      type: 'tableRow',
      children: row.map((cell) => cellOf(cell, wishes)),
    })),
  }
}

function isPlainCell({ attrs = {}, content = [] }: JSONContent): boolean {
  const { colspan = 1, rowspan = 1 } = attrs
  const [line, ...rest] = content
  if (colspan > 1 || rowspan > 1 || line?.type !== 'paragraph' || rest.length > 0) return false
  // A formula has no way to say that a bar does not end its cell.
  return !line.content?.some((inline) => String(inline.attrs?.latex).includes('|'))
}

/** Undefined where the cells of a column differ. */
function alignmentOf(column: readonly (JSONContent | undefined)[]): AlignType | undefined {
  const found = new Set(column.map((cell) => cell?.content?.[0]?.attrs?.textAlign ?? null))
  const [only] = found
  return found.size === 1 ? (only === null ? null : sides[String(only)]) : undefined
}

function cellOf({ content = [] }: JSONContent, wishes: WritingWishes): TableCell {
  const children = mdastOfLine(inlinesAsLinks(content[0]?.content ?? [], wishes))
  return { type: 'tableCell', children: withoutBreaks(children) }
}

const lineBreak: PhrasingContent = { type: 'html', value: '<br>' }

/** Headings and cells are one line each. */
export const withoutBreaks = (children: PhrasingContent[]): PhrasingContent[] =>
  children.map((child) => {
    if (child.type === 'break') return lineBreak
    if (!('children' in child)) return child
    return { ...child, children: withoutBreaks(child.children) } as PhrasingContent
  })
