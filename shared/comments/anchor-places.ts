/**
 * Anchors and the positions of an editor bound to a fragment. One pass over the blocks finds all
 * anchors, and it looks into those blocks only that hold one: a long doc is read at every key.
 */
import * as Y from 'yjs'
import type { Anchor } from './anchor'
import { childrenOf, leafAfter, leafBefore, type Sizes } from './anchor-leaves'

export type Range = { from: number; to: number }

/**
 * `isWhole` is false when one end is gone with its block: then it reaches as far as the other's block
 * does. If that end itself is gone too, `isSure` is false: perhaps nothing of it is left there.
 */
export type Found = Range & { isWhole: boolean; isSure: boolean }

/** The selection from `from` to `to` as an anchor; null when there is nothing in it to hold on to. */
export function idsBetween(
  fragment: Y.XmlFragment,
  { from, to }: Range,
  sizes: Sizes,
): Pick<Anchor, 'first' | 'last'> | null {
  const first = leafAfter(fragment, from, 0, sizes)
  const last = leafBefore(fragment, to, 0, sizes)
  if (!first || !last || first.from >= to || last.to <= from || first.from >= last.to) return null
  return { first: first.id, last: last.id }
}

/** Where the anchors are now, in the order given; null for each whose content is all gone. */
export function placesOf(
  fragment: Y.XmlFragment,
  anchors: readonly Pick<Anchor, 'first' | 'last'>[],
  sizes: Sizes,
): (Found | null)[] {
  const ends = anchors.map(({ first, last }) => ({
    start: resolve(fragment, first, 0),
    end: resolve(fragment, last, -1),
  }))
  const types = ends.flatMap(({ start, end }) => [start?.type, end?.type])
  const starts = startsOf(fragment, types, sizes)
  return ends.map(({ start, end }) => {
    const from = placeOf(start, starts, sizes)
    const to = placeOf(end, starts, sizes)
    const found = widen(from, to, start ?? end, starts, sizes)
    // Inside one text there are only letters between two places.
    return found?.isWhole && start?.type === end?.type ? found : tighten(fragment, found, sizes)
  })
}

type Point = {
  type: Y.XmlText | Y.XmlElement | Y.XmlFragment
  index: number
  /** The thing itself, not only its neighbours. */
  isThere: boolean
}

/** The place before or behind a thing, also when only its neighbours are left; null without those. */
function resolve(fragment: Y.XmlFragment, id: Y.ID, assoc: 0 | -1): Point | null {
  const { doc } = fragment
  if (!doc || Y.getState(doc.store, id.client) <= id.clock) return null
  const position = new Y.RelativePosition(null, null, id, assoc)
  const place = Y.createAbsolutePositionFromRelativePosition(position, doc, false)
  if (!place || !isLive(place.type, fragment)) return null
  const { type, index } = place
  const isRich = type instanceof Y.XmlText || type instanceof Y.XmlFragment
  return isRich ? { type, index, isThere: isThere(doc, id) } : null
}

function isThere(doc: Y.Doc, { client, clock }: Y.ID): boolean {
  const structs = doc.store.clients.get(client) ?? []
  return structs[Y.findIndexSS(structs, clock)]?.deleted === false
}

// biome-ignore lint/suspicious/noExplicitAny: every kind of shared type
type AnyType = Y.AbstractType<any>

function isLive(type: AnyType, root: AnyType): boolean {
  for (let at: AnyType | null = type; at !== root; at = at._item?.parent as AnyType | null) {
    if (!at?._item || at._item.deleted) return false
  }
  return true
}

/** Where the content of these types begins. */
function startsOf(
  fragment: Y.XmlFragment,
  types: readonly (AnyType | undefined)[],
  sizes: Sizes,
): Map<AnyType, number> {
  const wanted = new Set<AnyType>()
  for (const type of types) {
    for (let at: AnyType | null | undefined = type; at && !wanted.has(at); ) {
      wanted.add(at)
      at = at._item?.parent as AnyType | null | undefined
    }
  }
  const starts = new Map<AnyType, number>([[fragment, 0]])
  const walk = (parent: AnyType, start: number) => {
    for (const child of childrenOf(parent, start, sizes)) {
      if (!wanted.has(child.type)) continue
      const inside = child.type instanceof Y.XmlText ? child.from : child.from + 1
      starts.set(child.type, inside)
      if (!(child.type instanceof Y.XmlText)) walk(child.type, inside)
    }
  }
  if (wanted.size > 0) walk(fragment, 0)
  return starts
}

function placeOf(point: Point | null, starts: Map<AnyType, number>, sizes: Sizes): number | null {
  if (point === null) return null
  const { type, index } = point
  const start = starts.get(type)
  if (start === undefined) return null
  if (type instanceof Y.XmlText) return start + index
  let count = 0
  let at = start
  for (const child of childrenOf(type, start, sizes)) {
    if (count++ === index) break
    at = child.to
  }
  return at
}

/** Where one end is gone with its block, the other's block is what is left of it. */
function widen(
  from: number | null,
  to: number | null,
  left: Point | null,
  starts: Map<AnyType, number>,
  sizes: Sizes,
): Found | null {
  if (from !== null && to !== null) {
    return from < to ? { from, to, isWhole: true, isSure: true } : null
  }
  if (left === null) return null
  const { type, isThere: isSure } = left
  const block = type instanceof Y.XmlText ? (type._item?.parent as AnyType) : type
  const start = starts.get(block)
  if (start === undefined) return null
  const end = [...childrenOf(block, start, sizes)].at(-1)?.to ?? start
  return { from: from ?? start, to: to ?? end, isWhole: false, isSure }
}

/** Without the ends of blocks at its ends; null when nothing else is in it. */
function tighten(fragment: Y.XmlFragment, found: Found | null, sizes: Sizes): Found | null {
  if (!found) return null
  const first = leafAfter(fragment, found.from, 0, sizes)
  const last = leafBefore(fragment, found.to, 0, sizes)
  if (!first || !last || first.from >= last.to) return null
  const from = Math.max(first.from, found.from)
  const to = Math.min(last.to, found.to)
  return from < to ? { ...found, from, to } : null
}
