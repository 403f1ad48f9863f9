import { folded } from '../db/find-letters'

const [before, longest] = [40, 140]

/**
 * The words of a text around the first place that holds one of `words`, which are folded: plain, on one line, cut
 * between words. Of a text that holds none, its beginning.
 */
export function excerptAround(text: string, words: readonly string[]): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const at = placeOf(line, words)
  const space = line.indexOf(' ', at - before)
  const from = at <= before ? 0 : Math.min(space < 0 ? at : space + 1, at)
  const isWhole = line.length - from <= longest
  const kept = line.slice(from, from + longest)
  const cut = isWhole ? kept : kept.slice(0, Math.max(kept.lastIndexOf(' '), longest / 2))
  // Half of a letter that takes two is none.
  const plain = cut.replace(/\p{Surrogate}/gu, '').trim()
  return `${from > 0 ? '…' : ''}${plain}${isWhole ? '' : '…'}`
}

/** Folding makes some letters longer and others nothing: each letter knows where it comes from. */
function placeOf(line: string, words: readonly string[]): number {
  const from: number[] = []
  let letters = ''
  let at = 0
  for (const letter of line) {
    const small = folded(letter)
    for (let unit = 0; unit < small.length; unit++) from.push(at)
    letters += small
    at += letter.length
  }
  const places = words.map((word) => letters.indexOf(word)).filter((place) => place >= 0)
  return places.length === 0 ? 0 : (from[Math.min(...places)] ?? 0)
}
