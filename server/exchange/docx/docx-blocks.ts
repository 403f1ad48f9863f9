/** Blocks as Word's paragraphs and tables. */
import {
  attachmentLine,
  embedLine,
  taskLine,
  type WritingWishes,
} from '@atelier/shared/docs/as-links'
import type { JSONContent } from '@tiptap/core'
import {
  AlignmentType,
  BorderStyle,
  CheckBox,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { type Drawable, shownSize } from '../drawable-pictures'
import { isRightToLeft } from '../writing-direction'
import { plainText, runsOf } from './docx-lines'
import type { Numberings } from './docx-numbering'
import { codeFill } from './docx-styles'

export type DocxPart = Paragraph | Table

/** Where a block stands: what a paragraph in it looks like, and how deep in lists it is. */
export type Place = {
  wishes: WritingWishes
  pictures: ReadonlyMap<string, Drawable>
  numberings: Numberings
  style?: string
  level: number
}

const widest = 600
const sides = {
  start: AlignmentType.START,
  center: AlignmentType.CENTER,
  end: AlignmentType.END,
} as const

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
      return codeOf(content[0]?.text ?? '')
    case 'blockquote':
      return partsOf(content, { ...place, style: 'Quote' })
    case 'callout':
      return partsOf(content, { ...place, style: `Callout${attrs.tone}` })
    case 'details':
      return [
        line(content[0]?.content ?? [], place, { style: 'Toggle' }),
        ...partsOf(content[1]?.content ?? [], place),
      ]
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return listOf(block, place)
    case 'table':
      return [tableOf(content, place), new Paragraph({ spacing: { after: 80 } })]
    case 'horizontalRule':
      return [
        new Paragraph({
          border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: 'D9DEE2' } },
        }),
      ]
    case 'blockMath':
      return [new Paragraph({ style: 'Formula', children: [new TextRun(String(attrs.latex))] })]
    case 'picture':
      return pictureOf(attrs, place)
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

function line(
  inlines: readonly JSONContent[],
  place: Place,
  options: IParagraphOptions = {},
): Paragraph {
  return paragraph(runsOf(inlines, place.wishes), plainText(inlines), place, options)
}

const paragraph = (
  children: readonly ParagraphChild[],
  words: string,
  { style }: Place,
  options: IParagraphOptions,
): Paragraph =>
  new Paragraph({
    ...(style && { style }),
    ...(isRightToLeft(words) && { bidirectional: true }),
    ...options,
    children,
  })

/** A paragraph for each line, so that long code goes on on the next page. */
const codeOf = (text: string): Paragraph[] =>
  text.split('\n').map(
    (code) =>
      new Paragraph({
        style: 'Code',
        shading: { type: 'clear', fill: codeFill },
        children: [new TextRun(code)],
      }),
  )

function listOf(list: JSONContent, place: Place): DocxPart[] {
  const level = Math.min(place.level, 8)
  const reference = place.numberings.referenceFor(list, level)
  return (list.content ?? []).flatMap((item) => {
    const [first, ...rest] = item.content ?? []
    const words = first?.content ?? []
    const isTask = item.type === 'taskItem'
    const runs = runsOf(isTask ? taskLine(item, words, place.wishes) : words, place.wishes)
    const box = isTask
      ? [new CheckBox({ checked: item.attrs?.checked === true }), new TextRun(' ')]
      : []
    const numbered = { numbering: { reference, level }, ...sideOf(first?.attrs ?? {}) }
    const head = paragraph(
      [...box, ...runs],
      plainText(words),
      { ...place, style: place.style ?? 'ListParagraph' },
      numbered,
    )
    return [head, ...partsOf(rest, { ...place, level: level + 1 })]
  })
}

function tableOf(rows: readonly JSONContent[], place: Place): Table {
  const isHead = (row: JSONContent) =>
    (row.content ?? []).every(({ type }) => type === 'tableHeader')
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (row, at) =>
        new TableRow({
          ...(at === 0 && isHead(row) && { tableHeader: true }),
          cantSplit: false,
          children: (row.content ?? []).map((cell) => cellOf(cell, place)),
        }),
    ),
  })
}

function cellOf({ type, attrs = {}, content = [] }: JSONContent, place: Place): TableCell {
  const parts = partsOf(content, {
    wishes: place.wishes,
    pictures: place.pictures,
    numberings: place.numberings,
    level: 0,
  })
  const isHead = type === 'tableHeader'
  // Word wants a paragraph at the end of every cell.
  const children = parts.at(-1) instanceof Paragraph ? parts : [...parts, new Paragraph({})]
  return new TableCell({
    children,
    margins: { top: 60, bottom: 20, left: 110, right: 110 },
    ...(isHead && { shading: { type: 'clear', fill: codeFill } }),
    ...(attrs.colspan > 1 && { columnSpan: attrs.colspan }),
    ...(attrs.rowspan > 1 && { rowSpan: attrs.rowspan }),
    ...(Array.isArray(attrs.colwidth) &&
      attrs.colwidth[0] > 0 && { width: { size: attrs.colwidth[0] * 15, type: WidthType.DXA } }),
  })
}

function pictureOf(attrs: Record<string, unknown>, place: Place): Paragraph[] {
  const picture = place.pictures.get(String(attrs.file))
  const alt = String(attrs.alt ?? '')
  const caption = String(attrs.caption ?? '')
  if (!picture)
    return alt + caption === ''
      ? []
      : [new Paragraph({ style: 'Caption', children: [new TextRun(caption || alt)] })]
  const { kind: type, bytes: data } = picture
  const alignment = sides[attrs.align as keyof typeof sides] ?? AlignmentType.CENTER
  const image = new ImageRun({
    type,
    data,
    transformation: shownSize(picture, attrs, widest),
    altText: { name: caption || alt, description: alt, title: caption },
  })
  return [
    new Paragraph({ alignment, children: [image], ...(caption && { keepNext: true }) }),
    ...(caption
      ? [new Paragraph({ style: 'Caption', alignment, children: [new TextRun(caption)] })]
      : []),
  ]
}
