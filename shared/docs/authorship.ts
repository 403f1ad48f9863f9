/** Who wrote what stands in a doc: each letter has a place in somebody's writing. */
import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'
import type { WriterSpan } from './version'

/** From `from` to `to` in the doc stands what a client wrote from `clock` on. Marks and attributes cover nothing. */
export type Written = { from: number; to: number; client: number; clock: number }

/** In order. `node` is what `fragment` says; where they do not agree, nobody wrote it. */
export function writtenIn(fragment: Y.XmlFragment, node: Node): Written[] {
  const written: Written[] = []
  walk(fragment, node, 0, written)
  return written
}

/** `at` is where the content of `node` begins. */
function walk(parent: Y.XmlFragment, node: Node, at: number, written: Written[]): void {
  let place = at
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) {
      walkText(child, place, written)
      place += child.length
      continue
    }
    const block = node.childAfter(place - at).node
    if (!(child instanceof Y.XmlElement) || block?.type.name !== child.nodeName) return
    note(child._item, place, place + 1, written)
    for (const item of child._map.values()) note(item, place, place, written)
    if (!block.isLeaf) walk(child, block, place + 1, written)
    place += block.nodeSize
  }
}

function note(item: Y.Item | null, from: number, to: number, written: Written[]): void {
  if (item) written.push({ from, to, client: item.id.client, clock: item.id.clock })
}

function walkText(text: Y.XmlText, at: number, written: Written[]): void {
  let place = at
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue
    const to = item.countable ? place + item.length : place
    note(item, place, to, written)
    place = to
  }
}

export type WriterIndex = ReadonlyMap<number, readonly WriterSpan[]>

export function indexOfWriters(spans: readonly WriterSpan[]): WriterIndex {
  const index = new Map<number, WriterSpan[]>()
  for (const span of spans) {
    const known = index.get(span[0])
    if (known) known.push(span)
    else index.set(span[0], [span])
  }
  return index
}

/** Whose it is, from `from` to `to`, as places in a list of people: those who wrote most of it first. */
export function writersBetween(
  written: readonly Written[],
  index: WriterIndex,
  from: number,
  to: number,
): number[] {
  const letters = new Map<number, number>()
  for (const run of written) {
    if (run.to < from) continue
    if (run.from > to) break
    const start = Math.max(from, run.from)
    const end = Math.min(to, run.to)
    // What only touches the range says nothing, but marks and attributes cover nothing anyway.
    if (end < start || (end === start && run.from < run.to)) continue
    count(letters, index, run.client, run.clock + start - run.from, Math.max(1, end - start))
  }
  letters.delete(-1)
  return [...letters].sort(([, one], [, other]) => other - one).map(([person]) => person)
}

function count(
  letters: Map<number, number>,
  index: WriterIndex,
  client: number,
  clock: number,
  length: number,
): void {
  for (const [, start, span, person] of index.get(client) ?? []) {
    const shared = Math.min(start + span, clock + length) - Math.max(start, clock)
    if (shared > 0) letters.set(person, (letters.get(person) ?? 0) + shared)
  }
}
