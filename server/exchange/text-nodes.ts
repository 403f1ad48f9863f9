/** Nodes of a doc’s body, for what is written down beside people’s own words. */
import type { JSONContent } from '@tiptap/core'

export const text = (words: string): JSONContent => ({ type: 'text', text: words })

export const paragraph = (...content: JSONContent[]): JSONContent => ({
  type: 'paragraph',
  content: content.filter((node) => node.text !== ''),
})

export const heading = (level: number, words: string): JSONContent => ({
  type: 'heading',
  attrs: { level },
  content: [text(words)],
})
