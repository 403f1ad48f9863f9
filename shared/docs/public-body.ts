import type { JSONContent } from '@tiptap/core'
import { readEmbed } from './embed'
import { mentionText, readMention } from './mention'

/**
 * A body as people without an account may read it: what it names is left as the words that were
 * written, without the ids and addresses by which more could be asked. `origins` are our own.
 */
export function publicBody(body: JSONContent, origins: readonly string[] = []): JSONContent {
  const ours = new Set([nowhere, ...origins])
  return shown(body, ours)
}

function shown(node: JSONContent, ours: ReadonlySet<string>): JSONContent {
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
      return { ...within(node, ours), attrs: { ...attrs, assignee: null } }
    case 'text':
      return node.marks
        ? { ...node, marks: node.marks.filter((mark) => !leadsIn(mark, ours)) }
        : node
    default:
      return within(node, ours)
  }
}

const within = (node: JSONContent, ours: ReadonlySet<string>): JSONContent =>
  node.content ? { ...node, content: node.content.map((child) => shown(child, ours)) } : node

/** Where an address without an origin leads. */
const nowhere = 'https://nowhere.invalid'

/** Whether it is a link to something inside of the house: not to a place in this text, nor a public link. */
function leadsIn(
  { type, attrs }: { type: string; attrs?: Record<string, unknown> },
  ours: ReadonlySet<string>,
) {
  if (type !== 'link') return false
  const href = String(attrs?.href ?? '')
  if (href.startsWith('#') || !URL.canParse(href, nowhere)) return false
  const { origin, pathname } = new URL(href, nowhere)
  return ours.has(origin) && !pathname.startsWith('/public/')
}
