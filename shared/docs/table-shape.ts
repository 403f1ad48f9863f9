/** What must stay together so that a table has no ragged edge. */
import type { Node } from '@tiptap/pm/model'
import type { Pair } from './align-blocks'

const roleOf = ({ type }: Node): unknown => type.spec.tableRole

/** Blocks whose parts are known by their place. */
export const rowsTakeSides = (block: Node): boolean =>
  roleOf(block) === 'row' || block.type.name === 'details'

/** False for a table that got other columns or merged cells: then none of its rows can change alone. */
export function keepsItsShape(a: Node, b: Node, pairs: readonly Pair[]): boolean {
  if (roleOf(a) !== 'table' || roleOf(b) !== 'table') return true
  const isPlain = widthOf(a) !== null && widthOf(a) === widthOf(b)
  if (isPlain) return true
  const sameRows = a.childCount === b.childCount && pairs.length === a.childCount
  return sameRows && pairs.every(([i, j]) => spansOf(a.child(i)) === spansOf(b.child(j)))
}

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

const spansOf = (row: Node): string =>
  JSON.stringify(row.children.map(({ attrs }) => [attrs.colspan, attrs.rowspan]))
