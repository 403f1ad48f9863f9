/** What stands in attributes and marks, as an editor writes it. Anything may be in a fork. */

const deepest = 8

/** Without what JSON has not: shared types, bytes, big integers. Undefined where nothing is left. */
export function plainValue(value: unknown, depth = 0): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'object' || depth > deepest) return undefined
  if (Array.isArray(value)) return value.map((each) => plainValue(each, depth + 1) ?? null)
  return isPlain(value) ? plainAttributes(value, depth + 1) : undefined
}

export function plainAttributes(values: object, depth = 0): Record<string, unknown> {
  const plain: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(values)) {
    const kept = name === '__proto__' ? undefined : plainValue(value, depth)
    if (kept !== undefined) plain[name] = kept
  }
  return plain
}

/** Whether an editor would see no difference. */
export const isSameValue = (one: unknown, other: unknown): boolean =>
  JSON.stringify(plainValue(one)) === JSON.stringify(plainValue(other))

/** Attributes of an editor's marks have no prototype at all. */
const isPlain = (value: object) => [Object.prototype, null].includes(Object.getPrototypeOf(value))
