/** Postgres takes 65,535 values in one statement. */
const atOnce = 1_000

/** Rows to be written, so many at once as one statement takes. */
export const inPieces = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / atOnce) }, (_, piece) =>
    items.slice(piece * atOnce, (piece + 1) * atOnce),
  )
