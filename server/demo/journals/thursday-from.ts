const dayMs = 86_400_000
const weekMs = 7 * dayMs

/** In the early afternoon of the Thursday that is nearest to so many days from now; not when nobody is at work. */
export function thursdayFrom(days: number, now = Date.now()): string {
  const at = new Date(now + days * dayMs)
  at.setUTCDate(at.getUTCDate() + ((4 - at.getUTCDay() + 10) % 7) - 3)
  at.setUTCHours(13, 0, 0, 0)
  while (isBetweenTheYears(at)) at.setTime(at.getTime() + (days < 0 ? -weekMs : weekMs))
  return at.toISOString()
}

function isBetweenTheYears(at: Date): boolean {
  const [month, day] = [at.getUTCMonth(), at.getUTCDate()]
  return (month === 11 && day >= 23) || (month === 0 && day <= 2)
}
