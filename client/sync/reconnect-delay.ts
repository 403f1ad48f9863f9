/**
 * How long to wait before asking again (S15): anywhere between nothing and a bound that doubles
 * with each failure, up to 30 s. After a restart everybody comes back at a different moment.
 */
const longestMs = 30_000
const firstBoundMs = 1_600

/** `failures`: attempts in a row that did not end in a synced room. `random` in [0, 1). */
export const reconnectDelayMs = (failures: number, random: () => number): number =>
  Math.floor(random() * Math.min(longestMs, firstBoundMs * 2 ** failures))
