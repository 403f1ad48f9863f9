/** What each column of a table is about, by what it is called and by whose export it is. */
import type { BoardSource, TableField } from '@atelier/shared/exchange/board-import'
import { fieldCalled, folded } from './field-names'
import { knownTables } from './known-tables'
import type { Sheet } from './sheet'

/** What may stand in several columns; of all others the first is meant. */
const several = new Set<TableField>([
  ...(['labels', 'assignees', 'checklist', 'id', 'parent', 'blocks', 'blockedBy'] as const),
  ...(['outcomes', 'comment'] as const),
])

export function guessFields({ head, rows }: Sheet): { source: BoardSource; fields: TableField[] } {
  const called = head.map(folded)
  const table = knownTables.find(({ has }) => has.every((name) => called.includes(name)))
  const cells = (nth: number) => rows.map((row) => (row[nth] ?? '').trim())
  const isEmpty = head.map((_, nth) => cells(nth).every((cell) => cell === ''))
  const taken = new Set<TableField>()
  const fields = called.map((name, nth): TableField => {
    // Other programs number their rows in a column without a name.
    if (name === '' && cells(nth).every((cell) => /^\d*$/.test(cell))) return 'none'
    const wanted = table?.fields.get(name) ?? fieldCalled(name) ?? table?.otherwise(name) ?? 'text'
    const isKnown = wanted !== 'text' && wanted !== 'none'
    if (isEmpty[nth] && !isKnown) return 'none'
    if (taken.has(wanted) && isKnown && !several.has(wanted)) return 'text'
    taken.add(wanted)
    return wanted
  })
  if (!taken.has('title')) {
    const first = fields.findIndex((field, nth) => field === 'text' && !isEmpty[nth])
    if (first >= 0) fields[first] = 'title'
  }
  return { source: table?.source ?? 'csv', fields }
}
