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
const mostSteps = 20_000

export function placeIn(units: readonly Unit[], line: Line): Places | null {
  const parts = partsOf(units)
  const known = parts.reduce((sum, { words }) => sum + words.length, 0)
  if (known === 0) return null
  const first = parts.find(({ words }) => words !== '')?.words ?? ''
  const steps = { left: mostSteps }
  let start = line.words.indexOf(first)
  for (let tries = 0; start >= 0 && tries < mostTries; tries++) {
    const found = placesFrom(start, parts, line, steps)
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

type Gap = { from: number; to: number }
type Found = { gaps: Gap[]; isWhole: boolean }

function placesFrom(
  start: number,
  parts: readonly Part[],
  { letters, words: text }: Line,
  steps: { left: number },
): Found | null {
  const inner = innerGaps(start, parts, text, steps)
  if (!inner) return null
  const [head, tail] = [parts[0], parts.at(-1)]
  const first = { from: freshBefore(letters, start, head?.gaps.length ?? 0), to: start }
  const gaps = [first, ...inner]
  let end = (gaps.at(-1)?.to ?? start) + (parts[gaps.length - 1]?.words.length ?? 0)
  if (tail?.words === '') {
    gaps.push({ from: end, to: freshBehind(letters, end, tail.gaps.length) })
    end = gaps.at(-1)?.to ?? end
  }
  const fresh = letters.slice(first.from, end).filter(({ isNew }) => isNew).length
  const isWhole = fresh === letters.filter(({ isNew }) => isNew).length
  return fresh > 0 ? { gaps, isWhole } : null
}

/**
 * Those between words, each as long as makes the rest fit. The doc may have been without these
 * letters, too, long before the fork: then there is no gap, or a shorter one.
 */
function innerGaps(
  start: number,
  parts: readonly Part[],
  text: string,
  steps: { left: number },
): Gap[] | null {
  const last = parts.at(-1)?.words === '' ? parts.length - 1 : parts.length
  const gaps: (Gap & { tried: number })[] = []
  let at = { from: start + (parts[0]?.words.length ?? 0), tried: 0 }
  while (gaps.length < last - 1) {
    const { gaps: unknown, words } = parts[gaps.length + 1] as Part
    const found = nextGap(at, unknown.length, (to) => text.startsWith(words, to), steps)
    if (found) {
      gaps.push(found)
      at = { from: found.to + words.length, tried: 0 }
    } else {
      const before = steps.left > 0 ? gaps.pop() : undefined
      if (!before) return null
      at = before
    }
  }
  return gaps
}

/** As long as it can be, or none at all, is likelier than what lies between. */
function nextGap(
  { from, tried }: { from: number; tried: number },
  most: number,
  fits: (to: number) => boolean,
  steps: { left: number },
): (Gap & { tried: number }) | null {
  for (let nth = tried; nth <= most && steps.left > 0; nth++) {
    steps.left--
    const length = nth === 0 ? most : nth === 1 ? 0 : most - nth + 1
    if (fits(from + length)) return { from, to: from + length, tried: nth + 1 }
  }
  return null
}

/** At an end only all that is new there can be what nobody knows: more of it, or less, is another’s. */
function freshBefore(letters: readonly Letter[], end: number, length: number): number {
  let from = end
  while (from > 0 && letters[from - 1]?.isNew) from--
  return end - from === length ? from : end
}

function freshBehind(letters: readonly Letter[], start: number, length: number): number {
  let to = start
  while (to < letters.length && letters[to]?.isNew) to++
  return to - start === length ? to : start
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
