/** What people do with all cards of a column at once. Each is one edit; stale ids change nothing. */
import type * as Y from 'yjs'
import { orderBetween } from '../basics/order'
import { type Column, readBoard } from './board'
import { edit, entryOf, type Place } from './board-shape'
import type { Card } from './card'

export const columnSorts = ['due', 'title', 'created', 'assignee'] as const
export type ColumnSort = (typeof columnSorts)[number]

export type SortBy = {
  by: ColumnSort
  /** What a person is called; nothing for who is not known. */
  nameOf?(person: string): string
  /** The language names and titles are sorted in. */
  language?: string
}

/** Puts the cards of a column in order. What has no day, or nobody, comes last. Answers how many changed their place. */
export function sortColumn(doc: Y.Doc, id: string, sort: SortBy): number {
  return edit(doc, () => {
    const column = readBoard(doc).columns.find((shown) => shown.id === id)
    if (!column) return 0
    const sorted = sortedCards(column, sort)
    const moved = sorted.filter((card, at) => column.cards[at] !== card).length
    if (moved > 0) placeInOrder(doc, id, sorted)
    return moved
  })
}

/** All get a new place: among those that stay somebody may have put two at one spot. */
function placeInOrder(doc: Y.Doc, column: string, cards: readonly Card[]): void {
  let order: string | null = null
  for (const { id } of cards) {
    order = orderBetween(order, null)
    entryOf(doc, 'cards', id)?.set('place', { column, order } satisfies Place)
  }
}

function sortedCards({ cards }: Column, { by, nameOf, language }: SortBy): Card[] {
  const { compare } = new Intl.Collator(language, { numeric: true })
  const keyOf = (card: Card): string => {
    if (by === 'due') return card.due ?? ''
    if (by === 'created') return card.createdAt
    if (by === 'title') return card.title
    return card.assignees.map((person) => nameOf?.(person) ?? '').sort(compare)[0] ?? ''
  }
  const keyed = cards.map((card) => ({ card, key: keyOf(card) }))
  const byKey = by === 'due' || by === 'created' ? plainly : compare
  // Sorting is stable: equal ones stay as they are.
  keyed.sort((a, b) => Number(a.key === '') - Number(b.key === '') || byKey(a.key, b.key))
  return keyed.map(({ card }) => card)
}

const plainly = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
