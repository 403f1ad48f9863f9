/** Words that run from either side: what they leave open must not turn around what stands beside them. */

const ends = new Map([
  ...['\u202a', '\u202b', '\u202d', '\u202e'].map((begin) => [begin, '\u202c'] as const),
  ...['\u2066', '\u2067', '\u2068'].map((begin) => [begin, '\u2069'] as const),
])
const marks = /[\u202a-\u202e\u2066-\u2069]/
const fromTheRight = /[\u0590-\u08ff\ufb1d-\ufefc]/

/** With an end for each mark of direction that has none, and without ends of nothing. */
export function closed(words: string): string {
  if (!marks.test(words)) return words
  const open: string[] = []
  let said = ''
  for (const letter of words) {
    const end = ends.get(letter)
    if (end !== undefined) open.push(end)
    else if (marks.test(letter)) {
      if (open.at(-1) !== letter) continue
      open.pop()
    }
    said += letter
  }
  return said + open.reverse().join('')
}

/** As it stands among other words: in a direction of its own, where that may matter. */
export const isolated = (words: string): string =>
  marks.test(words) || fromTheRight.test(words) ? `\u2068${closed(words)}\u2069` : words
