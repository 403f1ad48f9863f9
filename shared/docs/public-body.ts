import type { JSONContent } from '@tiptap/core'
import { readEmbed } from './embed'
import { mentionText, readMention } from './mention'

/**
 * A body as people without an account may read it: what it names is left as the words that were
 * written, without the ids by which more could be asked.
 */
export function publicBody(node: JSONContent): JSONContent {
  const attrs = node.attrs ?? {}
  switch (node.type) {
    case 'mention':
      // A text must not be empty.
      return { type: 'text', text: mentionText(readMention(attrs)) || '…' }
    case 'embed': {
      const label = readEmbed(attrs)?.label
      const text = { type: 'text', text: label ?? '', marks: [{ type: 'italic' }] }
      return { type: 'paragraph', content: label ? [text] : [] }
    }
    case 'taskItem':
      return { ...withContent(node), attrs: { ...attrs, assignee: null } }
    default:
      return withContent(node)
  }
}

const withContent = (node: JSONContent): JSONContent =>
  node.content ? { ...node, content: node.content.map(publicBody) } : node
