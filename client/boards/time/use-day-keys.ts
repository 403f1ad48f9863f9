import { resizedDays } from '@atelier/shared/boards/span'
import { type KeyboardEvent, useCallback } from 'react'
import { useDesk } from '../board-context'
import { type BoardKey, keyName, type TimeKey, timeKeys } from '../board-keys'
import { actsOn } from '../card-selection'
import { useArchiveCard } from '../use-archive-card'
import { dayKey, isRightToLeft } from './day-keys'
import { useTimeDesk } from './time-context'

/** The id of the card that an element is, or stands in. */
export const timedAt = (target: EventTarget | null): string | null =>
  target instanceof HTMLElement
    ? (target.closest<HTMLElement>('[data-timed]')?.dataset.timed ?? null)
    : null

/**
 * On a card: Alt with arrows changes its days, M asks for a date, X chooses it, Delete archives it, the menu key
 * opens its menu. Says whether it did.
 */
export function useDayKeys(): (event: KeyboardEvent) => boolean {
  const { store, selection, editable } = useDesk()
  const { setDays, moveDays, askDate, openMenu } = useTimeDesk()
  const archive = useArchiveCard()
  return useCallback(
    (event) => {
      const id = timedAt(event.target)
      const card = id === null ? undefined : store.read().cards.get(id)
      if (!card) return false
      const acts = new Map<BoardKey | TimeKey, () => void>()
      const hangMenu = () => openMenu(card.id, event.target as HTMLElement)
      for (const name of timeKeys.menu) acts.set(name, hangMenu)
      if (editable) {
        acts.set('m', () => askDate(card.id))
        acts.set('x', () => selection.toggle(card.id))
        acts.set('Delete', () => archive(actsOn(selection, store.read().columns, card.id)))
      }
      const key = dayKey(event, isRightToLeft())
      const changeDays = (by: number) =>
        key?.act === 'move' ? moveDays(card.id, by) : setDays(card.id, resizedDays(card, 'due', by))
      const act = key && editable ? () => changeDays(key.days) : acts.get(keyName(event) as TimeKey)
      if (!act) return false
      act()
      event.preventDefault()
      event.stopPropagation()
      return true
    },
    [store, selection, editable, setDays, moveDays, askDate, openMenu, archive],
  )
}
