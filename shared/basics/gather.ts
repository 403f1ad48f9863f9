/** Puts one more under a key; in place, for a hostile document may hold half a million of them. */
export function gather<K, V>(into: Map<K, V[]>, key: K, value: V): void {
  const known = into.get(key)
  if (known) known.push(value)
  else into.set(key, [value])
}
