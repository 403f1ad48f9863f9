/** Parents first; whose parent is not there stands at the top. */
export function parentsFirst<T extends { id: string; parent: string | null }>(
  docs: readonly T[],
): T[] {
  const there = new Set(docs.map(({ id }) => id))
  const left = docs.map((doc) =>
    doc.parent !== null && there.has(doc.parent) ? doc : { ...doc, parent: null },
  )
  const placed: T[] = []
  const done = new Set<string>()
  let waiting = left
  while (waiting.length > 0) {
    const ready = waiting.filter(({ parent }) => parent === null || done.has(parent))
    // A ring of parents: one of them is the top.
    const next = ready.length > 0 ? ready : [{ ...(waiting[0] as T), parent: null }]
    for (const doc of next) {
      placed.push(doc)
      done.add(doc.id)
    }
    waiting = waiting.filter(({ id }) => !done.has(id))
  }
  return placed
}
