import { readRelations } from '@atelier/shared/boards/relations'
import { useMemo } from 'react'
import { useBoardPart } from '../board-context'
import { type Dependency, dependenciesOf } from './dependency-lines'
import { type Row, rowOfCard } from './timeline-rows'

/** What of the rows waits for what: worked out once a change of the board. */
export function useDependencies(rows: readonly Row[]): {
  lines: readonly Dependency[]
  /** By the waiting card's id, the titles of what it waits for. */
  waitsFor: ReadonlyMap<string, readonly string[]>
} {
  const cards = useBoardPart((board) => board.cards)
  return useMemo(() => {
    const cardAt = (index: number) => {
      const row = rows[index]
      return row?.kind === 'card' ? row.timed : undefined
    }
    const lines = dependenciesOf(readRelations(cards).blocks, rowOfCard(rows), cardAt)
    const waitsFor = new Map<string, string[]>()
    for (const { from, to } of lines) {
      const titles = waitsFor.get(to.card.id)
      if (titles) titles.push(from.card.title)
      else waitsFor.set(to.card.id, [from.card.title])
    }
    return { lines, waitsFor }
  }, [cards, rows])
}
