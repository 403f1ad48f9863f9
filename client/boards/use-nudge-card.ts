import type { Spot } from '@atelier/shared/basics/order'
import type { BoardFilter } from '@atelier/shared/boards/view'
import { useCallback } from 'react'
import { useDesk } from './board-context'
import { actsOn } from './card-selection'
import { useRowKind } from './lanes/lane-choice'
import { takesCards } from './lanes/lane-kinds'
import { laneAt } from './lanes/lane-place'
import { columnsAround, laneBeyond } from './lanes/lane-window'
import { nudgedTo } from './nudge'
import { useMatches } from './use-matches'
import { useMoveCard } from './use-move-card'

/**
 * Moves a card, and all that are chosen with it: a place up or down, at the end of its lane into the next one, into
 * the next column, or to an end of its own.
 */
export function useNudgeCard(filter: BoardFilter): (id: string, key: string) => void {
  const { store, selection, people, outcomes } = useDesk()
  const rows = useRowKind()
  const matches = useMatches(filter)
  const move = useMoveCard()
  return useCallback(
    (id, key) => {
      const { columns, cards, labels } = store.read()
      const lane = laneAt(document.activeElement)
      const ids = actsOn(selection, columns, id)
      const along = new Set(ids.filter((other) => other !== id))
      const shown = columnsAround(
        lane,
        columns.map((column) => ({ id: column.id, cards: column.cards.filter(matches) })),
      ).map((column) => ({
        ...column,
        cards: column.cards.filter((card) => !along.has(card.id)),
      }))
      const to = nudgedTo(shown, id, towards(key))
      if (to) return move(ids, to)
      const side = { ArrowUp: -1 as const, ArrowDown: 1 as const }[key]
      const beyond = rows && lane !== null && side ? laneBeyond(lane, side) : null
      const column = cards.get(id)?.column
      if (!rows || !beyond || !side || !column) return
      if (!takesCards(rows, beyond.id, { people, labels, outcomes })) return
      const there = beyond.cells.find((cell) => cell.id === column)?.cards ?? []
      const spot = spotBeside(there.at(side === 1 ? 0 : -1)?.id, side)
      move(ids, { column, spot, lane: { kind: rows, from: lane, to: beyond.id } })
    },
    [store, selection, people, outcomes, rows, matches, move],
  )
}

function spotBeside(neighbour: string | undefined, side: -1 | 1): Spot {
  if (neighbour === undefined) return 'end'
  return side === 1 ? { before: neighbour } : { after: neighbour }
}

function towards(key: string): string {
  if (document.documentElement.dir !== 'rtl') return key
  return { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }[key] ?? key
}
