/** Which of our own rooms a doc's text names: by mentions, embeds, and links to their addresses. */
import * as Y from 'yjs'
import { readEmbed } from './embed'
import { readMention } from './mention'

/** Beyond it nobody follows them, and a hostile doc would fill the table. */
const mostLinks = 1000

/** Each once, in no order. Never recursive, never throws, whatever somebody wrote into the room. */
export function readLinks(doc: Y.Doc): string[] {
  const found = new Set<string>()
  const body = doc.share.get('body')
  // biome-ignore lint/suspicious/noExplicitAny: every kind of shared type
  const waiting: Y.AbstractType<any>[] = body ? [body] : []
  for (let type = waiting.pop(); type && found.size < mostLinks; type = waiting.pop()) {
    const room = type instanceof Y.XmlElement ? roomOf(type) : null
    if (room !== null) found.add(room)
    for (let item = type._start; item !== null; item = item.right) {
      if (item.deleted) continue
      if (item.content instanceof Y.ContentType) waiting.push(item.content.type)
      else if (item.content instanceof Y.ContentFormat) {
        const linked = roomAt(item.content)
        if (linked !== null) found.add(linked)
      }
    }
  }
  return [...found]
}

function roomOf(element: Y.XmlElement): string | null {
  if (element.nodeName === 'embed') return readEmbed(attributesOf(element))?.roomId ?? null
  const mention = element.nodeName === 'mention' ? readMention(attributesOf(element)) : null
  if (mention === null) return null
  if (mention.kind === 'card') return mention.boardId
  return mention.kind === 'doc' || mention.kind === 'board' ? mention.id : null
}

function attributesOf(element: Y.XmlElement): Record<string, unknown> {
  const attributes: Record<string, unknown> = {}
  for (const name of ['kind', 'id', 'boardId', 'roomId', 'partId', 'label']) {
    attributes[name] = element.getAttribute(name)
  }
  return attributes
}

/** Of whatever host: one instance has several names, and what is no room of ours is shown to nobody. */
const address =
  /^(?:https?:\/\/[^/\s]+)?\/(?:docs|boards)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[/?#]|$)/

function roomAt({ key, value }: Y.ContentFormat): string | null {
  const href: unknown =
    key.split('--')[0] === 'link' ? (value as { href?: unknown } | null)?.href : null
  return typeof href === 'string' ? (address.exec(href)?.[1] ?? null) : null
}
