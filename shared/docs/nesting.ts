/** Texts nested thousands deep are an attack, or a mistake. Their words are kept, and no stack ends. */
import type { JSONContent } from '@tiptap/core'
import { tidyBody } from './tidy-body'

const mostSigns = 40
const mostSpaces = 200

const signs = /^(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)])(?=[ \t>]|$))+/

/** Markdown in which no line begins more quotes and lists than anybody reads: its parser takes seconds for them. */
export const lessNested = (markdown: string): string =>
  markdown.replace(/^.*$/gm, (line) => {
    const begun = line.replace(/^[ \t]+/, (spaces) => spaces.slice(0, mostSpaces))
    const found = signs.exec(begun)?.[0] ?? ''
    if (found.length <= mostSigns * 2) return begun
    const kept =
      found
        .match(/[ \t]*\S+/g)
        ?.slice(0, mostSigns)
        .join('') ?? ''
    return kept + begun.slice(found.length)
  })

/** The parsers are recursive. `words` is what is read where the stack ends. */
export function unlessTooDeep(read: () => JSONContent, words: () => string): JSONContent {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const lines = words().split(/\n\s*\n/)
    const content = lines.map((text) => ({
      type: 'paragraph',
      content: [{ type: 'text', text: text.trim() }],
    }))
    return tidyBody({ content })
  }
}
