/** The words of a shared type, line by line. Reads any content, known or not, at any depth. */
import * as Y from 'yjs'

type Step = Y.Item | 'end-of-line'

/** What stands in a line and is no letter, in words; null for what has lines of its own. */
type InlineWords = (element: Y.XmlElement) => string | null

const lineBreak: InlineWords = ({ nodeName }) => (nodeName === 'hardBreak' ? ' ' : null)

/** Non-empty lines in document order. Never recursive, never throws on unknown content. */
export function linesOf(root: Y.AbstractType<unknown>, inlineWords = lineBreak): string[] {
  const lines: string[] = []
  let line = ''
  const endLine = () => {
    const text = line.replace(/\s+/g, ' ').trim()
    if (text !== '') lines.push(text)
    line = ''
  }
  const waiting: Step[] = childrenOf(root)
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    if (step === 'end-of-line') endLine()
    else if (step.content instanceof Y.ContentString) line += step.content.str
    else if (step.content instanceof Y.ContentType) {
      const { type } = step.content
      const words = type instanceof Y.XmlElement ? inlineWords(type) : null
      if (words !== null) line += words
      else if (type instanceof Y.XmlText) waiting.push(...childrenOf(type))
      else {
        endLine()
        waiting.push('end-of-line', ...childrenOf(type))
      }
    }
  }
  endLine()
  return lines
}

/** Last first, for a stack. Map entries come after list items. */
// biome-ignore lint/suspicious/noExplicitAny: every kind of shared type
function childrenOf(type: Y.AbstractType<any>): Y.Item[] {
  const items: Y.Item[] = []
  for (let item = type._start; item !== null; item = item.right) {
    if (!item.deleted) items.push(item)
  }
  for (const item of type._map.values()) {
    if (!item.deleted && item.content instanceof Y.ContentType) items.push(item)
  }
  return items.reverse()
}
