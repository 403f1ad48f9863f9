import type { Card } from '@atelier/shared/boards/card'
import { sameFields } from '@atelier/shared/boards/sharing'
import { type Grouping, noGroup, type Sums, sumsOf, type TableGroup } from './table-groups'

/** `key` stays the same while what it stands for does. */
export type TableRow =
  | { kind: 'group'; key: string; group: TableGroup; sums: Sums; folded: boolean }
  | { kind: 'card'; key: string; group: string; card: Card }
  /** Where a new card can be written. */
  | { kind: 'new'; key: string; group: string }

type Wanted = {
  /** In order, those that are shown. */
  cards: readonly Card[]
  grouping: Grouping
  /** Ids of groups whose rows are not shown. */
  folded: ReadonlySet<string>
  canAddTo(group: string): boolean
  /** Groups without cards, too. */
  emptyOnes: boolean
  /** Rows of it that show the same are taken again, so that they are not drawn again. */
  previous?: readonly TableRow[]
}

export function rowsOf({
  cards,
  grouping,
  folded,
  canAddTo,
  emptyOnes,
  previous,
}: Wanted): readonly TableRow[] {
  const inGroup = new Map<string, Card[]>(grouping.groups.map(({ id }) => [id, []]))
  for (const card of cards) for (const id of grouping.of(card)) inGroup.get(id)?.push(card)
  const rows: TableRow[] = []
  for (const group of grouping.groups) {
    const { id } = group
    const own = inGroup.get(id) ?? []
    const isWhole = id === noGroup
    if (own.length === 0 && !isWhole && !(emptyOnes && canAddTo(id))) continue
    const isFolded = folded.has(id)
    if (!isWhole)
      rows.push({ kind: 'group', key: `group ${id}`, group, sums: sumsOf(own), folded: isFolded })
    if (isFolded) continue
    for (const card of own) rows.push({ kind: 'card', key: `${id} ${card.id}`, group: id, card })
    if (canAddTo(id)) rows.push({ kind: 'new', key: `new ${id}`, group: id })
  }
  return previous ? sameRows(rows, previous) : rows
}

function sameRows(rows: readonly TableRow[], previous: readonly TableRow[]): readonly TableRow[] {
  const before = new Map(previous.map((row) => [row.key, row]))
  return rows.map((row) => {
    const known = before.get(row.key)
    return known && isSame(known, row) ? known : row
  })
}

/** Of two rows with the same key. */
function isSame(a: TableRow, b: TableRow): boolean {
  if (a.kind === 'card') return b.kind === 'card' && a.card === b.card
  if (a.kind === 'new' || b.kind !== 'group') return a.kind === b.kind
  return a.folded === b.folded && sameFields(a.group, b.group) && sameFields(a.sums, b.sums)
}
