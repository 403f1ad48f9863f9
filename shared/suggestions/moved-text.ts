/** Finds a text again, of which some letters are not known any more, in another one. */
import type * as Y from 'yjs'

/** A letter of the text that is looked for; `removed` and `kept` were deleted, so nobody knows them. */
export type Unit =
  | { kind: 'known'; letter: string }
  | { kind: 'removed' | 'kept' }
  | { kind: 'inserted'; letter: string; attributes: Record<string, unknown> }

/** A letter of the text in which it is looked for. */
export type Letter = { id: Y.ID; letter: string; isNew: boolean }

export type Line = { letters: readonly Letter[]; words: string }

/** Where each unit stands in the letters, or null; `isWhole`: it is all that is new there. */
export type Places = { at: (number | null)[]; isWhole: boolean }

/** Letters that no two lines share by chance. */
const enoughLetters = 12
const mostTries = 200

export function placeIn(units: readonly Unit[], line: Line): Places | null {
  const parts = partsOf(units)
  const known = parts.reduce((sum, { words }) => sum + words.length, 0)
  if (known === 0) return null
  const first = parts.find(({ words }) => words !== '')?.words ?? ''
  let start = line.words.indexOf(first)
  for (let tries = 0; start >= 0 && tries < mostTries; tries++) {
    const found = placesFrom(start, parts, line)
    if (found && (found.isWhole || known >= enoughLetters)) return inUnits(units, parts, found)
    start = line.words.indexOf(first, start + 1)
  }
  return null
}

/** Letters nobody knows, and then some that are known. */
type Part = { gaps: number[]; words: string; known: number[] }

function partsOf(units: readonly Unit[]): Part[] {
  const parts: Part[] = [{ gaps: [], words: '', known: [] }]
  for (const [nth, unit] of units.entries()) {
    if (unit.kind === 'inserted') continue
    let part = parts.at(-1) as Part
    if (unit.kind === 'known') {
      part.words += unit.letter
      part.known.push(nth)
      continue
    }
    if (part.words !== '') {
      part = { gaps: [], words: '', known: [] }
      parts.push(part)
    }
    part.gaps.push(nth)
  }
  return parts
}

type Found = { gaps: { from: number; to: number }[]; isWhole: boolean }

function placesFrom(
  start: number,
  parts: readonly Part[],
  { letters, words: text }: Line,
): Found | null {
  const gaps: Found['gaps'] = []
  let end = start
  for (const [nth, { gaps: unknown, words }] of parts.entries()) {
    const gap =
      nth === 0
        ? { from: freshBefore(letters, start, unknown.length), to: start }
        : words === ''
          ? { from: end, to: freshBehind(letters, end, unknown.length) }
          : gapBefore(text, words, end, unknown.length)
    if (!gap) return null
    gaps.push(gap)
    end = gap.to + words.length
  }
  const from = gaps[0]?.from ?? start
  const fresh = letters.slice(from, end).filter(({ isNew }) => isNew).length
  const isWhole = fresh === letters.filter(({ isNew }) => isNew).length
  return fresh > 0 ? { gaps, isWhole } : null
}

/** The doc may have been without some of them, too: then it is shorter. */
function gapBefore(text: string, words: string, from: number, most: number) {
  for (let length = most; length >= 0; length--) {
    if (text.startsWith(words, from + length)) return { from, to: from + length }
  }
  return null
}

function freshBefore(letters: readonly Letter[], end: number, most: number): number {
  let from = end
  while (from > 0 && end - from < most && letters[from - 1]?.isNew) from--
  return from
}

function freshBehind(letters: readonly Letter[], start: number, most: number): number {
  let to = start
  while (to < letters.length && to - start < most && letters[to]?.isNew) to++
  return to
}

function inUnits(units: readonly Unit[], parts: readonly Part[], { gaps, isWhole }: Found): Places {
  const at = units.map<number | null>(() => null)
  for (const [nth, { gaps: unknown, known }] of parts.entries()) {
    const { from, to } = gaps[nth] ?? { from: 0, to: 0 }
    const isMixed = new Set(unknown.map((each) => units[each]?.kind)).size > 1
    // Which of them the doc was without, too, nobody can tell: where some were kept, none is removed.
    if (to - from === unknown.length || !isMixed) {
      for (const [place, each] of unknown.slice(0, to - from).entries()) at[each] = from + place
    }
    for (const [place, each] of known.entries()) at[each] = to + place
  }
  return { at, isWhole }
}
