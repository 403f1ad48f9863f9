/** The fading trail of a laser pointer. In pixels of the wall; times in milliseconds. */
import type { Place } from './glide'

export const trailMs = 900

export type Trail = (Place & { at: number })[]

/** The trail with one more place, without what has faded. */
export function lengthened(trail: Trail, place: Place, at: number): Trail {
  const last = trail.at(-1)
  const kept = faded(trail, at)
  return last && last.x === place.x && last.y === place.y ? kept : [...kept, { ...place, at }]
}

export const faded = (trail: Trail, now: number): Trail =>
  trail.filter(({ at }) => now - at < trailMs)

/** How strongly a part of it is drawn: 1 where the pointer is, 0 where it has faded. */
export const strengthOf = (at: number, now: number): number =>
  Math.min(1, Math.max(0, 1 - (now - at) / trailMs))
