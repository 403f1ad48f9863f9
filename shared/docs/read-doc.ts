import type * as Y from 'yjs'
import { linesOf } from '../sync/lines-of'
import { readLatex } from './maths'
import { mentionText, readMention } from './mention'

export type DocText = {
  title: string
  /** The beginning, for lists. */
  excerpt: string
  /** Every line, for search. */
  text: string
}

const excerptLength = 220

/** What a doc says. Never throws, whatever somebody wrote into the room. */
export function readDocText(doc: Y.Doc): DocText {
  const title = wordsOf(doc, 'title').join(' ')
  const lines = wordsOf(doc, 'body')
  return { title, excerpt: cut(lines.join(' ')), text: lines.join('\n') }
}

function wordsOf(doc: Y.Doc, name: string): string[] {
  const type = doc.share.get(name)
  return type ? readLines(type as Y.AbstractType<unknown>) : []
}

/** A line for each paragraph of a text, wherever it lies. */
export const readLines = (text: Y.AbstractType<unknown>): string[] => linesOf(text, inlineWords)

/** Of people, docs, days and formulas in the middle of a sentence. */
function inlineWords(element: Y.XmlElement): string | null {
  switch (element.nodeName) {
    case 'hardBreak':
      return ' '
    case 'mention':
      return mentionText(readMention(element.getAttributes()))
    case 'inlineMath':
      return readLatex(element.getAttribute('latex')) ?? ''
    default:
      return null
  }
}

/** At a word's end, and never through the middle of a letter. */
function cut(text: string): string {
  if (text.length <= excerptLength) return text
  const kept = text.slice(0, excerptLength)
  const lastSpace = kept.lastIndexOf(' ')
  return `${lastSpace > excerptLength / 2 ? kept.slice(0, lastSpace) : kept.replace(/[\ud800-\udbff]$/, '')}…`
}
