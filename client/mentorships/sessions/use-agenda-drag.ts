import type { AgendaItem } from '@atelier/shared/mentorships/mentoring'
import type { PointerEvent } from 'react'
import { firstBelow, type GripDrag, useGripDrag } from '../../ui/use-grip-drag'

type Held = { id: string; to: number }

export type AgendaDrag = {
  /** On which side of it the held one would be put. */
  dropAt(id: string): 'before' | 'after' | undefined
  handlers: GripDrag<Held>['handlers']
}

/** Drag of agenda items; the keyboard and the menu of each do the same. */
export function useAgendaDrag(
  among: readonly AgendaItem[],
  move: (id: string, to: number) => void,
): AgendaDrag {
  const { held, handlers } = useGripDrag<Held>({
    placeAt,
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
function placeAt(id: string, event: PointerEvent<HTMLElement>): Held {
  const list = event.currentTarget.closest('ul')
  const others = [...(list?.querySelectorAll<HTMLElement>('[data-agenda-item]') ?? [])].filter(
    (row) => row.dataset.agendaItem !== id,
  )
  const below = firstBelow(others, event)
  return { id, to: below ? others.indexOf(below) : others.length }
}
