/** Hours as they are typed: `1.5`, `1,5`, `1:30` or `2 h`. */
export const mostHours = 7 * 24
const unit = /\s*(h|hours?|std\.?|stunden?)$/i

/** Nothing typed is none; more than a week has is not taken for what a week has. */
export function minutesOf(text: string): number | 'unread' | 'too-many' {
  const plain = text.trim().replace(unit, '')
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(plain)
  if (!clock && !/^(\d+([.,]\d*)?)?$/.test(plain)) return 'unread'
  const minutes = clock
    ? Number(clock[1]) * 60 + Number(clock[2])
    : Math.round(Number(plain.replace(',', '.')) * 60)
  return minutes > mostHours * 60 ? 'too-many' : minutes
}

export const hoursTyped = (minutes: number): string =>
  minutes === 0 ? '' : String(Math.round((minutes / 60) * 100) / 100)
