import type { Card } from '@atelier/shared/boards/card'
import { progressOf } from '@atelier/shared/boards/checklist'
import type { TableColumn, TableSort } from '@atelier/shared/boards/view'
import { partsOf, type TableWorld } from './table-world'

type Key = string | number | null

/** The same cards in another order; what has nothing to sort by comes last either way, ties stay as they were. */
export function sorted(cards: readonly Card[], sort: TableSort, world: TableWorld): Card[] {
  const keyOf = keys[sort.by](world)
  const { compare } = new Intl.Collator(world.locale, { numeric: true, sensitivity: 'base' })
  const towards = sort.down ? -1 : 1
  return cards
    .map((card) => ({ card, key: keyOf(card) }))
    .sort(({ key: a }, { key: b }) => {
      if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
      const order = typeof a === 'string' ? compare(a, String(b)) : a - Number(b)
      return order * towards
    })
    .map(({ card }) => card)
}

const keys: Record<TableColumn, (world: TableWorld) => (card: Card) => Key> = {
  title: () => (card) => card.title || null,
  column: ({ board }) => {
    const place = new Map(board.columns.map(({ id }, index) => [id, index]))
    return (card) => place.get(card.column) ?? null
  },
  people:
    ({ people }) =>
    ({ assignees }) =>
      assignees
        .map((id) => people.get(id)?.name ?? '')
        .sort()
        .join() || null,
  labels: ({ board }) => {
    const names = new Map(board.labels.map(({ id, name }) => [id, name]))
    return ({ labels }) => labels.map((id) => names.get(id) ?? '').join() || null
  },
  outcomes: ({ outcomes }) => {
    const place = new Map(outcomes.map(({ id }, index) => [id, index]))
    return (card) => {
      const places = card.outcomes.map((id) => place.get(id) ?? outcomes.length)
      return places.length === 0 ? null : Math.min(...places)
    }
  },
  // Days are numbers to the sorting: a collator takes ten times as long.
  start: () => (card) => dayKey(card.start),
  due: () => (card) => dayKey(card.due),
  estimate: () => (card) => card.estimate,
  progress: () => (card) => {
    const { done, total } = progressOf(card.checklists)
    return total === 0 ? null : done / total
  },
  parts: (world) => (card) => {
    const parts = partsOf(card, world)
    return parts && parts.done / parts.total
  },
}

const dayKey = (day: string | null) => (day === null ? null : Date.parse(day))
