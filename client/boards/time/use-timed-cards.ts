import type { BoardFilter } from '@atelier/shared/boards/view'
import { useMemo, useRef } from 'react'
import { useColumns } from '../board-context'
import { useMatches } from '../use-matches'
import { noTimedCards, readTimedCards, type TimedCards } from './timed-cards'

/** What a filter leaves of the board, by its days; worked out once a change of the board. */
export function useTimedCards(filter: BoardFilter): TimedCards {
  const columns = useColumns()
  const matches = useMatches(filter)
  const before = useRef(noTimedCards)
  return useMemo(() => {
    before.current = readTimedCards(columns, matches, before.current)
    return before.current
  }, [columns, matches])
}
