import type { Card } from '@atelier/shared/boards/card'
import type { BoardFilter } from '@atelier/shared/boards/view'
import { useMemo } from 'react'
import { useToday } from '../i18n/use-today'
import { useBoardPart, useColumns, useDesk } from './board-context'
import { compileFilter, countMatches } from './board-filter'

/** Whether a card passes the filter. The same function until the filter, or what it is about, changes. */
export function useMatches(filter: BoardFilter): (card: Card) => boolean {
  const { people, room } = useDesk()
  const labels = useBoardPart((board) => board.labels)
  const done = useBoardPart((board) =>
    board.columns.flatMap((column) => (column.done ? column.id : [])).join(' '),
  )
  const today = useToday()
  return useMemo(() => {
    const columns = done.split(' ').map((id) => ({ id, done: true }))
    return compileFilter(filter, { labels, columns, people, me: room.me.id, today })
  }, [filter, labels, done, people, room.me.id, today])
}

/** How many cards on the board pass it. */
export function useFound(filter: BoardFilter): number {
  const matches = useMatches(filter)
  const columns = useColumns()
  return useMemo(() => countMatches({ columns }, matches), [columns, matches])
}
