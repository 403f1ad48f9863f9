/** Hours as they are typed: `1.5`, `1,5` or `1:30`. */
const mostMinutes = 7 * 24 * 60

/** What cannot be read is none. */
export function minutesOf(text: string): number {
  const clock = /^\s*(\d{1,3}):([0-5]\d)\s*$/.exec(text)
  const minutes = clock
    ? Number(clock[1]) * 60 + Number(clock[2])
    : Math.round(Number(text.trim().replace(',', '.')) * 60)
  return Number.isFinite(minutes) ? Math.min(Math.max(minutes, 0), mostMinutes) : 0
}

export const hoursTyped = (minutes: number): string =>
  minutes === 0 ? '' : String(Math.round((minutes / 60) * 100) / 100)
