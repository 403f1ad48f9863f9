/** What a piece of a shared document says, as the editor's JSON. */
import type { JSONContent } from '@tiptap/core'
import * as Y from 'yjs'
import { markName } from '../docs/mark-name'
import { atomWords } from './atom-words'
import { plainAttributes } from './plain-value'

export function textContent(text: string, attributes: Record<string, unknown>): JSONContent {
  const marks = Object.entries(plainAttributes(attributes)).map(([key, attrs]) => ({
    type: markName(key),
    ...(typeof attrs === 'object' && attrs !== null && { attrs: attrs as Record<string, unknown> }),
  }))
  return { type: 'text', text, ...(marks.length > 0 && { marks }) }
}

/** No room holds anything deeper (`limits.depth`), and no stack anything endless. */
export const deepestContent = 128

export function typeContent(type: unknown, depth = 0): JSONContent[] {
  if (type instanceof Y.XmlText) {
    const delta = type.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]
    return delta.flatMap(({ insert, attributes = {} }) =>
      typeof insert === 'string' ? textContent(insert, attributes) : [],
    )
  }
  if (!(type instanceof Y.XmlElement) || depth > deepestContent) return []
  const content = type.toArray().flatMap((child) => typeContent(child, depth + 1))
  const attrs = plainAttributes(type.getAttributes())
  return [{ type: type.nodeName, attrs, ...(content.length > 0 && { content }) }]
}

/** Its letters, and what stands for nodes that have none; with a space where a block ends. */
export function wordsOf(content: readonly JSONContent[]): string {
  return content.map(wordsIn).join(content.every(isInLine) ? '' : ' ')
}

function wordsIn({ type, text, attrs, content = [] }: JSONContent): string {
  if (type === 'text') return text ?? ''
  if (content.length === 0) return atomWords(type, attrs)
  return content.map(wordsIn).join(content.some(isInLine) ? '' : ' ')
}

const inLines = new Set(['text', 'mention', 'inlineMath', 'hardBreak'])
const isInLine = ({ type }: JSONContent) => inLines.has(type ?? '')
