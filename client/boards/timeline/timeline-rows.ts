import type { TimedCard } from '../time/timed-cards'

export type Group = { id: string; name: string }
export type CardRow = { kind: 'card'; key: string; timed: TimedCard }
export type Row = { kind: 'group'; key: string; group: Group; count: number } | CardRow

/**
 * Groups in their order, and below each its cards by their first days. A card may stand in several; a
 * group without cards is left out.
 */
export function timelineRows(
  dated: readonly TimedCard[],
  groups: readonly Group[],
  groupsOf: (timed: TimedCard) => readonly string[],
): Row[] {
  const filled = new Map<string, TimedCard[]>()
  for (const timed of dated) {
    for (const id of groupsOf(timed)) {
      const there = filled.get(id)
      if (there) there.push(timed)
      else filled.set(id, [timed])
    }
  }
  return groups.flatMap((group): Row[] => {
    const cards = filled.get(group.id)
    if (!cards) return []
    return [
      { kind: 'group', key: group.id, group, count: cards.length },
      ...cards.map((timed) => ({
        kind: 'card' as const,
        key: `${group.id} ${timed.card.id}`,
        timed,
      })),
    ]
  })
}

/** By card, the first row it stands in. */
export function rowOfCard(rows: readonly Row[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  rows.forEach((row, index) => {
    if (row.kind === 'card' && !found.has(row.timed.card.id)) found.set(row.timed.card.id, index)
  })
  return found
}

/** Rows as they are now, of whatever is as it was before: the very same objects, which need not be drawn again. */
export function keptRows(before: readonly Row[], now: readonly Row[]): readonly Row[] {
  if (before === now) return now
  const known = new Map(before.map((row) => [row.key, row]))
  return now.map((row) => {
    const was = known.get(row.key)
    return was && isSame(was, row) ? was : row
  })
}

function isSame(a: Row, b: Row): boolean {
  if (a.kind === 'card') return b.kind === 'card' && a.timed === b.timed
  return b.kind === 'group' && a.group.name === b.group.name && a.count === b.count
}
