import type { CardSelection } from '../card-selection'
import type { TableRow } from './table-rows'

const cardAt = (rows: readonly TableRow[], at: number): string | null => {
  const row = rows[at]
  return row?.kind === 'card' && row.card.archivedAt === null ? row.card.id : null
}

/** Nothing where the row is no card, or one in the archive. */
export function toggleAt(rows: readonly TableRow[], selection: CardSelection, at: number): void {
  const id = cardAt(rows, at)
  if (id !== null) selection.toggle(id)
}

/** All rows between two, as they are shown; a card that has several is chosen once. */
export function stretchTo(
  rows: readonly TableRow[],
  selection: CardSelection,
  from: number,
  to: number,
): void {
  const end = cardAt(rows, to)
  if (end === null) return
  const list = rows.flatMap((_, at) => cardAt(rows, at) ?? [])
  selection.stretch([...new Set(list)], cardAt(rows, from) ?? end, end)
}
