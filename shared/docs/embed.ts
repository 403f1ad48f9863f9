import { mergeAttributes, Node } from '@tiptap/core'
import { attribute, readOneOf, readText, readUuid } from './attributes'

export const embedKinds = ['board', 'column', 'card', 'doc', 'workshop'] as const
export type EmbedKind = (typeof embedKinds)[number]

/** `roomId` is the board, doc or workshop; `partId` the column or card in it. */
export type Embed = { kind: EmbedKind; roomId: string; partId: string | null; label: string }

const readKind = readOneOf(embedKinds)
const readLabel = readText(200)
const readPart = (value: unknown): string | null =>
  typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : null

/** What an embed node's attributes mean, or null when they mean nothing. */
export function readEmbed(attrs: Record<string, unknown>): Embed | null {
  const kind = readKind(attrs.kind)
  const roomId = readUuid(attrs.roomId)
  const partId = readPart(attrs.partId)
  if (kind === null || roomId === null) return null
  if ((kind === 'column' || kind === 'card') && partId === null) return null
  return { kind, roomId, partId, label: readLabel(attrs.label) ?? '' }
}

/** One of our own things, shown live in its place to whoever may read it. */
export const EmbedNode = Node.create({
  name: 'embed',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    kind: attribute('kind', readKind, 'doc'),
    roomId: attribute('roomId', readUuid, null),
    partId: attribute('partId', readPart, null),
    label: attribute('label', readLabel, ''),
  }),
  parseHTML: () => [{ tag: 'div[data-embed]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'div',
    mergeAttributes(HTMLAttributes, { 'data-embed': '' }),
    readLabel(node.attrs.label) ?? '',
  ],
  renderText: ({ node }) => readLabel(node.attrs.label) ?? '',
})
