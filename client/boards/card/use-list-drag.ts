import type { Card } from '@atelier/shared/boards/card'
import type { PointerEvent } from 'react'
import { firstBelow, type GripDrag, useGripDrag } from '../../ui/use-grip-drag'
import { cardScroller } from './use-item-drag'
import { useMoveList } from './use-move-list'

type Held = { list: string; before: string | null }

export type ListDrag = {
  /** `before` or `after` the list, where the held one would be put. */
  dropAt(list: string): 'before' | 'after' | undefined
  handlers: GripDrag<Held>['handlers']
}

/** Drag of whole checklists. */
export function useListDrag(card: Card): ListDrag {
  const { move } = useMoveList(card)
  const { held, handlers } = useGripDrag<Held>({
    placeAt,
    drop: (list, { before }) => move(list, before === null ? 'end' : { before }),
    scrollerOf: cardScroller,
  })
  const last = card.checklists.filter(({ id }) => id !== held?.list).at(-1)?.id
  return {
    dropAt: (list) => {
      if (!held) return undefined
      if (held.before === list) return 'before'
      return held.before === null && list === last ? 'after' : undefined
    },
    handlers,
  }
}

/** Before the first of the others whose middle lies below the pointer. */
function placeAt(list: string, event: PointerEvent<HTMLElement>): Held {
  const parent = event.currentTarget.closest('.board-detail-main')
  const others = [...(parent?.querySelectorAll<HTMLElement>('[data-checklist]') ?? [])].filter(
    (one) => one.dataset.checklist !== list,
  )
  return { list, before: firstBelow(others, event)?.dataset.checklist ?? null }
}
