/** Tables out of HTML's. */
import type { Element } from 'hast'
import type { Loose } from './loose-node'
import { type Context, isElement, propertyOf } from './reading-hast'

type BlocksIn = (element: Element, context: Context) => Loose[]

export function tableOf(element: Element, context: Context, blocksIn: BlocksIn): Loose[] {
  const caption = element.children.find((child) => isElement(child, 'caption')) as
    | Element
    | undefined
  const rows = rowsIn(element).map(({ row, isHead }) => ({
    type: 'tableRow',
    content: row.children.flatMap((cell) =>
      isElement(cell, 'td', 'th') ? [cellOf(cell, isHead, context, blocksIn)] : [],
    ),
  }))
  const table = { type: 'table', content: rows.filter(({ content }) => content.length > 0) }
  return [...(caption ? blocksIn(caption, context) : []), table]
}

function rowsIn(element: Element): { row: Element; isHead: boolean }[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element') return []
    if (child.tagName === 'tr') return [{ row: child, isHead: false }]
    const isHead = child.tagName === 'thead'
    if (!isHead && child.tagName !== 'tbody' && child.tagName !== 'tfoot') return []
    return child.children.flatMap((row) => (isElement(row, 'tr') ? [{ row, isHead }] : []))
  })
}

const sides: Record<string, string> = { left: 'start', center: 'center', right: 'end' }

function cellOf(cell: Element, isHead: boolean, context: Context, blocksIn: BlocksIn): Loose {
  const widths = propertyOf(cell, 'dataColwidth')
  const side = sides[propertyOf(cell, 'align').toLowerCase()]
  return {
    type: isHead || cell.tagName === 'th' ? 'tableHeader' : 'tableCell',
    attrs: {
      colspan: spanOf(cell, 'colSpan'),
      rowspan: spanOf(cell, 'rowSpan'),
      colwidth: widths === '' ? null : widths.split(',').map(Number),
    },
    content: aligned(blocksIn(cell, context), side),
  }
}

const spanOf = (cell: Element, name: string) => Number.parseInt(propertyOf(cell, name), 10) || 1

/** An empty cell has its side as well, or a column would have two. */
function aligned(blocks: Loose[], side: string | undefined): Loose[] {
  if (!side) return blocks
  const all = blocks.length > 0 ? blocks : [{ type: 'paragraph' }]
  return all.map((block) =>
    block.type === 'paragraph'
      ? { ...block, attrs: { textAlign: side, ...dropNull(block.attrs) } }
      : block,
  )
}

const dropNull = (attrs: unknown) =>
  Object.fromEntries(Object.entries((attrs as object) ?? {}).filter(([, value]) => value !== null))
