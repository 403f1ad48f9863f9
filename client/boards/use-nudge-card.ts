import type { BoardFilter } from '@atelier/shared/boards/view'
import { useCallback } from 'react'
import { useDesk } from './board-context'
import { nudgedTo } from './nudge'
import { useMatches } from './use-matches'
import { useMoveCard } from './use-move-card'

/** Moves a card by an arrow: one place up or down, or into the next column. */
export function useNudgeCard(filter: BoardFilter): (id: string, key: string) => void {
  const { store } = useDesk()
  const matches = useMatches(filter)
  const move = useMoveCard()
  return useCallback(
    (id, key) => {
      const shown = store
        .read()
        .columns.map((column) => ({ id: column.id, cards: column.cards.filter(matches) }))
      const to = nudgedTo(shown, id, towards(key))
      if (to) move(id, to)
    },
    [store, matches, move],
  )
}

function towards(key: string): string {
  if (document.documentElement.dir !== 'rtl') return key
  return { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }[key] ?? key
}
