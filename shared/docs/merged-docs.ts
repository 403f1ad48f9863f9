/** Two docs drawn as one: what is gone stands before what came for it. */
import { Fragment, type Node } from '@tiptap/pm/model'
import type { DocChange } from './doc-change'
import { filledRow } from './table-grid'

/** A part of the merged doc, and which change it belongs to. */
export type MergedPart = {
  from: number
  to: number
  /** `changed`: the block that begins at `from` is another kind, or has other attributes. */
  kind: 'gone' | 'come' | 'formatted' | 'changed'
  change: number
}

/** `fillers`: empty cells that neither doc has, where a row went and a column came, or the other way round. */
export type Merged = { doc: Node; parts: MergedPart[]; fillers: { from: number; to: number }[] }

/**
 * `changes` are those of `docDifference(a, b)`. Only to be looked at: the doc may hold what the schema
 * forbids, as two summaries in one toggle.
 */
export function mergedDocs(a: Node, b: Node, changes: readonly DocChange[]): Merged {
  const merge = new Merge(a, changes)
  const doc = b.copy(merge.content(b, 0))
  return { doc, parts: merge.parts, fillers: merge.fillers }
}

class Merge {
  readonly parts: MergedPart[] = []
  readonly fillers: Merged['fillers'] = []
  readonly #a: Node
  readonly #changes: readonly DocChange[]
  /** The change that comes next, and where the merged doc has got to. */
  #next = 0
  #at = 0

  constructor(a: Node, changes: readonly DocChange[]) {
    this.#a = a
    this.#changes = changes
  }

  /** What stands in `parent`, whose content begins at `start` in `b`. */
  content(parent: Node, start: number): Fragment {
    const made: Node[] = []
    let place = start
    for (const child of parent.children) {
      if (child.isText) this.#text(child, place, made)
      else {
        made.push(...this.#goneBefore(place))
        made.push(this.#block(child, place))
      }
      place += child.nodeSize
    }
    made.push(...this.#goneBefore(place))
    return Fragment.fromArray(made)
  }

  get #change(): DocChange | undefined {
    return this.#changes[this.#next]
  }

  #block(block: Node, place: number): Node {
    const change = this.#change
    const isIts = change !== undefined && change.fromB <= place && place < change.toB
    if (isIts && change.kind === 'attributes') {
      this.#note('changed', this.#at, this.#at + block.nodeSize, this.#next++)
    } else if (isIts) return this.#whole(block, place, change)
    if (block.isLeaf) {
      this.#at += block.nodeSize
      return block
    }
    this.#at++
    const made = block.copy(this.content(block, place + 1))
    this.#at++
    return made
  }

  /** One of the blocks that came by a change: nothing in it is a change of its own. */
  #whole(block: Node, place: number, change: DocChange): Node {
    const from = this.#at
    const made = this.#put(block, 'b', change)
    this.#come(from, place + block.nodeSize, change)
    return made
  }

  #text(text: Node, start: number, made: Node[]): void {
    const end = start + text.nodeSize
    for (let place = start; place < end; ) {
      made.push(...this.#goneBefore(place))
      const change = this.#change
      const isIn = change !== undefined && change.fromB <= place && place < change.toB
      const stop = Math.min(end, isIn ? change.toB : (change?.fromB ?? end))
      const from = this.#at
      made.push(text.cut(place - start, stop - start))
      this.#at += stop - place
      if (isIn) this.#come(from, stop, change)
      place = stop
    }
  }

  /** A part up to `place` in `b`; the change is done once all of it was met. */
  #come(from: number, place: number, { kind, toB }: DocChange): void {
    const last = this.parts.at(-1)
    const partKind = kind === 'formatting' ? 'formatted' : 'come'
    if (last?.change === this.#next && last.kind === partKind) last.to = this.#at
    else this.#note(partKind, from, this.#at, this.#next)
    if (place >= toB) this.#next++
  }

  #goneBefore(place: number): readonly Node[] {
    const change = this.#change
    if (change?.fromB !== place || change.kind === 'formatting') return []
    if (change.kind === 'attributes' || change.fromA === change.toA) return []
    const from = this.#at
    const known = this.parts.at(-1)
    if (known?.change === this.#next) return []
    const gone = this.#a.slice(change.fromA, change.toA).content
    const made = gone.content.map((node) => this.#put(node, 'a', change))
    this.#note('gone', from, this.#at, this.#next)
    if (change.fromB === change.toB) this.#next++
    return made
  }

  /** What one doc alone has; a row as wide as its table is drawn. */
  #put(node: Node, side: 'a' | 'b', { grid, column }: DocChange): Node {
    const isRow = grid !== undefined && column === undefined
    const { row, fillers } = isRow ? filledRow(node, side, grid) : { row: node, fillers: [] }
    for (const { from, to } of fillers) {
      this.fillers.push({ from: this.#at + from, to: this.#at + to })
    }
    this.#at += row.nodeSize
    return row
  }

  #note(kind: MergedPart['kind'], from: number, to: number, change: number): void {
    this.parts.push({ kind, from, to, change })
  }
}
