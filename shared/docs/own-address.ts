/**
 * Our own things as links, for formats that know only links: the address, and a title by which the
 * link is told from any other and becomes the thing again.
 */
import type { JSONContent } from '@tiptap/core'
import { readDay, readUuid } from './attributes'
import { readEmbed } from './embed'
import { readMention } from './mention'

export type OwnLink = { href: string; title: string; text: string }

const pages = { person: 'people', doc: 'docs', board: 'boards' } as const

export function linkOfMention(attrs: Record<string, unknown>): OwnLink | null {
  const mention = readMention(attrs)
  if (mention === null) return null
  const { kind } = mention
  if (kind === 'date') return { href: `#${mention.day}`, title: 'date', text: mention.day }
  if (kind === 'card') {
    return {
      href: `/boards/${mention.boardId}?card=${mention.id}`,
      title: kind,
      text: mention.label,
    }
  }
  const text = kind === 'person' ? `@${mention.label}` : mention.label
  return { href: `/${pages[kind]}/${mention.id}`, title: kind, text }
}

export function linkOfEmbed(attrs: Record<string, unknown>): OwnLink | null {
  const embed = readEmbed(attrs)
  if (embed === null) return null
  const { kind, roomId, partId, label } = embed
  const page = kind === 'doc' ? 'docs' : kind === 'workshop' ? 'workshops' : 'boards'
  const query = kind === 'card' || kind === 'column' ? `?${kind}=${partId}` : ''
  return { href: `/${page}/${roomId}${query}`, title: `embedded ${kind}`, text: label }
}

/** Who a task is for, and until when, at the end of its line. */
export function linksOfTask(
  attrs: Record<string, unknown>,
  nameOf: (id: string) => string,
): OwnLink[] {
  const assignee = readUuid(attrs.assignee)
  const due = readDay(attrs.due)
  return [
    ...(assignee
      ? [{ href: `/people/${assignee}`, title: 'assignee', text: `@${nameOf(assignee)}` }]
      : []),
    ...(due ? [{ href: `#${due}`, title: 'due', text: due }] : []),
  ]
}

/** A node, or an attribute of the task in whose line it stands. */
export type Found = JSONContent | { assignee: string } | { due: string }

/** What a link was before it became one; null for any other link. */
export function nodeOfLink({ href, title, text }: OwnLink): Found | null {
  const [, page, id, part] =
    /^\/(people|docs|boards|workshops)\/([\w-]+)(?:\?(?:card|column)=([\w-]+))?$/.exec(href) ?? []
  const day = readDay(href.slice(1))
  if (title === 'due') return day ? { due: day } : null
  if (title === 'date') return day ? mentionOf({ kind: 'date', id: day }) : null
  if (title === 'assignee')
    return page === 'people' && readUuid(id) ? { assignee: String(id) } : null
  if (title.startsWith('embedded ')) {
    const attrs = { kind: title.slice(9), roomId: id, partId: part ?? null, label: text }
    return readEmbed(attrs) ? { type: 'embed', attrs } : null
  }
  if (title === 'card') return mentionOf({ kind: 'card', id: part, boardId: id, label: text })
  const label = title === 'person' ? text.replace(/^@/, '') : text
  return page === pages[title as keyof typeof pages] ? mentionOf({ kind: title, id, label }) : null
}

const mentionOf = (attrs: Record<string, unknown>): JSONContent | null =>
  readMention(attrs) ? { type: 'mention', attrs } : null
