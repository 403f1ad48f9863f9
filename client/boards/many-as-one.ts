import type { Card } from '@atelier/shared/boards/card'
import { useBoardPart } from './board-context'

/** A card that stands for several: its own words, and of people, labels and outcomes what all of them have. */
export function useManyAsOne(id: string, ids: readonly string[]): Card | undefined {
  const cards = useBoardPart((board) => board.cards)
  const card = cards.get(id)
  if (!card || ids.length < 2) return card
  const others = ids.flatMap((other) => cards.get(other) ?? [])
  const common = (what: 'assignees' | 'labels' | 'outcomes') =>
    card[what].filter((one) => others.every((other) => other[what].includes(one)))
  return {
    ...card,
    assignees: common('assignees'),
    labels: common('labels'),
    outcomes: common('outcomes'),
  }
}
