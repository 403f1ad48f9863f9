/** A line between two boxes: from edge to edge, along the line between their middles. */
import type { Box } from '@atelier/shared/workshops/wall-places'
import { middleOf } from './canvas-places'
import type { Place } from './glide'

/** Beside the edge, so that the arrow's tip is seen. */
const gap = 4

export function linkEnds(from: Box, to: Box): { from: Place; to: Place } | null {
  const [a, b] = [middleOf(from), middleOf(to)]
  const length = Math.hypot(b.x - a.x, b.y - a.y)
  if (length === 0) return null
  const way = { x: (b.x - a.x) / length, y: (b.y - a.y) / length }
  const [out, back] = [reach(from, way) + gap, reach(to, way) + gap]
  // Boxes that overlap have no room for a line.
  if (out + back >= length) return null
  return {
    from: { x: a.x + way.x * out, y: a.y + way.y * out },
    to: { x: b.x - way.x * back, y: b.y - way.y * back },
  }
}

/** How far it is from the middle of a box to its edge. */
const reach = ({ width, height }: Box, way: Place): number =>
  Math.min(
    way.x === 0 ? Number.POSITIVE_INFINITY : width / 2 / Math.abs(way.x),
    way.y === 0 ? Number.POSITIVE_INFINITY : height / 2 / Math.abs(way.y),
  )
