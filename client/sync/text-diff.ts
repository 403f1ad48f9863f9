/** The smallest single replacement that turns one text into another. */
export type TextChange = { at: number; removed: number; inserted: string }

const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff

/**
 * `caret`: where the caret stands after the change. Where letters repeat, several replacements
 * would do; the one that ends at the caret is what was typed.
 * Never cuts a surrogate pair in half, which Yjs would replace by two question marks.
 */
export function textChange(before: string, after: string, caret = after.length): TextChange | null {
  if (before === after) return null
  const shortest = Math.min(before.length, after.length)
  let suffix = 0
  const longestSuffix = Math.min(shortest, after.length - Math.min(caret, after.length))
  while (suffix < longestSuffix && before.at(-1 - suffix) === after.at(-1 - suffix)) suffix++
  let prefix = 0
  while (prefix < shortest - suffix && before[prefix] === after[prefix]) prefix++
  while (suffix < shortest - prefix && before.at(-1 - suffix) === after.at(-1 - suffix)) suffix++
  if (prefix > 0 && splitsPair(before, after, prefix)) prefix--
  if (suffix > 0 && isLowSurrogate(after.charCodeAt(after.length - suffix))) suffix--
  return {
    at: prefix,
    removed: before.length - prefix - suffix,
    inserted: after.slice(prefix, after.length - suffix),
  }
}

const splitsPair = (before: string, after: string, at: number) =>
  isLowSurrogate(before.charCodeAt(at)) || isLowSurrogate(after.charCodeAt(at))

/** Where a caret belongs after somebody else's change, given as a Y.Text delta. */
export function movedCaret(
  caret: number,
  delta: { retain?: number; insert?: unknown; delete?: number }[],
): number {
  let at = 0
  let moved = caret
  for (const step of delta) {
    if (step.retain !== undefined) at += step.retain
    else if (step.delete !== undefined) moved -= Math.max(0, Math.min(step.delete, moved - at))
    else {
      const length = typeof step.insert === 'string' ? step.insert.length : 1
      if (at < moved) moved += length
      at += length
    }
  }
  return moved
}
