import type { BoardFilter } from '@atelier/shared/boards/view'
import { useCallback } from 'react'
import { useDesk } from './board-context'
import { useRowKind } from './lanes/lane-choice'
import { takesCards } from './lanes/lane-kinds'
import { laneAt } from './lanes/lane-place'
import { columnsAround, laneBeyond } from './lanes/lane-window'
import { nudgedTo } from './nudge'
import { useMatches } from './use-matches'
import { useMoveCard } from './use-move-card'

/** Moves a card by an arrow: one place up or down, at the end of its lane into the next one, or into the next column. */
export function useNudgeCard(filter: BoardFilter): (id: string, key: string) => void {
  const { store, people } = useDesk()
  const rows = useRowKind()
  const matches = useMatches(filter)
  const move = useMoveCard()
  return useCallback(
    (id, key) => {
      const lane = laneAt(document.activeElement)
      const shown = columnsAround(
        lane,
        store
          .read()
          .columns.map((column) => ({ id: column.id, cards: column.cards.filter(matches) })),
      )
      const to = nudgedTo(shown, id, towards(key))
      if (to) return move(id, to)
      const side = { ArrowUp: -1 as const, ArrowDown: 1 as const }[key]
      const beyond = rows && lane !== null && side ? laneBeyond(lane, side) : null
      const column = store.read().cards.get(id)?.column
      if (!rows || !beyond || !column) return
      if (!takesCards(rows, beyond.id, { people, labels: store.read().labels })) return
      const there = beyond.cells.find((cell) => cell.id === column)?.cards ?? []
      const neighbour = there.at(side === 1 ? 0 : -1)
      const spot = neighbour
        ? side === 1
          ? { before: neighbour.id }
          : { after: neighbour.id }
        : 'end'
      move(id, { column, spot, lane: { kind: rows, from: lane, to: beyond.id } })
    },
    [store, people, rows, matches, move],
  )
}

function towards(key: string): string {
  if (document.documentElement.dir !== 'rtl') return key
  return { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }[key] ?? key
}
