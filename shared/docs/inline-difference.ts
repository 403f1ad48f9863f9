/** The difference of two lines of text: whole words, and marks where the words stayed. */
import type { Mark, Node } from '@tiptap/pm/model'
import { diffArrays } from 'diff'
import type { DocChange } from './doc-change'
import { piecesOf, wordsOf } from './words'

/** More edits in one block are one replacement: comparing costs their square. */
const mostEdits = 800

/** In the block, and how many characters of which. */
type Edit = { fromA: number; toA: number; fromB: number; toB: number }

type Piece = { key: string; size: number }

/** Positions are inside the blocks. */
export function inlineDifference(a: Node, b: Node): DocChange[] {
  const changes: DocChange[] = []
  const [marksA, marksB] = [marksOf(a), marksOf(b)]
  let [atA, atB] = [0, 0]
  for (const edit of [...editsBetween(a, b), endOf(a, b)]) {
    changes.push(...formattingBetween(marksA, marksB, atA, atB, edit.fromA - atA))
    if (edit.toA > edit.fromA || edit.toB > edit.fromB) {
      changes.push({ kind: kindOf(edit), ...edit })
    }
    atA = edit.toA
    atB = edit.toB
  }
  return changes
}

const endOf = ({ content: a }: Node, { content: b }: Node): Edit => ({
  fromA: a.size,
  toA: a.size,
  fromB: b.size,
  toB: b.size,
})

export const kindOf = ({ fromA, toA, fromB, toB }: Edit): DocChange['kind'] => {
  if (fromA === toA) return 'insertion'
  return fromB === toB ? 'deletion' : 'replacement'
}

function editsBetween(a: Node, b: Node): Edit[] {
  const [piecesA, piecesB] = [piecesIn(a), piecesIn(b)]
  const runs = diffArrays(keysOf(piecesA), keysOf(piecesB), { maxEditLength: mostEdits })
  if (!runs) return [allButTheEnds(piecesA, piecesB)]
  const edits: Edit[] = []
  const size = { a: 0, b: 0 }
  const end = { a: 0, b: 0 }
  const take = (pieces: Piece[], side: 'a' | 'b', count: number) => {
    for (let i = 0; i < count; i++) size[side] += pieces[end[side]++]?.size ?? 0
  }
  for (const { count, added, removed } of runs) {
    const [fromA, fromB] = [size.a, size.b]
    if (!added) take(piecesA, 'a', count)
    if (!removed) take(piecesB, 'b', count)
    if (!added && !removed) continue
    const last = edits.at(-1)
    const edit = { fromA, toA: size.a, fromB, toB: size.b }
    if (last && belongTogether(last, edit, a)) Object.assign(last, { toA: size.a, toB: size.b })
    else edits.push(edit)
  }
  return edits
}

/** Touching ones, and those with less between them than they change: the rest is no help to a reader. */
function belongTogether(last: Edit, next: Edit, a: Node): boolean {
  const between = next.fromA - last.toA
  if (between === 0) return true
  const takes = last.toA > last.fromA || next.toA > next.fromA
  const puts = last.toB > last.fromB || next.toB > next.fromB
  if (!takes || !puts) return false
  if (wordsOf(a.textBetween(last.toA, next.fromA, ' ', ' x ')).length === 0) return between < 4
  return between <= Math.min(lengthOf(last), lengthOf(next))
}

const lengthOf = ({ fromA, toA, fromB, toB }: Edit) => Math.max(toA - fromA, toB - fromB)

function allButTheEnds(a: Piece[], b: Piece[]): Edit {
  const sizeOf = (pieces: Piece[]) => pieces.reduce((sum, { size }) => sum + size, 0)
  let start = 0
  while (start < a.length && start < b.length && a[start]?.key === b[start]?.key) start++
  let end = 0
  const most = Math.min(a.length, b.length) - start
  while (end < most && a.at(-1 - end)?.key === b.at(-1 - end)?.key) end++
  const from = sizeOf(a.slice(0, start))
  const kept = sizeOf(a.slice(a.length - end))
  return { fromA: from, toA: sizeOf(a) - kept, fromB: from, toB: sizeOf(b) - kept }
}

const keysOf = (pieces: Piece[]) => pieces.map(({ key }) => key)

/** A word is one piece also where half of it is bold. */
function piecesIn(block: Node): Piece[] {
  const pieces: Piece[] = []
  let text = ''
  const flush = () => {
    for (const key of piecesOf(text)) pieces.push({ key, size: key.length })
    text = ''
  }
  block.forEach((inline) => {
    if (inline.isText) text += inline.text
    else {
      flush()
      pieces.push({ key: JSON.stringify(inline.mark([])), size: inline.nodeSize })
    }
  })
  flush()
  return pieces
}

type MarkedRun = { end: number; marks: readonly Mark[] }

function marksOf(block: Node): MarkedRun[] {
  const runs: MarkedRun[] = []
  block.forEach((inline, offset) => {
    runs.push({ end: offset + inline.nodeSize, marks: inline.marks })
  })
  return runs
}

/** Where `size` equal characters, beginning at these places, are marked in another way. */
function formattingBetween(
  a: MarkedRun[],
  b: MarkedRun[],
  startA: number,
  startB: number,
  size: number,
): DocChange[] {
  const changes: DocChange[] = []
  let lastDelta = ''
  for (let at = 0; at < size; ) {
    const runA = a.find(({ end }) => end > startA + at)
    const runB = b.find(({ end }) => end > startB + at)
    if (!runA || !runB) break
    const end = Math.min(size, runA.end - startA, runB.end - startB)
    const delta = deltaOf(runA.marks, runB.marks)
    const last = changes.at(-1)
    if (last && delta === lastDelta && last.toA === startA + at) {
      Object.assign(last, { toA: startA + end, toB: startB + end })
    } else if (delta !== '') {
      const [fromA, fromB] = [startA + at, startB + at]
      changes.push({ kind: 'formatting', fromA, toA: startA + end, fromB, toB: startB + end })
    }
    lastDelta = delta
    at = end
  }
  return changes
}

function deltaOf(a: readonly Mark[], b: readonly Mark[]): string {
  const gone = a.filter((mark) => !mark.isInSet(b))
  const come = b.filter((mark) => !mark.isInSet(a))
  return gone.length + come.length === 0 ? '' : JSON.stringify([gone, come])
}
