/** The docs of a project as a tree. Lists are in tree order among siblings; each doc names what it stands under. */

export type TreeDoc = { id: string; parentId: string | null }
export type Branch<D extends TreeDoc> = { doc: D; under: Branch<D>[] }

/** How deep docs stand under each other at most: deeper than anybody finds their way. */
export const deepestDoc = 12

/**
 * Every doc of the list once, in its order. What stands under a doc that is not in the list, since
 * it may not be read or is in the bin, stands at the top; so does what only stands under itself.
 */
export function treeOf<D extends TreeDoc>(docs: readonly D[]): Branch<D>[] {
  const branches = new Map(docs.map((doc) => [doc.id, { doc, under: [] as Branch<D>[] }]))
  const tops: Branch<D>[] = []
  for (const [id, branch] of branches) {
    const parent = branch.doc.parentId === null ? null : branches.get(branch.doc.parentId)
    if (parent && !isUnder(branches, branch.doc.parentId, id)) parent.under.push(branch)
    else tops.push(branch)
  }
  return tops
}

/** Whether `id` is `above` or stands under it. */
function isUnder<D extends TreeDoc>(
  branches: ReadonlyMap<string, { doc: D }>,
  id: string | null,
  above: string,
): boolean {
  const seen = new Set<string>()
  for (let at = id; at !== null && !seen.has(at); at = branches.get(at)?.doc.parentId ?? null) {
    if (at === above) return true
    seen.add(at)
  }
  return false
}

/** What a doc stands under, from the top; of a doc that is not in the list, nothing. */
export function waysTo<D extends TreeDoc>(docs: readonly D[], id: string): D[] {
  const byId = new Map(docs.map((doc) => [doc.id, doc]))
  const way: D[] = []
  let at = byId.get(byId.get(id)?.parentId ?? '')
  while (at && at.id !== id && !way.includes(at)) {
    way.unshift(at)
    at = byId.get(at.parentId ?? '')
  }
  return way
}

/** A doc and all that stands under it, the doc first. */
export function subtreeOf<D extends TreeDoc>(docs: readonly D[], id: string): D[] {
  const found = new Set(docs.filter((doc) => doc.id === id))
  for (const above of found) {
    for (const doc of docs) if (doc.parentId === above.id) found.add(doc)
  }
  return [...found]
}

/** How many docs deep a branch is, itself among them. */
export const heightOf = <D extends TreeDoc>({ under }: Branch<D>): number =>
  1 + Math.max(0, ...under.map(heightOf))

/** Under which doc, and beside which of those that stand there; the last of them if neither is said. */
export type DocPlace = { parentId: string | null; before?: string; after?: string }

/** The list with one doc put there, for showing it before the server has answered. */
export function withPlaced<D extends TreeDoc>(
  docs: readonly D[],
  id: string,
  { parentId, before, after }: DocPlace,
): D[] {
  const moved = docs.find((doc) => doc.id === id)
  if (!moved) return [...docs]
  const others = docs.filter((doc) => doc.id !== id)
  const beside = others.findIndex(
    (doc) => doc.id === (before ?? after) && doc.parentId === parentId,
  )
  const at = beside < 0 ? others.length : before === undefined ? beside + 1 : beside
  return others.toSpliced(at, 0, { ...moved, parentId })
}

export type TreeStep = 'up' | 'down' | 'in' | 'out'

/** Where a doc goes by one step of the keyboard, among what is in the list; null where there is no way. */
export function stepTo<D extends TreeDoc>(
  docs: readonly D[],
  id: string,
  step: TreeStep,
): DocPlace | null {
  const above = waysTo(docs, id).at(-1)
  const siblings = siblingsIn(treeOf(docs), id) ?? []
  const at = siblings.findIndex((sibling) => sibling.id === id)
  const [previous, next] = [siblings[at - 1], siblings[at + 1]]
  const parentId = above?.id ?? null
  switch (step) {
    case 'up':
      return previous ? { parentId, before: previous.id } : null
    case 'down':
      return next ? { parentId, after: next.id } : null
    case 'in':
      return previous ? { parentId: previous.id } : null
    case 'out':
      return above ? { parentId: waysTo(docs, above.id).at(-1)?.id ?? null, after: above.id } : null
  }
}

function siblingsIn<D extends TreeDoc>(branches: readonly Branch<D>[], id: string): D[] | null {
  if (branches.some(({ doc }) => doc.id === id)) return branches.map(({ doc }) => doc)
  for (const { under } of branches) {
    const found = siblingsIn(under, id)
    if (found) return found
  }
  return null
}
