/** What is written for the parts of a doc that only we know: files, mentions, embeds, tasks’ people. */
import type { JSONContent } from '@tiptap/core'
import { linkOfEmbed, linkOfMention, linksOfTask, type OwnLink } from './own-address'

/** How a doc is written down for somewhere else. */
export type WritingWishes = {
  /** Where the file of this id lies, from the text. */
  fileAt?(id: string): string
  nameOf?(personId: string): string
  /** Where what has this address of ours lies, from the text. */
  linkTo?(address: string): string
  /** A formula as something other than its LaTeX. */
  maths?(latex: string, isBlock: boolean): string | null
}

export const fileAddress = (wishes: WritingWishes, id: unknown): string =>
  wishes.fileAt?.(String(id)) ?? `/api/files/${id}`

function linkText(
  link: OwnLink,
  wishes: WritingWishes,
  marks: JSONContent['marks'] = [],
): JSONContent {
  const href = link.href.startsWith('/') ? (wishes.linkTo?.(link.href) ?? link.href) : link.href
  const mark = { type: 'link', attrs: { href, title: link.title } }
  return { type: 'text', text: link.text, marks: [mark, ...marks] }
}

/** Mentions as links; addresses of ours as `linkTo` wants them. */
export const inlinesAsLinks = (
  inlines: readonly JSONContent[],
  wishes: WritingWishes,
): JSONContent[] =>
  inlines.flatMap((inline) => {
    if (inline.type !== 'mention') return [withOwnLinks(inline, wishes)]
    const link = linkOfMention(inline.attrs ?? {})
    return link ? [linkText(link, wishes)] : []
  })

function withOwnLinks(inline: JSONContent, { linkTo }: WritingWishes): JSONContent {
  if (!linkTo || !inline.marks?.some(({ type }) => type === 'link')) return inline
  const marks = inline.marks.map((mark) => {
    const href = String(mark.attrs?.href)
    return mark.type === 'link' && href.startsWith('/')
      ? { ...mark, attrs: { href: linkTo(href) } }
      : mark
  })
  return { ...inline, marks }
}

/** A task's line with who it is for, and until when, at its end. */
export function taskLine(
  task: JSONContent,
  inlines: readonly JSONContent[],
  wishes: WritingWishes,
): JSONContent[] {
  const links = linksOfTask(task.attrs ?? {}, (id) => wishes.nameOf?.(id) ?? '')
  return [
    ...inlines,
    ...links.flatMap((link) => [{ type: 'text', text: ' ' }, linkText(link, wishes)]),
  ]
}

export function embedLine(embed: JSONContent, wishes: WritingWishes): JSONContent[] {
  const link = linkOfEmbed(embed.attrs ?? {})
  return link ? [linkText(link, wishes)] : []
}

export const attachmentLine = ({ attrs }: JSONContent, wishes: WritingWishes): JSONContent[] => [
  {
    type: 'text',
    text: String(attrs?.name ?? ''),
    marks: [
      { type: 'link', attrs: { href: fileAddress(wishes, attrs?.file), title: 'attachment' } },
    ],
  },
]
