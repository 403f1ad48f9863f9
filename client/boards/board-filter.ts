import type { Board } from '@atelier/shared/boards/board'
import type { Card } from '@atelier/shared/boards/card'
import type { Label } from '@atelier/shared/boards/label'

/** `person` and `label` are ids; empty and null narrow nothing. */
export type BoardFilter = { text: string; person: string | null; label: string | null }

export const noFilter: BoardFilter = { text: '', person: null, label: null }

export const isFiltering = (filter: BoardFilter): boolean =>
  filter.text.trim() !== '' || filter.person !== null || filter.label !== null

/** Every word must be in the title or in a label's name, whatever its case and accents. */
export function matches(card: Card, filter: BoardFilter, labels: readonly Label[]): boolean {
  if (filter.person !== null && !card.assignees.includes(filter.person)) return false
  if (filter.label !== null && !card.labels.includes(filter.label)) return false
  const words = folded(filter.text).split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const names = labels.filter((label) => card.labels.includes(label.id)).map((l) => l.name)
  const haystack = folded([card.title, ...names].join(' '))
  return words.every((word) => haystack.includes(word))
}

export const countMatches = (board: Board, filter: BoardFilter): number =>
  board.columns
    .flatMap((column) => column.cards)
    .filter((card) => matches(card, filter, board.labels)).length

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
