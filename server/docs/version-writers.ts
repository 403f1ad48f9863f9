/** Who wrote what, from the updates as they were packed: each is one person's. */
import type { WriterSpan } from '@atelier/shared/docs/version'
import type { Spans } from '../db/squash-thread'

type Span = [client: number, clock: number, length: number, person: number]

/** `persons` are places in a list of people, one for each of `spans`. Who came first wrote it. */
export function writersOf(spans: readonly Spans[], persons: readonly number[], of: keyof Spans) {
  const all = spans.flatMap((row, nth) => triples(row[of], persons[nth] ?? -1))
  all.sort(
    ([client, clock], [otherClient, otherClock]) => client - otherClient || clock - otherClock,
  )
  return joined(all)
}

function triples(numbers: readonly number[], person: number): Span[] {
  return Array.from({ length: numbers.length / 3 }, (_, i): Span => {
    const [client = 0, clock = 0, length = 0] = numbers.slice(3 * i, 3 * i + 3)
    return [client, clock, length, person]
  })
}

/** What lies behind each other and is the same person's becomes one; what comes twice is the first's. */
function joined(spans: readonly Span[]): WriterSpan[] {
  const result: Span[] = []
  for (const [client, clock, length, person] of spans) {
    const last = result.at(-1)
    const end = last?.[0] === client ? last[1] + last[2] : 0
    const from = Math.max(clock, end)
    const added = clock + length - from
    if (added <= 0) continue
    if (last && last[0] === client && end === from && last[3] === person) last[2] += added
    else result.push([client, from, added, person])
  }
  return result
}
