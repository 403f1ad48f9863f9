/** Which of our own rooms, and cards in them, a doc's text names: by mentions, embeds, and links to their addresses. */
import * as Y from 'yjs'
import { readEmbed } from './embed'
import { readMention } from './mention'

/** `card` is empty where the room as a whole is named, or another part of it. */
export type RoomLink = { room: string; card: string }

/** Beyond it nobody follows them, and a hostile doc would fill the table. */
const mostLinks = 1000

/** Each once, in no order. Never recursive, never throws, whatever somebody wrote into the room. */
export function readLinks(doc: Y.Doc): RoomLink[] {
  const body = doc.share.get('body')
  return body ? linksIn(body, mostLinks) : []
}

/** The same of any text, such as a card's description, and about so many. */
// biome-ignore lint/suspicious/noExplicitAny: every kind of shared type
export function linksIn(text: Y.AbstractType<any>, most: number): RoomLink[] {
  const found = new Map<string, RoomLink>()
  const add = (link: RoomLink | null) => link && found.set(`${link.room} ${link.card}`, link)
  const waiting = [text]
  for (let type = waiting.pop(); type && found.size < most; type = waiting.pop()) {
    add(type instanceof Y.XmlElement ? roomOf(type) : null)
    for (let item = type._start; item !== null; item = item.right) {
      if (item.deleted) continue
      if (item.content instanceof Y.ContentType) waiting.push(item.content.type)
      else if (item.content instanceof Y.ContentFormat) add(roomAt(item.content))
    }
  }
  return [...found.values()]
}

function roomOf(element: Y.XmlElement): RoomLink | null {
  if (element.nodeName === 'embed') {
    const embed = readEmbed(attributesOf(element))
    return embed && { room: embed.roomId, card: (embed.kind === 'card' && embed.partId) || '' }
  }
  const mention = element.nodeName === 'mention' ? readMention(attributesOf(element)) : null
  if (mention === null) return null
  if (mention.kind === 'card') return { room: mention.boardId, card: mention.id }
  return mention.kind === 'doc' || mention.kind === 'board' ? { room: mention.id, card: '' } : null
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

const cardIn = /[?&]card=([\w-]{1,64})(?:[&#]|$)/

function roomAt({ key, value }: Y.ContentFormat): RoomLink | null {
  const href: unknown =
    key.split('--')[0] === 'link' ? (value as { href?: unknown } | null)?.href : null
  return linkTo(href)
}

/** Which room or card of ours an address leads to. */
export function linkTo(href: unknown): RoomLink | null {
  const room = typeof href === 'string' ? address.exec(href)?.[1] : undefined
  if (typeof href !== 'string' || room === undefined) return null
  const card = href.includes('/boards/') ? cardIn.exec(href)?.[1] : undefined
  return { room, card: card ?? '' }
}
