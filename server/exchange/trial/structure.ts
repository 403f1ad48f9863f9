/** What stands in a doc, as numbers: two docs that say the same have the same ones. */
import type { JSONContent } from '@tiptap/core'

export type Structure = Record<string, number>

const counted = new Set(
  'heading bulletList orderedList taskList listItem taskItem table tableRow tableHeader tableCell codeBlock blockquote callout details horizontalRule picture attachment embed blockMath inlineMath mention hardBreak'.split(
    ' ',
  ),
)

export function structureOf(body: JSONContent): Structure {
  const found: Structure = { words: wordsOf(body).length }
  const count = (name: string, by = 1) => {
    found[name] = (found[name] ?? 0) + by
  }
  const look = ({ type = '', text, marks = [], attrs = {}, content = [] }: JSONContent) => {
    if (counted.has(type)) count(type)
    if (type === 'orderedList' && attrs.start !== 1) count('list start', attrs.start)
    if (text !== undefined)
      for (const mark of marks) count(mark.type, text.replace(/\s/g, '').length)
    for (const child of content) look(child)
  }
  look(body)
  return found
}

/** Letters and digits only: spaces and signs are set differently by every format. */
function wordsOf(body: JSONContent): string[] {
  const lines: string[] = []
  const look = ({ text, type, attrs, content = [] }: JSONContent) => {
    if (text !== undefined) lines.push(text)
    else if (type === 'inlineMath' || type === 'blockMath') lines.push(` ${attrs?.latex} `)
    else if (type === 'picture') lines.push(` ${attrs?.alt} ${attrs?.caption} `)
    else {
      for (const child of content) look(child)
      lines.push('\n')
    }
  }
  look(body)
  return lines.join('').match(/[\p{L}\p{N}]+/gu) ?? []
}

/** As `table 3→1`, for all that is not the same. */
export const differences = (before: Structure, after: Structure): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => (before[name] ?? 0) !== (after[name] ?? 0))
    .map((name) => `${name} ${before[name] ?? 0}→${after[name] ?? 0}`)
