import type { KeyboardEvent } from 'react'

export type DayKey = { act: 'move' | 'resize'; days: number }

/** On a card: Alt with an arrow moves it by a day (up and down by a week), with Shift it moves its end. */
export function dayKey(
  event: Pick<KeyboardEvent, 'key' | 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey'>,
  isRightToLeft: boolean,
): DayKey | null {
  if (!event.altKey || event.ctrlKey || event.metaKey) return null
  const forth = isRightToLeft ? -1 : 1
  const steps: Record<string, number> = {
    ArrowRight: forth,
    ArrowLeft: -forth,
    ArrowDown: 7,
    ArrowUp: -7,
  }
  const days = steps[event.key]
  return days === undefined ? null : { act: event.shiftKey ? 'resize' : 'move', days }
}

export const isRightToLeft = (): boolean => document.documentElement.dir === 'rtl'
