import type { Card } from '@atelier/shared/boards/card'
import type { BoardFilter } from '@atelier/shared/boards/view'
import { useMemo, useRef } from 'react'
import { useBoardPart, useColumns, useDesk } from '../board-context'
import { useMatches } from '../use-matches'
import { lanesOf, lanesOfCard, type ShownLaneKind } from './lane-kinds'
import { intoLanes, type LaneCells } from './lanes'

/** The lanes in order, and the cards in each, worked out once per change of the board. */
export function useLaneCells(kind: ShownLaneKind, filter: BoardFilter) {
  const columns = useColumns()
  const { people, outcomes } = useDesk()
  const labels = useBoardPart((board) => board.labels)
  const matches = useMatches(filter)
  const last = useRef<LaneCells>(undefined)
  return useMemo(() => {
    const world = { people, labels, outcomes }
    const lanesFor = (card: Card) => (matches(card) ? lanesOfCard(card, kind, world) : none)
    last.current = intoLanes(columns, lanesFor, last.current)
    const cards = columns.flatMap((column) => column.cards.filter(matches))
    return { lanes: lanesOf(cards, kind, world), cells: last.current }
  }, [columns, kind, people, labels, outcomes, matches])
}

const none: readonly string[] = []
