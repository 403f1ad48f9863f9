/**
 * Finds quoted words again whose ids are gone, because they were written anew: a paragraph was
 * split, a block moved or turned into another kind, a deletion taken back, a version restored. What
 * is found must be theirs beyond doubt: words that are merely alike stand elsewhere too.
 */
import type { Node } from '@tiptap/pm/model'
import type { Anchor } from './anchor'
import type { Range } from './anchor-places'
import { contextLength } from './limits'

export type Quoted = Pick<Anchor, 'before' | 'after'> & { quote: string }

/** Letters that must agree, of the words and what stands around them together. */
const enoughLetters = 16
/** And of those on one side of them, where there are as many. */
const enoughAround = 12

/** So many in a row are no chance. */
const someLetters = 5

/** Blocks' ends as line breaks, things without words as one letter: positions stay what they are. */
const textOf = (block: Node): string => block.textBetween(0, block.content.size, '\n', '\ufffc')

/** What to keep of a selection beside its ids. */
export function quoteOf(doc: Node, { from, to }: Range, longest: number): Quoted {
  const { $from, $to } = { $from: doc.resolve(from), $to: doc.resolve(to) }
  const before = $from.parent.isTextblock
    ? textOf($from.parent).slice(0, $from.parentOffset).slice(-contextLength)
    : ''
  const after = $to.parent.isTextblock
    ? textOf($to.parent).slice($to.parentOffset).slice(0, contextLength)
    : ''
  return { quote: doc.textBetween(from, to, '\n', '\ufffc').slice(0, longest), before, after }
}

/** Whether what stands there may be what is left of the quote: some of its words, or all of a line. */
export function isLeftOf(quote: string, doc: Node, { from, to }: Range): boolean {
  const there = doc.textBetween(from, to, '\n', '\ufffc')
  return quote.split('\n').some((line) => line.trim() !== '' && sharesWords(there, line))
}

function sharesWords(text: string, line: string): boolean {
  const length = Math.min(line.length, someLetters)
  for (let at = 0; at + length <= line.length; at++) {
    if (text.includes(line.slice(at, at + length))) return true
  }
  return false
}

/** Null when it is nowhere, or in two places that could equally be it. */
export function findQuote(doc: Node, quoted: Quoted): Range | null {
  const line = longestLine(quoted)
  if (line.quote.trim() === '') return null
  const key = JSON.stringify([line.quote, line.before, line.after])
  const places: { from: number; score: number }[] = []
  doc.descendants((block, at) => {
    if (!block.isTextblock) return true
    for (const { index, score } of placesIn(block, line, key))
      places.push({ from: at + 1 + index, score })
    return false
  })
  const [best, second] = places.sort((a, b) => b.score - a.score)
  if (!best || best.score === second?.score) return null
  return { from: best.from, to: best.from + line.quote.length }
}

/**
 * Where a doc was just made of the very text that is quoted: what stands around the words says which
 * they are, however short they are. Null when two places could be it.
 */
export function findExactQuote(doc: Node, quoted: Quoted): Range | null {
  const { quote, before, after } = longestLine(quoted)
  if (quote.trim() === '') return null
  const places: number[] = []
  doc.descendants((block, at) => {
    if (!block.isTextblock) return true
    const text = textOf(block)
    for (let index = text.indexOf(quote); index !== -1; index = text.indexOf(quote, index + 1)) {
      const isTheirs =
        text.slice(0, index).endsWith(before) && text.slice(index + quote.length).startsWith(after)
      if (isTheirs) places.push(at + 1 + index)
    }
    return false
  })
  const [from, second] = places
  return from === undefined || second !== undefined ? null : { from, to: from + quote.length }
}

/** Several blocks are found by the longest of them. */
function longestLine({ quote, before, after }: Quoted): Quoted {
  const lines = quote.split('\n')
  if (lines.length === 1) return { quote, before, after }
  const longest = lines.reduce((a, b) => (b.length > a.length ? b : a))
  return {
    quote: longest,
    before: longest === lines[0] ? before : '',
    after: longest === lines.at(-1) ? after : '',
  }
}

/** Blocks never change, another one takes their place: only where somebody writes is read again. */
const known = new WeakMap<Node, Map<string, readonly Found[]>>()

type Found = { index: number; score: number }

/** Shared by all blocks in which the words are not: nearly all. */
const nowhere: readonly Found[] = []

/** `key` stands for all that is quoted. */
function placesIn(block: Node, quoted: Quoted, key: string): readonly Found[] {
  const ofBlock = known.get(block) ?? new Map<string, readonly Found[]>()
  known.set(block, ofBlock)
  const before = ofBlock.get(key)
  if (before) return before
  const places = search(textOf(block), quoted)
  ofBlock.set(key, places)
  return places
}

function search(text: string, { quote, before, after }: Quoted): readonly Found[] {
  const places: Found[] = []
  for (let index = text.indexOf(quote); index !== -1; index = text.indexOf(quote, index + 1)) {
    const left = agreeingEnd(text.slice(0, index), before)
    const right = agreeingStart(text.slice(index + quote.length), after)
    // One side is enough: a paragraph that is split there keeps the other.
    const isTheirs =
      left >= Math.min(before.length, enoughAround) || right >= Math.min(after.length, enoughAround)
    const score = quote.length + left + right
    if (isTheirs && score >= enoughLetters) places.push({ index, score })
  }
  return places.length === 0 ? nowhere : places
}

function agreeingStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

function agreeingEnd(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length++
  return length
}
