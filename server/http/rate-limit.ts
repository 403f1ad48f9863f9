import { refuse } from '@atelier/shared/refusals'

/** At most `most` in each `windowMs` for each key; more is refused, with how long to wait. Kept in this process. */
export function rateLimit({ most, windowMs }: { most: number; windowMs: number }, now = Date.now) {
  let counts = new Map<string, number>()
  let begunAt = now()
  return function take(key: string): void {
    if (now() - begunAt >= windowMs) {
      counts = new Map()
      begunAt = now()
    }
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    if (count <= most) return
    refuse('too-many', { retryAfterSeconds: Math.ceil((begunAt + windowMs - now()) / 1000) })
  }
}
