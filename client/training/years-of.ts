import type { WeekGlance } from '@atelier/shared/training/week-state'

type Years = { all: readonly string[]; begun: readonly string[] }

/** Of a record, in their order: all, and those in which something is there already; before its first week, the first. */
export function yearsOf(weeks: readonly Pick<WeekGlance, 'week' | 'state'>[]): Years {
  const all = [...new Set(weeks.map(({ week }) => yearOf(week)))]
  const reached = new Set(
    weeks.filter(({ state }) => state !== 'ahead').map(({ week }) => yearOf(week)),
  )
  return {
    all,
    begun: reached.size === 0 ? all.slice(0, 1) : all.filter((one) => reached.has(one)),
  }
}

const yearOf = (week: string) => week.slice(0, 4)
