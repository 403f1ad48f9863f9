/** Blocks as Word's paragraphs and tables. */
import {
  attachmentLine,
  embedLine,
  taskLine,
  type WritingWishes,
} from '@atelier/shared/docs/as-links'
import type { JSONContent } from '@tiptap/core'
import {
  BorderStyle,
  CheckBox,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import type { Drawable } from '../drawable-pictures'
import { isRightToLeft } from '../writing-direction'
import { Box, type DocxPart } from './docx-box'
import type { DocxComments } from './docx-comments'
import { plainText, runsOf } from './docx-lines'
import { indentAt, type Numberings } from './docx-numbering'
import { pictureOf, sides } from './docx-picture'
import { codeFill } from './docx-styles'
import { tableEnd, tableOf } from './docx-table'

/** Where a block stands: what a paragraph in it looks like, and how deep in lists it is. */
export type Place = {
  wishes: WritingWishes
  pictures: ReadonlyMap<string, Drawable>
  numberings: Numberings
  comments: DocxComments
  style?: string
  level: number
}

export const partsOf = (blocks: readonly JSONContent[], place: Place): DocxPart[] =>
  blocks.flatMap((block) => partOf(block, place))

function partOf(block: JSONContent, place: Place): DocxPart[] {
  const { attrs = {}, content = [] } = block
  switch (block.type) {
    case 'heading':
      return [
        line(content, place, {
          heading: headings[attrs.level - 1] ?? HeadingLevel.HEADING_6,
          ...sideOf(attrs),
        }),
      ]
    case 'codeBlock':
      return [new Box(`code:${attrs.language ?? ''}`, codeOf(content[0]?.text ?? '', place))]
    case 'blockquote':
      return [new Box('blockquote', partsOf(content, { ...place, style: 'Quote' }))]
    case 'callout':
      return [
        new Box(
          `callout:${attrs.tone}`,
          partsOf(content, { ...place, style: `Callout${attrs.tone}` }),
        ),
      ]
    case 'details':
      return [detailsOf(content, place)]
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return listOf(block, place)
    case 'table':
      return [tableOf(content, indentAt(place.level), (cell) => cellParts(cell, place)), tableEnd()]
    case 'horizontalRule':
      return [
        new Paragraph({
          border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: 'D9DEE2' } },
        }),
      ]
    case 'blockMath':
      return [new Paragraph({ style: 'Formula', children: [new TextRun(String(attrs.latex))] })]
    case 'picture':
      return pictureOf(attrs, place.pictures.get(String(attrs.file)))
    case 'attachment':
      return [line(attachmentLine(block, place.wishes), place)]
    case 'embed':
      return [line(embedLine(block, place.wishes), place)]
    default:
      return [line(content, place, sideOf(attrs))]
  }
}

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
]

const sideOf = ({ textAlign }: Record<string, unknown>): IParagraphOptions => {
  const alignment = sides[textAlign as keyof typeof sides]
  return alignment ? { alignment } : {}
}

const line = (
  inlines: readonly JSONContent[],
  place: Place,
  options: IParagraphOptions = {},
): Paragraph =>
  paragraph(runsOf(inlines, place.wishes, place.comments), plainText(inlines), place, options)

const paragraph = (
  children: readonly ParagraphChild[],
  words: string,
  { style, level }: Place,
  options: IParagraphOptions,
): Paragraph =>
  new Paragraph({
    ...(style && { style }),
    ...(isRightToLeft(words) && { bidirectional: true }),
    // What goes on in an item stands under its words.
    ...(level > 0 && { indent: { left: indentAt(level) } }),
    ...options,
    children,
  })

/** A paragraph for each line, so that long code goes on on the next page. */
const codeOf = (text: string, { level }: Place): Paragraph[] =>
  text.split('\n').map(
    (code) =>
      new Paragraph({
        style: 'Code',
        shading: { type: 'clear', fill: codeFill },
        ...(level > 0 && { indent: { left: indentAt(level) } }),
        children: [new TextRun(code)],
      }),
  )

const detailsOf = ([summary, inside]: readonly JSONContent[], place: Place): Box =>
  new Box('details', [
    line(summary?.content ?? [], { ...place, style: 'Toggle' }),
    ...partsOf(inside?.content ?? [], place),
  ])

function listOf(list: JSONContent, place: Place): DocxPart[] {
  const level = Math.min(place.level, 8)
  const reference = place.numberings.referenceFor(list, level)
  return (list.content ?? []).flatMap((item) => {
    const [first, ...rest] = item.content ?? []
    const words = first?.content ?? []
    const isTask = item.type === 'taskItem'
    const line = isTask ? taskLine(item, words, place.wishes) : words
    const runs = runsOf(line, place.wishes, place.comments)
    const box = isTask
      ? [new CheckBox({ checked: item.attrs?.checked === true }), new TextRun(' ')]
      : []
    const head = paragraph(
      [...box, ...runs],
      plainText(words),
      { ...place, style: place.style ?? 'ListParagraph', level: 0 },
      { numbering: { reference, level }, ...sideOf(first?.attrs ?? {}) },
    )
    return [head, ...partsOf(rest, { ...place, level: level + 1 })]
  })
}

const cellParts = ({ type, content = [] }: JSONContent, place: Place): DocxPart[] =>
  partsOf(content, {
    wishes: place.wishes,
    pictures: place.pictures,
    numberings: place.numberings,
    comments: place.comments,
    level: 0,
    ...(type === 'tableHeader' && { style: 'TableHeading' }),
  })
