/** What of all that was left out is told by name: the first of each reason, then the first of all. */
import {
  type Imported,
  type SkipCounts,
  type Skipped,
  shownOfReason,
  shownSkips,
} from '@atelier/shared/exchange/exchange'

/** `beyond` are those that nobody kept the names of. */
export function toldSkips(
  skipped: readonly Skipped[],
  beyond: SkipCounts,
): Pick<Imported, 'skipped' | 'skippedInAll' | 'skippedFor'> {
  const counts: SkipCounts = { ...beyond }
  const first = new Set<Skipped>()
  const met: SkipCounts = {}
  for (const one of skipped) {
    counts[one.why] = (counts[one.why] ?? 0) + 1
    met[one.why] = (met[one.why] ?? 0) + 1
    if ((met[one.why] ?? 0) <= shownOfReason) first.add(one)
  }
  let room = shownSkips - first.size
  return {
    skipped: skipped.filter((one) => first.has(one) || room-- > 0),
    skippedInAll: Object.values(counts).reduce((sum, count) => sum + count, 0),
    skippedFor: counts,
  }
}
