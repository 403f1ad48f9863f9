import type { PointerEvent } from 'react'
import { firstBelow, type GripDrag, useGripDrag } from './use-grip-drag'

type Held = { id: string; to: number }

export type RowDrag = {
  /** On which side of it the held one would be put. */
  dropAt(id: string): 'before' | 'after' | undefined
  handlers: GripDrag<Held>['handlers']
}

/** Drag of the rows of a list, each with its id in `attribute`; the keyboard and the menu of each do the same. */
export function useRowDrag(
  among: readonly { id: string }[],
  attribute: `data-${string}`,
  move: (id: string, to: number) => void,
): RowDrag {
  const { held, handlers } = useGripDrag<Held>({
    placeAt: (id, event) => placeAt(attribute, id, event),
    drop: (id, { to }) => move(id, to),
    scrollerOf: (grip) => grip.closest('main'),
  })
  const others = among.filter(({ id }) => id !== held?.id)
  return {
    dropAt(id) {
      if (!held) return undefined
      if (others[held.to]?.id === id) return 'before'
      return held.to === others.length && others.at(-1)?.id === id ? 'after' : undefined
    },
    handlers,
  }
}

/** Before the first of the others whose middle lies below the pointer. */
function placeAt(attribute: string, id: string, event: PointerEvent<HTMLElement>): Held {
  const list = event.currentTarget.closest('ul')
  const others = [...(list?.querySelectorAll<HTMLElement>(`[${attribute}]`) ?? [])].filter(
    (row) => row.getAttribute(attribute) !== id,
  )
  const below = firstBelow(others, event)
  return { id, to: below ? others.indexOf(below) : others.length }
}
