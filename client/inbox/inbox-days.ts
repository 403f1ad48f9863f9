import { today as dayHere } from '../i18n/use-today'

/** So many days after a day (`YYYY-MM-DD`). */
export const isoDay = (day: string, later: number): string =>
  new Date(Date.parse(day) + later * 86_400_000).toISOString().slice(0, 10)

/** Under the day on which each came, where the reader is; in their order. */
export function byDay<T extends { at: string }>(
  items: readonly T[],
): { day: string; items: T[] }[] {
  const days: { day: string; items: T[] }[] = []
  for (const item of items) {
    const day = dayHere(new Date(item.at))
    const last = days.at(-1)
    if (last?.day === day) last.items.push(item)
    else days.push({ day, items: [item] })
  }
  return days
}
