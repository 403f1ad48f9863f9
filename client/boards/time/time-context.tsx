import type { Days } from '@atelier/shared/boards/span'
import { createContext, use } from 'react'

/** What the cards of a calendar and of a timeline share. Stable while the view is open. */
export type TimeDesk = {
  /** Other days for a card: written, announced, and kept under the keyboard. */
  setDays(id: string, days: Days): void
  /** Along by so many days: the card, and all that are chosen with it and have days. */
  moveDays(id: string, by: number): void
  /** Puts a card without days on one, and all without days that are chosen with it. */
  putOn(id: string, day: number): void
  /** Takes the days away, from all that are chosen with it, too. */
  clearDays(id: string): void
  /** Chooses the card and all that are shown between it and another. */
  stretch(from: string, to: string): void
  /** Opens "Move to date…". */
  askDate(id: string): void
  /** Opens the card's menu beside an element, or hangs it there. */
  openMenu(id: string, beside: HTMLElement): void
}

const TimeContext = createContext<TimeDesk | null>(null)
export const TimeDeskProvider = TimeContext.Provider

export function useTimeDesk(): TimeDesk {
  const desk = use(TimeContext)
  if (!desk) throw new Error('a part of a calendar is drawn outside of one')
  return desk
}
