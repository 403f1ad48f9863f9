import { readEmbed } from '@atelier/shared/docs/embed'
import { type Mention, readMention } from '@atelier/shared/docs/mention'
import type { Reference } from '@atelier/shared/references/reference'
import type { Node } from '@tiptap/pm/model'
import type { Place } from './reference-address'

/** What a mention names, but for days. */
export function referenceOf(mention: Mention | null): Reference | null {
  if (mention === null || mention.kind === 'date') return null
  const { kind, id } = mention
  return kind === 'card' ? { kind, id, boardId: mention.boardId } : { kind, id }
}

/** Where a mention or an embed leads; null for people, days, and everything else. */
export function placeOf(node: Node): Place | null {
  if (node.type.name === 'mention') {
    const reference = referenceOf(readMention(node.attrs))
    return reference?.kind === 'person' ? null : reference
  }
  const embed = node.type.name === 'embed' ? readEmbed(node.attrs) : null
  if (embed === null || embed.kind === 'workshop') return null
  const { kind, roomId, partId } = embed
  if (kind === 'card') return { kind, id: partId ?? '', boardId: roomId }
  return { kind: kind === 'doc' ? 'doc' : 'board', id: roomId }
}
