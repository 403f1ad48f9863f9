/** Where in a doc some words stand: across marks, in cells, whatever script they are in. */
import type { Node } from '@tiptap/pm/model'

export type FindQuery = { text: string; matchCase: boolean; wholeWord: boolean }
export type Match = { from: number; to: number }

/** Beyond it nobody goes from one to the next. */
const mostMatches = 10_000

const letter = '[\\p{L}\\p{M}\\p{N}_]'
const literally = (text: string) =>
  text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/ /g, '[ \\u00a0]')

/** Null for an empty query. A letter is found however its accents are written. */
export function patternOf({ text, matchCase, wholeWord }: FindQuery): RegExp | null {
  if (text === '') return null
  const forms = [...new Set([text, text.normalize('NFC'), text.normalize('NFD')])]
  const words = `(?:${forms.map(literally).join('|')})`
  const source = wholeWord ? `(?<!${letter})${words}(?!${letter})` : `${words}(?!\\p{M})`
  return new RegExp(source, matchCase ? 'gu' : 'giu')
}

export function matchesIn(
  doc: Node,
  pattern: RegExp,
  from = 0,
  to: number = doc.content.size,
): Match[] {
  const found: Match[] = []
  if (from >= to) return found
  doc.nodesBetween(from, to, (node, at) => {
    if (found.length >= mostMatches) return false
    if (!node.isTextblock) return true
    for (const match of lineOf(node).matchAll(pattern)) {
      const start = at + 1 + match.index
      found.push({ from: start, to: start + match[0].length })
    }
    return false
  })
  return found
}

/** As long as it is in positions: what is no text counts as one sign that no query has. */
function lineOf(block: Node): string {
  let line = ''
  block.forEach((child) => {
    line += child.isText ? child.text : '\ufffc'.repeat(child.nodeSize)
  })
  return line
}

/**
 * Where two docs differ, in whole blocks of the second. What others write replaces the whole doc as
 * the editor sees it, so it is the docs that are compared. Null where they do not.
 */
function differenceOf(before: Node, after: Node) {
  const start = before.content.findDiffStart(after.content)
  const end = before.content.findDiffEnd(after.content)
  if (start === null || end === null) return null
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  const from = edgeOf(after, start, 'start')
  const to = edgeOf(after, Math.min(after.content.size, end.b + overlap), 'end')
  return { start, from, to, shift: end.b - end.a }
}

/** The matches of `after`, from those of `before`: only the blocks that differ are read. */
export function matchesAfter(
  matches: readonly Match[],
  before: Node,
  after: Node,
  pattern: RegExp,
): readonly Match[] {
  const difference = differenceOf(before, after)
  if (!difference) return matches
  const { from, to, shift } = difference
  const later = matches.filter((match) => match.from >= to - shift)
  return [
    ...matches.filter((match) => match.to <= from),
    ...matchesIn(after, pattern, from, to),
    ...later.map((match) => ({ from: match.from + shift, to: match.to + shift })),
  ].slice(0, mostMatches)
}

/** Where what stood there stands now. */
export function placeAfter(place: number, before: Node, after: Node): number {
  const difference = differenceOf(before, after)
  if (!difference || place < difference.start) return place
  return Math.max(difference.start, place + difference.shift)
}

/** Of the block a position is in; the position itself between blocks. */
function edgeOf(doc: Node, at: number, edge: 'start' | 'end'): number {
  const place = doc.resolve(at)
  return place.parent.isTextblock ? place[edge]() : at
}
