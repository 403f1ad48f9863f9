/** How much rows of a table have in common, cell by cell: one long cell may change and the row is the same. */
import type { Node } from '@tiptap/pm/model'
import { type Alike, likenessOfBlocks } from './likeness'

const alikeFrom = 1 / 3

/** Where more cells could be compared with each other, rows are compared by their words alone. */
const mostCompared = 500_000

/** Of rows that have equally many cells. */
export const likenessOfRows: Alike = (a, b) => {
  const byWords = likenessOfBlocks(a, b)
  const width = a[0]?.childCount ?? 0
  if (a.length * b.length * width > mostCompared) return byWords
  const [textsA, textsB] = [a.map(textsIn), b.map(textsIn)]
  return (i, j) => Math.max(byWords(i, j), sharedCells(textsA[i] ?? [], textsB[j] ?? []))
}

const textsIn = (row: Node): string[] =>
  row.children.map((cell) => (isEmpty(cell) ? '' : JSON.stringify(cell.content)))

const isEmpty = (cell: Node): boolean => cell.childCount === 1 && cell.firstChild?.childCount === 0

/** The part of all cells in which either says something that both say. */
function sharedCells(a: readonly string[], b: readonly string[]): number {
  const said = a.filter((text, place) => text !== '' || b[place] !== '').length
  const shared = a.filter((text, place) => text !== '' && text === b[place]).length
  return said > 0 && shared / said >= alikeFrom ? shared / said : 0
}
