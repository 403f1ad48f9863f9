import type * as Y from 'yjs'

/** Makes a text say what was given, keeping what others type into the parts that stay. */
export function replaceLetters(text: Y.Text, given: string): void {
  const now = text.toString()
  if (now === given) return
  const start = sameStart(now, given)
  const end = sameEnd(now.slice(start), given.slice(start))
  const old = now.length - start - end
  if (old > 0) text.delete(start, old)
  const added = given.slice(start, given.length - end)
  if (added !== '') text.insert(start, added)
}

// Half of a letter that takes two places would be written as a letter of its own, and both are lost.
function sameStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length > 0 && /[\ud800-\udbff]/.test(a[length - 1] ?? '') ? length - 1 : length
}

function sameEnd(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length++
  return length > 0 && /[\udc00-\udfff]/.test(a.at(-length) ?? '') ? length - 1 : length
}
