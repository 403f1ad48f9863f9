/** A secret address from which a calendar reads due dates: of one board, or of one's own cards on all. */

/** Whether this person has one. Its address is told once, when it is made. */
export type CalendarFeed = { since: string } | null

/** One of somebody's own, as their list of them names it. */
export type OwnFeed = {
  id: string
  /** `hidden`: of a board they may not see now; nothing can be read at its address either. */
  of:
    | { kind: 'my-cards' }
    | { kind: 'board'; id: string; title: string; project: string }
    | { kind: 'hidden' }
  since: string
  /** When a calendar last read it, give or take a minute; null for never. */
  fetched: string | null
}

export type NewCalendarFeed = { token: string }

/** What stands in the address of a feed. */
export const feedPath = (token: string): string => `/api/feeds/${token}.ics`
