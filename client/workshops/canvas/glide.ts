/** A pointer of somebody else on its way between two places that were heard of it. Times in milliseconds. */

export type Place = { x: number; y: number }
export type Glide = { from: Place; to: Place; startedAt: number; lastsMs: number }

const shortestMs = 40
/** Whoever is silent for longer has rested: the way to the next place is not drawn out. */
const longestMs = 280

export const restAt = (place: Place): Glide => ({
  from: place,
  to: place,
  startedAt: 0,
  lastsMs: 0,
})

export function placeAt({ from, to, startedAt, lastsMs }: Glide, now: number): Place {
  const part = lastsMs === 0 ? 1 : Math.min(1, Math.max(0, (now - startedAt) / lastsMs))
  return part === 1
    ? to
    : { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
}

export const isGliding = ({ startedAt, lastsMs }: Glide, now: number): boolean =>
  now < startedAt + lastsMs

/** On to a new place from wherever it is now, in about the time that places are heard apart. */
export const glideTo = (glide: Glide, to: Place, now: number, sinceLastMs: number): Glide => ({
  from: placeAt(glide, now),
  to,
  startedAt: now,
  lastsMs: sinceLastMs > longestMs ? shortestMs * 2 : Math.max(shortestMs, sinceLastMs),
})
