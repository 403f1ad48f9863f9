import { movedDays, resizedDays } from '@atelier/shared/boards/span'
import { type KeyboardEvent, useCallback } from 'react'
import { useDesk } from '../board-context'
import { dayKey, isRightToLeft } from './day-keys'
import { useTimeDesk } from './time-context'

/** The id of the card that an element is, or stands in. */
export const timedAt = (target: EventTarget | null): string | null =>
  target instanceof HTMLElement
    ? (target.closest<HTMLElement>('[data-timed]')?.dataset.timed ?? null)
    : null

/** On a card: Alt with arrows changes its days, M asks for a date, the menu key opens its menu. Says whether it did. */
export function useDayKeys(): (event: KeyboardEvent) => boolean {
  const { store, editable } = useDesk()
  const { setDays, askDate, openMenu } = useTimeDesk()
  return useCallback(
    (event) => {
      const id = timedAt(event.target)
      const card = id === null ? undefined : store.read().cards.get(id)
      if (!card) return false
      const isPlain = !(event.altKey || event.ctrlKey || event.metaKey)
      const key = dayKey(event, isRightToLeft())
      const wantsMenu = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)
      if (key && editable)
        setDays(
          card.id,
          key.act === 'move' ? movedDays(card, key.days) : resizedDays(card, 'due', key.days),
        )
      else if (isPlain && event.key.toLowerCase() === 'm' && editable) askDate(card.id)
      else if (isPlain && wantsMenu) openMenu(card.id, event.target as HTMLElement)
      else return false
      event.preventDefault()
      event.stopPropagation()
      return true
    },
    [store, editable, setDays, askDate, openMenu],
  )
}
