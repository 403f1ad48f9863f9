import type { Column } from '@atelier/shared/boards/board'
import type { BoardFilter } from '@atelier/shared/boards/view'
import { type SyntheticEvent, useEffect, useMemo } from 'react'
import { useColumns, useDesk } from './board-context'
import { focusedCard } from './focus-card'
import { laneAt } from './lanes/lane-place'
import { columnsAround } from './lanes/lane-window'
import { useMatches } from './use-matches'

/**
 * What leaves the board, or the filter hides, is not chosen any more: nobody acts on what they do not
 * see. Escape, and leaving the view, lets go of all.
 */
export function useChosenShown(filter: BoardFilter): void {
  const { store, selection } = useDesk()
  const columns = useColumns()
  const matches = useMatches(filter)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other columns hold other cards.
  useEffect(() => {
    const { cards } = store.read()
    selection.keep((id) => {
      const card = cards.get(id)
      return card?.archivedAt === null && !card.isTemplate && matches(card)
    })
  }, [columns, matches, store, selection])
  useEffect(() => {
    const press = ({ key, defaultPrevented }: KeyboardEvent) => {
      if (key === 'Escape' && !defaultPrevented) selection.clear()
    }
    document.addEventListener('keydown', press)
    return () => {
      document.removeEventListener('keydown', press)
      selection.clear()
    }
  }, [selection])
}

/** Clicks with Ctrl, Cmd or Shift choose cards instead of opening them. */
export function useCardChoice(filter: BoardFilter) {
  const { store, selection, editable } = useDesk()
  const matches = useMatches(filter)
  useChosenShown(filter)
  return useMemo(() => {
    const shownIn = ({ id, cards }: Column) => ({ id, cards: cards.filter(matches) })
    const choose = (id: string, isStretch: boolean, lane: string | null) => {
      if (!isStretch) return selection.toggle(id)
      const columns = columnsAround(lane, store.read().columns.map(shownIn))
      const column = columns.find(({ cards }) => cards.some((card) => card.id === id))
      const list = column?.cards.map((card) => card.id) ?? []
      selection.stretch(list, focusedCard(document.activeElement) ?? id, id)
    }
    const press = (
      event: Press,
      act: (id: string, isStretch: boolean, lane: string | null) => void,
    ) => {
      const { ctrlKey, metaKey, shiftKey, button } = event.nativeEvent
      const id = focusedCard(event.target)
      if (!editable || id === null || button !== 0 || isButton(event.target)) return
      if (!ctrlKey && !metaKey && !shiftKey) return
      event.stopPropagation()
      act(id, shiftKey, laneAt(event.target as Element))
    }
    return {
      onPointerDownCapture: (event: Press) => press(event, choose),
      // The list hears of neither, or it would open the card.
      onMouseDownCapture: (event: Press) => press(event, () => event.preventDefault()),
      onClickCapture: (event: Press) => press(event, nothing),
    }
  }, [store, selection, editable, matches])
}

const nothing = () => undefined

type Press = SyntheticEvent<HTMLElement, MouseEvent>

const isButton = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.closest('button, a') !== null
