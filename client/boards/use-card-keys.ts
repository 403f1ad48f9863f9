import type { BoardFilter } from '@atelier/shared/boards/view'
import { type KeyboardEvent, useCallback } from 'react'
import type { AddPlace } from './board-columns'
import { useDesk } from './board-context'
import { type BoardKey, keyName } from './board-keys'
import { cardBeside } from './card-neighbours'
import { actsOn } from './card-selection'
import { focusCard, focusedCard } from './focus-card'
import { laneAt } from './lanes/lane-place'
import { cellBeyond, columnsAround } from './lanes/lane-window'
import { noLane } from './lanes/lanes'
import { useArchiveCard } from './use-archive-card'
import { useMatches } from './use-matches'

/**
 * On a card or a button of it: arrows go to the next column, N writes a card, M moves it, Delete
 * archives it, X chooses it; with Shift, arrows choose. Where it is chosen, M and Delete are about
 * all that are.
 */
export function useCardKeys(
  filter: BoardFilter,
  onAddingChange: (place: AddPlace | null) => void,
): (event: KeyboardEvent) => void {
  const { store, selection, editable, openCard, askWhere } = useDesk()
  const archive = useArchiveCard()
  const matches = useMatches(filter)
  return useCallback(
    (event) => {
      const id = focusedCard(event.target)
      if (id === null) return
      const { columns, cards } = store.read()
      const lane = laneAt(document.activeElement)
      const shown = columnsAround(
        lane,
        columns.map((column) => ({ id: column.id, cards: column.cards.filter(matches) })),
      )
      const goTowards = (side: -1 | 1) => () => {
        const next = cardBeside(shown, id, inReadingDirection(side))
        if (next !== null) focusCard(next, lane)
      }
      const list = shown.find(({ cards }) => cards.some((card) => card.id === id))?.cards ?? []
      const at = list.findIndex((card) => card.id === id)
      const chooseTowards = (side: -1 | 1) => () => {
        const next = list[at + side]
        if (next === undefined) return
        selection.stretch(
          list.map((card) => card.id),
          id,
          next.id,
        )
        focusCard(next.id, lane)
      }
      const acts = new Map<BoardKey, () => void>([
        ['ArrowLeft', goTowards(-1)],
        ['ArrowRight', goTowards(1)],
      ])
      // A list that does not scroll by itself would leave these to the board, which goes past the lane.
      const goTo = (to: number) => () => {
        const next = list[Math.max(0, Math.min(to, list.length - 1))]
        if (next) focusCard(next.id, lane)
      }
      if (lane !== null) {
        acts.set('Home', goTo(0))
        acts.set('End', goTo(list.length - 1))
        acts.set('PageUp', goTo(at - cardsOfPage))
        acts.set('PageDown', goTo(at + cardsOfPage))
      }
      for (const [key, side] of [['ArrowUp', -1] as const, ['ArrowDown', 1] as const]) {
        const beyond =
          lane !== null && !list[at + side] && cellBeyond(lane, cards.get(id)?.column ?? '', side)
        const next = beyond ? beyond.cell.cards.at(side === 1 ? 0 : -1) : null
        if (beyond && next) acts.set(key, () => focusCard(next.id, beyond.lane))
      }
      if (editable) {
        acts.set('n', () => {
          const column = cards.get(id)?.column
          if (column) onAddingChange({ column, lane: laneAt(document.activeElement) ?? noLane })
        })
        acts.set('m', () => askWhere(id))
        acts.set('x', () => selection.toggle(id))
        acts.set('Delete', () => archive(actsOn(selection, columns, id)))
        acts.set('Shift+ArrowUp', chooseTowards(-1))
        acts.set('Shift+ArrowDown', chooseTowards(1))
        // The list would choose the card, once there are others chosen.
        if (isOnRow(event.target)) acts.set('Enter', () => openCard(id))
      }
      const act = acts.get(keyName(event) as BoardKey)
      if (!act) return
      event.preventDefault()
      event.stopPropagation()
      act()
    },
    [store, selection, editable, openCard, askWhere, archive, matches, onAddingChange],
  )
}

const cardsOfPage = 8

const isOnRow = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.matches('[role="row"]')

function inReadingDirection(side: -1 | 1): -1 | 1 {
  if (document.documentElement.dir !== 'rtl') return side
  return side === 1 ? -1 : 1
}
