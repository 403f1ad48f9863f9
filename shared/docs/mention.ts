import { mergeAttributes, Node } from '@tiptap/core'
import { attribute, readDay, readOneOf, readText, readUuid } from './attributes'

const mentionKinds = ['person', 'doc', 'board', 'card', 'date'] as const

export type Mention =
  | { kind: 'person' | 'doc' | 'board'; id: string; label: string }
  | { kind: 'card'; id: string; boardId: string; label: string }
  | { kind: 'date'; day: string }

const readKind = readOneOf(mentionKinds)
const readLabel = readText(200)

/** What a mention node's attributes mean, or null when they mean nothing. */
export function readMention(attrs: Record<string, unknown>): Mention | null {
  const kind = readKind(attrs.kind)
  const label = readLabel(attrs.label) ?? ''
  if (kind === 'date') {
    const day = readDay(attrs.id)
    return day === null ? null : { kind, day }
  }
  const id = readMentionId(attrs.id)
  if (kind === null || id === null) return null
  if (kind !== 'card') return readUuid(id) === null ? null : { kind, id, label }
  const boardId = readUuid(attrs.boardId)
  return boardId === null ? null : { kind, id, boardId, label }
}

/** A uuid, a day, or a card's own id inside its board. */
const readMentionId = (value: unknown): string | null =>
  typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : null

/** The words that stand for it: the label it had when it was written, or the day. */
export const mentionText = (mention: Mention | null): string => {
  if (mention === null) return ''
  if (mention.kind === 'date') return mention.day
  return mention.kind === 'person' ? `@${mention.label}` : mention.label
}

/** A person, a doc, a board, a card or a day, named in a line. */
export const MentionNode = Node.create({
  name: 'mention',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    kind: attribute('kind', readKind, 'person'),
    id: attribute('id', readMentionId, null),
    boardId: attribute('boardId', readUuid, null),
    label: attribute('label', readLabel, ''),
  }),
  parseHTML: () => [{ tag: 'span[data-mention]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'span',
    mergeAttributes(HTMLAttributes, { 'data-mention': '' }),
    mentionText(readMention(node.attrs)),
  ],
  renderText: ({ node }) => mentionText(readMention(node.attrs)),
})
