const dayMs = 86_400_000
const weekMs = 7 * dayMs

export type Meeting = {
  /** From today; negative is past. */
  sessionsIn: readonly number[]
  /** UTC. */
  hour: number
}

/**
 * The Thursdays that are nearest to so many days from now, earliest first: none when nobody is at work, and no two the
 * same. What is past moves further back for that, what is to come further on.
 */
export function thursdaysOf({ sessionsIn, hour }: Meeting, now = Date.now()): Date[] {
  const found: Date[] = []
  const nearestFirst = sessionsIn.toSorted((one, other) => Math.abs(one) - Math.abs(other))
  for (const wish of nearestFirst) {
    const at = nearestThursday(now + wish * dayMs, hour)
    while (isBetweenTheYears(at) || found.some((one) => +one === +at))
      at.setTime(at.getTime() + (wish < 0 ? -weekMs : weekMs))
    found.push(at)
  }
  return found.toSorted((one, other) => +one - +other)
}

function nearestThursday(time: number, hour: number): Date {
  const at = new Date(time)
  at.setUTCDate(at.getUTCDate() + ((4 - at.getUTCDay() + 10) % 7) - 3)
  at.setUTCHours(hour, 0, 0, 0)
  return at
}

function isBetweenTheYears(at: Date): boolean {
  const [month, day] = [at.getUTCMonth(), at.getUTCDate()]
  return (month === 11 && day >= 23) || (month === 0 && day <= 2)
}
