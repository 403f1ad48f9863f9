import type { Card } from '@atelier/shared/boards/card'
import { progressOf } from '@atelier/shared/boards/checklist'
import type { TableColumn, TableSort } from '@atelier/shared/boards/view'
import { partsOf, type TableWorld } from './table-world'

type Key = string | number | null

type Ranked = { card: Card; key: Key; at: number }
type Order = (a: Ranked, b: Ranked) => number

/** The same cards in another order; what has nothing to sort by comes last either way, ties stay as they were. */
export const sorted = (cards: readonly Card[], sort: TableSort, world: TableWorld): Card[] =>
  ranked(cards, keys[sort.by](world))
    .sort(orderOf(sort, world))
    .map(({ card }) => card)

const ranked = (cards: readonly Card[], keyOf: (card: Card) => Key): Ranked[] =>
  cards.map((card, at) => ({ card, key: keyOf(card), at }))

function orderOf(sort: TableSort, world: TableWorld): Order {
  const { compare } = new Intl.Collator(world.locale, { numeric: true, sensitivity: 'base' })
  const towards = sort.down ? -1 : 1
  return ({ key: a, at }, { key: b, at: other }) => {
    if (a === null || b === null) return a === b ? at - other : a === null ? 1 : -1
    const order = typeof a === 'string' ? compare(a, String(b)) : a - Number(b)
    return order * towards || at - other
  }
}

/** Beyond this many at once, all are sorted anew. */
const mostPutIn = 100

/**
 * `sorted` for a board that changes: where few cards did, those are put in among the others, which costs
 * a few comparisons instead of thousands.
 */
export function createSorting(): typeof sorted {
  let last: { about: readonly unknown[]; cards: readonly Card[] } | null = null
  return (cards, sort, world) => {
    const { board, people, outcomes, locale } = world
    const columns = board.columns.map(({ id, done }) => `${id} ${done}`).join()
    const about = [sort.by, sort.down, locale, people, outcomes, board.labels, columns]
    const isSame = last?.about.every((one, nth) => one === about[nth]) ?? false
    // How many parts of a card are done is written on other cards.
    const before = isSame && sort.by !== 'parts' ? (last?.cards ?? []) : []
    const result = putIn(cards, before, sort, world) ?? sorted(cards, sort, world)
    last = { about, cards: result }
    return result
  }
}

/** Null where too much changed. */
function putIn(
  cards: readonly Card[],
  before: readonly Card[],
  sort: TableSort,
  world: TableWorld,
): Card[] | null {
  const known = new Set(before)
  const at = new Map(cards.map((card, index) => [card, index]))
  const fresh = cards.filter((card) => !known.has(card))
  if (fresh.length > mostPutIn) return null
  const keyOf = keys[sort.by](world)
  const order = orderOf(sort, world)
  const rank = (card: Card): Ranked => ({ card, key: keyOf(card), at: at.get(card) ?? 0 })
  const result = before.filter((card) => at.has(card))
  for (const card of fresh) {
    const own = rank(card)
    let [low, high] = [0, result.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const other = result[middle]
      if (other && order(rank(other), own) < 0) low = middle + 1
      else high = middle
    }
    result.splice(low, 0, card)
  }
  return result
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
