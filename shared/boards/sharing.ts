/** Structural sharing: what did not change stays the same object, so that nothing redraws for it. */

export function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => sameValue(item, b[index]))
}

/** Equal in every field; lists and plain objects in a field are compared by what is in them. */
export function sameFields<T extends object>(a: T, b: T): boolean {
  const keys = Object.keys(b) as (keyof T)[]
  return Object.keys(a).length === keys.length && keys.every((key) => sameValue(a[key], b[key]))
}

function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && sameItems(a, b)
  return sameFields(a, b)
}

/** `next`, with every item and if possible the list itself taken from `previous`. Items have ids. */
export function shared<T extends { id: string }>(
  previous: readonly T[] | undefined,
  next: readonly T[],
): readonly T[] {
  if (!previous) return next
  const known = new Map(previous.map((item) => [item.id, item]))
  const merged = next.map((item) => {
    const before = known.get(item.id)
    return before && sameFields(before, item) ? before : item
  })
  return merged.length === previous.length && merged.every((item, i) => item === previous[i])
    ? previous
    : merged
}
