/** A secret address from which a calendar reads due dates: of one board, or of one's own cards on all. */

/** Whether this person has one. Its address is told once, when it is made. */
export type CalendarFeed = { since: string } | null
export type NewCalendarFeed = { token: string }

/** What stands in the address of a feed. */
export const feedPath = (token: string): string => `/api/feeds/${token}.ics`
