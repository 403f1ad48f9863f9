import type { BoardView } from '@atelier/shared/boards/view'
import { useMemo, useRef, useState } from 'react'
import { useLocale } from 'react-aria-components/I18nProvider'
import { useToday } from '../../i18n/use-today'
import { useBoardPart, useDesk } from '../board-context'
import { isFiltering } from '../board-filter'
import { useMatches } from '../use-matches'
import { groupingBy, takesNewCards } from './table-groups'
import { rowsOf, type TableRow } from './table-rows'
import { createSorting } from './table-sort'
import type { TableWorld } from './table-world'

type Shown = Pick<BoardView, 'filter' | 'sort' | 'group'>

export function useTableWorld(): TableWorld {
  const { people, outcomes } = useDesk()
  const columns = useBoardPart((board) => board.columns)
  const labels = useBoardPart((board) => board.labels)
  const cards = useBoardPart((board) => board.cards)
  const today = useToday()
  const { locale } = useLocale()
  return useMemo(
    () => ({ board: { columns, labels, cards }, people, outcomes, today, locale }),
    [columns, labels, cards, people, outcomes, today, locale],
  )
}

/** Every row of the table, worked out once per change of the board or of the view. */
export function useTableRows(
  world: TableWorld,
  { filter, sort, group }: Shown,
  folded: ReadonlySet<string>,
): readonly TableRow[] {
  const { editable } = useDesk()
  const archive = useBoardPart((board) => board.archive)
  const matches = useMatches(filter)
  const order = useMemo(createSorting, [])
  const last = useRef<readonly TableRow[]>(undefined)
  return useMemo(() => {
    const onBoard = world.board.columns.flatMap(({ cards }) => cards)
    const found = [...onBoard, ...(filter.archived ? archive : [])].filter(matches)
    last.current = rowsOf({
      ...(last.current && { previous: last.current }),
      cards: sort ? order(found, sort, world) : found,
      grouping: groupingBy(group, world),
      folded,
      canAddTo: (id) => editable && takesNewCards(id),
      emptyOnes: group === 'column' && !isFiltering(filter),
    })
    return last.current
  }, [world, archive, matches, filter, sort, group, folded, editable, order])
}

/**
 * While somebody edits a card, every row keeps its place, whatever is changed meanwhile by others or by
 * the edit itself; what stands in the rows is as it is now.
 */
export function useHeldRows(
  rows: readonly TableRow[],
  holds: boolean,
  { board }: TableWorld,
): readonly TableRow[] {
  const [held, setHeld] = useState<readonly TableRow[] | null>(null)
  if (holds && held === null) setHeld(rows)
  if (!holds && held !== null) setHeld(null)
  return useMemo(() => {
    if (!holds || held === null) return rows
    return held.map((row) => {
      const card = row.kind === 'card' && board.cards.get(row.card.id)
      return row.kind === 'card' && card && card !== row.card ? { ...row, card } : row
    })
  }, [rows, held, holds, board.cards])
}
