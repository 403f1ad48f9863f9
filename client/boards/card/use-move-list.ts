import type { Spot } from '@atelier/shared/basics/order'
import type { Card } from '@atelier/shared/boards/card'
import { moveChecklist } from '@atelier/shared/boards/checklist-edits'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../board-context'

/** Puts a checklist before or behind the others of its card, says where it is now, and keeps the keyboard on it. */
export function useMoveList(card: Card) {
  const { room, store, announce } = useDesk()
  const { t } = useTranslation('card')
  const spotBeside = (list: string, side: -1 | 1): Spot | null => {
    const at = card.checklists.findIndex(({ id }) => id === list)
    const neighbour = at < 0 ? undefined : card.checklists[at + side]
    if (!neighbour) return null
    return side < 0 ? { before: neighbour.id } : { after: neighbour.id }
  }
  const move = (list: string, spot: Spot) => {
    const focused = document.activeElement
    if (!flushSync(() => moveChecklist(room.doc, card.id, list, spot))) return
    if (focused instanceof HTMLElement && focused.isConnected) focused.focus()
    const lists = store.read().cards.get(card.id)?.checklists ?? []
    const index = lists.findIndex(({ id }) => id === list)
    const name = lists[index]?.name || t('checklist.unnamed')
    announce(t('checklist.moved', { name, position: index + 1, count: lists.length }))
  }
  return {
    move,
    canStep: (list: string, side: -1 | 1) => spotBeside(list, side) !== null,
    step: (list: string, side: -1 | 1) => {
      const spot = spotBeside(list, side)
      if (spot) move(list, spot)
    },
  }
}
