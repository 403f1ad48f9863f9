/** A drawn line as the path of an SVG whose sides are 1000: smooth, through the middles between its points. */
export function strokePath(points: readonly number[]): string {
  const [x = 0, y = 0] = points
  if (points.length < 4) return `M${x} ${y}h0`
  const parts = [`M${x} ${y}`]
  for (let at = 2; at + 3 < points.length; at += 2) {
    const [toX, toY] = [points[at] ?? 0, points[at + 1] ?? 0]
    const [nextX, nextY] = [points[at + 2] ?? 0, points[at + 3] ?? 0]
    parts.push(`Q${toX} ${toY} ${(toX + nextX) / 2} ${(toY + nextY) / 2}`)
  }
  parts.push(`L${points.at(-2)} ${points.at(-1)}`)
  return parts.join('')
}

/**
 * With fewer points where the hand went straight or stood still; `most` of them at last. `near` is how far, in parts of
 * 1000, a point must be from the one before.
 */
export function thinned(points: readonly number[], most: number, near = 6): number[] {
  const kept: number[] = []
  for (let at = 0; at + 1 < points.length; at += 2) {
    const [x, y] = [Math.round(points[at] ?? 0), Math.round(points[at + 1] ?? 0)]
    const isLast = at + 3 >= points.length
    const [lastX = Number.NaN, lastY = Number.NaN] = kept.slice(-2)
    const isFar = kept.length === 0 || Math.hypot(x - lastX, y - lastY) >= near
    if (isFar || (isLast && (x !== lastX || y !== lastY))) kept.push(x, y)
  }
  return kept.length / 2 > most ? thinned(kept, most, near * 1.6) : kept
}
