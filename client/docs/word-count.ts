/** How long a text is, in any script: words as its language has them, also where no spaces are. */
import { mentionText, readMention } from '@atelier/shared/docs/mention'
import type { Node } from '@tiptap/pm/model'

export type TextLength = { words: number; letters: number; lettersAndSpaces: number }

/** Of quiet reading. */
const wordsPerMinute = 220

export function lengthOf(text: string, locale: string): TextLength {
  const words = new Intl.Segmenter(locale, { granularity: 'word' })
  let count = 0
  for (const { isWordLike } of words.segment(text)) if (isWordLike) count++
  const signs = text.replace(/\n/g, '')
  return {
    words: count,
    letters: [...signs.replace(/\s/g, '')].length,
    lettersAndSpaces: [...signs].length,
  }
}

export const minutesToRead = (words: number): number =>
  words === 0 ? 0 : Math.max(1, Math.round(words / wordsPerMinute))

/** Mentions count as what they say, pictures and formulas as nothing. */
export const textOf = (doc: Node, from = 0, to: number = doc.content.size): string =>
  doc.textBetween(from, to, '\n', (leaf) => {
    if (leaf.type.name === 'mention') return mentionText(readMention(leaf.attrs))
    return leaf.type.name === 'hardBreak' ? '\n' : ' '
  })
