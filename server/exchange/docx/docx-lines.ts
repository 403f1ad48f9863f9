/** Lines of text as Word's runs. */

import { inlinesAsLinks, type WritingWishes } from '@atelier/shared/docs/as-links'
import type { JSONContent } from '@tiptap/core'
import { ExternalHyperlink, type IRunOptions, type ParagraphChild, TextRun } from 'docx'
import { isRightToLeft } from '../writing-direction'
import type { DocxComments } from './docx-comments'

type Mark = NonNullable<JSONContent['marks']>[number]

const highlights = {
  yellow: 'yellow',
  green: 'green',
  blue: 'cyan',
  pink: 'magenta',
  grey: 'lightGray',
} as const

export function runsOf(
  inlines: readonly JSONContent[],
  wishes: WritingWishes,
  comments: DocxComments,
): ParagraphChild[] {
  return inlinesAsLinks(inlines, wishes).flatMap((inline) => {
    if (inline.type === 'commentStart') return comments.begin(inline.attrs?.thread)
    if (inline.type === 'commentEnd') return comments.end(inline.attrs?.thread)
    const marks = inline.marks ?? []
    const href = String(marks.find(({ type }) => type === 'link')?.attrs?.href ?? '')
    // A place in the doc itself, such as a day, is none here.
    const isLink = href !== '' && !href.startsWith('#')
    const run = runOf(inline, marks, isLink)
    return isLink ? new ExternalHyperlink({ link: href, children: [run] }) : run
  })
}

function runOf(inline: JSONContent, marks: readonly Mark[], isLink: boolean): TextRun {
  if (inline.type === 'hardBreak') return new TextRun({ break: 1 })
  if (inline.type === 'inlineMath')
    return new TextRun({ text: String(inline.attrs?.latex), style: 'FormulaCharacter' })
  const text = inline.text ?? ''
  return new TextRun({
    text,
    ...(isLink && { style: 'Hyperlink' }),
    ...(isRightToLeft(text) && { rightToLeft: true }),
    ...Object.assign({}, ...marks.map(optionsOf)),
  })
}

function optionsOf({ type, attrs = {} }: Mark): IRunOptions {
  switch (type) {
    case 'bold':
      return { bold: true }
    case 'italic':
      return { italics: true }
    case 'strike':
      return { strike: true }
    case 'underline':
      return { underline: {} }
    case 'subscript':
      return { subScript: true }
    case 'superscript':
      return { superScript: true }
    case 'code':
      return { style: 'CodeCharacter' }
    case 'highlight':
      return { highlight: highlights[attrs.colour as keyof typeof highlights] ?? 'yellow' }
    default:
      return {}
  }
}

export const plainText = (inlines: readonly JSONContent[]): string =>
  inlines.map(({ text = '' }) => text).join('')
