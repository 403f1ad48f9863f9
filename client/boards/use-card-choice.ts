import type { BoardFilter } from '@atelier/shared/boards/view'
import { type SyntheticEvent, useEffect, useMemo } from 'react'
import { useColumns, useDesk } from './board-context'
import { focusedCard } from './focus-card'
import { useMatches } from './use-matches'

/**
 * Clicks with Ctrl, Cmd or Shift choose cards instead of opening them. What leaves the board, or
 * the filter hides, is not chosen any more: nobody acts on what they do not see.
 */
export function useCardChoice(filter: BoardFilter) {
  const { store, selection, editable } = useDesk()
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
  return useMemo(() => {
    const choose = (id: string, isStretch: boolean) => {
      if (!isStretch) return selection.toggle(id)
      const column = store.read().columns.find(({ cards }) => cards.some((card) => card.id === id))
      const list = column?.cards.filter(matches).map((card) => card.id) ?? []
      selection.stretch(list, focusedCard(document.activeElement) ?? id, id)
    }
    const press = (event: Press, act: (id: string, isStretch: boolean) => void) => {
      const { ctrlKey, metaKey, shiftKey, button } = event.nativeEvent
      const id = focusedCard(event.target)
      if (!editable || id === null || button !== 0 || isButton(event.target)) return
      if (!ctrlKey && !metaKey && !shiftKey) return
      event.stopPropagation()
      act(id, shiftKey)
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
