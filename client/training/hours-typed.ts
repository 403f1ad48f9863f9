/** Hours as they are typed: `1.5`, `1,5`, `1:30` or `2 h`. */
const mostMinutes = 7 * 24 * 60
const unit = /\s*(h|hours?|std\.?|stunden?)$/i

/** Null for what cannot be read; nothing typed is none. */
export function minutesOf(text: string): number | null {
  const plain = text.trim().replace(unit, '')
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(plain)
  if (clock) return Math.min(Number(clock[1]) * 60 + Number(clock[2]), mostMinutes)
  if (!/^(\d+([.,]\d*)?)?$/.test(plain)) return null
  return Math.min(Math.round(Number(plain.replace(',', '.')) * 60), mostMinutes)
}

export const hoursTyped = (minutes: number): string =>
  minutes === 0 ? '' : String(Math.round((minutes / 60) * 100) / 100)
