import type { Card } from '@atelier/shared/boards/card'
import { moveItem } from '@atelier/shared/boards/checklist-edits'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../board-context'
import { type ItemPlace, itemStep } from './item-steps'

/** Moves items of a card, says where they are now, and keeps the keyboard on them. */
export function useMoveItem(card: Card) {
  const { room, store, announce } = useDesk()
  const { t } = useTranslation('card')
  const move = (item: string, to: ItemPlace) => {
    const focused = focusedPart(item)
    if (!flushSync(() => moveItem(room.doc, card.id, item, to))) return
    partOf(item, focused)?.focus()
    const lists = store.read().cards.get(card.id)?.checklists ?? []
    const list = lists.find(({ id }) => id === to.list)
    const index = list?.items.findIndex(({ id }) => id === item) ?? -1
    if (!list || index < 0) return
    announce(
      t('item.moved', {
        text: list.items[index]?.text,
        name: list.name || t('checklist.unnamed'),
        position: index + 1,
        count: list.items.length,
      }),
    )
  }
  const step = (item: string, side: -1 | 1) => {
    const to = itemStep(card.checklists, item, side)
    if (to) move(item, to)
  }
  return {
    move,
    step,
    canStep: (item: string, side: -1 | 1) => itemStep(card.checklists, item, side) !== null,
    toList: (item: string, list: string) => move(item, { list, spot: 'end' }),
  }
}

/** What can have the focus in an item's row. */
const parts = ['input', '.checklist-text', '.checklist-more'] as const

const partOf = (item: string, part: (typeof parts)[number] | undefined): HTMLElement | null =>
  part ? document.querySelector(`[data-item="${CSS.escape(item)}"] ${part}`) : null

/** The menu that was used is closed by now, or about to hand the focus back to its button. */
function focusedPart(item: string): (typeof parts)[number] {
  return parts.find((part) => partOf(item, part) === document.activeElement) ?? '.checklist-more'
}
