import { longest } from '@atelier/shared/boards/board-shape'

export type ItemLine = { text: string; done: boolean }

/** How many lines become items at once. */
export const mostLines = 500

const mark = /^\s*(?:[-*+•–]|\d{1,4}[.)])?\s*(?:\[( |x|X)\]|([☐☑☒✓✔✅]))?\s+/

/**
 * What somebody pasted, a line for an item: without the marks of lists, ticked where they ticked it. A line
 * that is too long becomes several.
 */
export function itemLines(pasted: string): ItemLine[] {
  return pasted.split(/\r\n|[\r\n\u2028\u2029]/).flatMap((line) => {
    const found = mark.exec(` ${line}`)
    const text = ` ${line}`.slice(found?.[0].length ?? 0).trim()
    const done = found?.[1]?.toLowerCase() === 'x' || /[☑☒✓✔✅]/.test(found?.[2] ?? '')
    return pieces(text).map((piece) => ({ text: piece, done }))
  })
}

/** Cut between words where there are any. */
function pieces(text: string): string[] {
  const found: string[] = []
  let rest = text
  while (rest.length > longest.itemText) {
    const space = rest.lastIndexOf(' ', longest.itemText)
    const end = space > 0 ? space : wholeLetters(rest, longest.itemText)
    found.push(rest.slice(0, end).trim())
    rest = rest.slice(end).trim()
  }
  return rest === '' ? found : [...found, rest]
}

/** Not between the two halves of one letter. */
const wholeLetters = (text: string, end: number): number =>
  /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end - 1 : end
