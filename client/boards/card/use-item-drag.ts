import type { Card } from '@atelier/shared/boards/card'
import type { PointerEvent } from 'react'
import { firstBelow, type GripDrag, useGripDrag } from '../../ui/use-grip-drag'
import type { ItemPlace } from './item-steps'
import { useMoveItem } from './use-move-item'

/** An item held by its grip, and the place it would be put: before an item, or at the end of a list. */
type Held = { item: string; list: string; before: string | null }

export type ItemDrag = {
  dragged: string | null
  /** `''` where the held item would be put: before `item`, or at the end of the list. */
  dropAt(list: string, item: string | null): '' | undefined
  handlers: GripDrag<Held>['handlers']
}

/** Drag of checklist items, also from one list of the card to another. */
export function useItemDrag(card: Card): ItemDrag {
  const { move } = useMoveItem(card)
  const { held, handlers } = useGripDrag<Held>({
    placeAt,
    drop: (item, place) => move(item, spotOf(place)),
    scrollerOf: cardScroller,
  })
  return {
    dragged: held?.item ?? null,
    dropAt: (list, item) => (held?.list === list && held.before === item ? '' : undefined),
    handlers,
  }
}

/** What scrolls in the card's window. */
export const cardScroller = (grip: HTMLElement) => grip.closest('.board-detail')?.parentElement

const spotOf = ({ list, before }: Held): ItemPlace => ({
  list,
  spot: before === null ? 'end' : { before },
})

/** The list under the pointer, or the nearest one, and the first item whose middle lies below. */
function placeAt(item: string, event: PointerEvent<HTMLElement>): Held | null {
  const parent = event.currentTarget.closest('.board-detail-main')
  const lists = [...(parent?.querySelectorAll<HTMLElement>('[data-checklist]') ?? [])]
  const list = lists.findLast((one) => one.getBoundingClientRect().top <= event.clientY) ?? lists[0]
  if (!list) return null
  const others = [...list.querySelectorAll<HTMLElement>('[data-item]')].filter(
    (row) => row.dataset.item !== item,
  )
  const before = firstBelow(others, event)?.dataset.item ?? null
  return { item, list: list.dataset.checklist ?? '', before }
}
