/** Blocks as pdfmake's content. */
import { attachmentLine, embedLine } from '@atelier/shared/docs/as-links'
import type { JSONContent } from '@tiptap/core'
import type { Content, CustomTableLayout } from 'pdfmake/interfaces'
import { shownSize } from '../drawable-pictures'
import type { PdfFonts } from './pdf-fonts'
import { lineOf, mathsLine, plainLine } from './pdf-lines'
import { listOf } from './pdf-lists'
import { colours, headingSizes, textWidth } from './pdf-look'
import { inner, type Place } from './pdf-place'
import { breakable } from './pdf-runs'
import { tableOf } from './pdf-table'

const pointsPerPixel = 0.75

/** A heading stays with the beginning of what it is about. */
export function contentOf(blocks: readonly JSONContent[], place: Place): Content[] {
  const parts: Content[] = []
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as JSONContent
    const next = blocks[at + 1]
    if (block.type !== 'heading' || next === undefined || !isShort(next))
      parts.push(...partOf(block, place))
    else {
      parts.push({ stack: [...partOf(block, place), ...partOf(next, place)], unbreakable: true })
      at++
    }
  }
  return parts
}

const isShort = ({ type, content = [] }: JSONContent) =>
  type === 'paragraph' && content.reduce((sum, { text = '' }) => sum + text.length, 0) < 900

function partOf(block: JSONContent, place: Place): Content[] {
  const { attrs = {}, content = [] } = block
  const { wishes, fonts } = place
  const line = (inlines: readonly JSONContent[]) => lineOf(inlines, wishes, fonts, attrs.textAlign)
  const below = 8
  switch (block.type) {
    case 'paragraph':
      return [{ ...line(content), margin: [0, 0, 0, below] }]
    case 'heading':
      return [headingOf(block, place)]
    case 'codeBlock':
      return [
        boxed([{ ...codeLine(content[0]?.text ?? '', fonts), style: 'code' }], {
          fill: colours.tint,
        }),
      ]
    case 'blockquote':
      return [
        boxed(contentOf(content, inner(place, 14)), { edge: colours.line, ink: colours.soft }),
      ]
    case 'callout': {
      const { fill, edge } =
        colours.tones[attrs.tone as keyof typeof colours.tones] ?? colours.tones.info
      return [boxed(contentOf(content, inner(place, 24)), { fill, edge })]
    }
    case 'details': {
      const summary = {
        ...lineOf(content[0]?.content ?? [], wishes, fonts),
        bold: true,
        margin: [0, 2, 0, 4] as const,
      }
      return [
        summary as Content,
        { stack: contentOf(content[1]?.content ?? [], inner(place, 14)), margin: [14, 0, 0, 4] },
      ]
    }
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return listOf(block, place, contentOf)
    case 'table':
      return [
        tableOf(content, (cell) => tight(contentOf(cell.content ?? [], { ...place, width: 120 }))),
      ]
    case 'horizontalRule':
      return [
        {
          canvas: [
            {
              type: 'line',
              x1: 0,
              y1: 6,
              x2: place.width,
              y2: 6,
              lineWidth: 0.8,
              lineColor: colours.line,
            },
          ],
          margin: [0, 4, 0, 12],
        },
      ]
    case 'blockMath':
      return [{ ...mathsLine(attrs.latex, fonts), fontSize: 12, margin: [0, 4, 0, 12] }]
    case 'picture':
      return pictureOf(attrs, place)
    case 'attachment':
      return [{ ...line(attachmentLine(block, wishes)), margin: [0, 0, 0, below] }]
    case 'embed':
      return [{ ...line(embedLine(block, wishes)), margin: [0, 0, 0, below] }]
    default:
      return []
  }
}

function headingOf({ attrs = {}, content = [] }: JSONContent, { wishes, fonts }: Place): Content {
  const fontSize = headingSizes[attrs.level - 1] ?? 10.5
  const words = content.map(({ text = '' }) => text).join('')
  return {
    ...lineOf(content, wishes, fonts, attrs.textAlign),
    fontSize,
    bold: true,
    lineHeight: 1.2,
    margin: [0, fontSize * 0.7, 0, 6],
    // In the reader's own list of contents.
    ...(words.trim() !== '' && { outline: true, outlineText: words, outlineExpanded: true }),
  } as Content
}

const codeLine = (text: string, fonts: PdfFonts) => {
  const spaced = text.replaceAll('\t', '    ')
  const lines = plainLine(breakable(spaced), fonts)
  return {
    ...lines,
    text: (lines.text as { font: string; text: string }[]).map((run) => ({
      ...run,
      font: fonts.familyFor(run.text[0] ?? 'a', 'Code'),
    })),
    alignment: 'left' as const,
  }
}

type Box = { fill?: string; edge?: string; ink?: string }

/** Apart from the rest, on as many pages as it needs. */
function boxed(content: Content[], { fill, edge, ink }: Box): Content {
  const layout: CustomTableLayout = {
    hLineWidth: () => 0,
    vLineWidth: (column) => (column === 0 && edge ? 2.5 : 0),
    vLineColor: () => edge ?? colours.line,
    paddingLeft: () => (edge || fill ? 10 : 0),
    paddingRight: () => (fill ? 10 : 0),
    paddingTop: () => (fill ? 7 : 2),
    paddingBottom: () => (fill ? 7 : 2),
  }
  const cell = {
    stack: tight(content),
    ...(fill && { fillColor: fill }),
    ...(ink && { color: ink }),
  }
  return { table: { widths: ['*'], body: [[cell]] }, layout, margin: [0, 2, 0, 10] }
}

/** Without the space below the last one. */
function tight(content: Content[]): Content[] {
  const last = content.at(-1)
  if (!last || typeof last !== 'object' || Array.isArray(last) || !('margin' in last))
    return content
  const [left = 0, top = 0, right = 0] = last.margin as number[]
  return [...content.slice(0, -1), { ...last, margin: [left, top, right, 0] }]
}

function pictureOf(attrs: Record<string, unknown>, place: Place): Content[] {
  const picture = place.pictures.get(String(attrs.file))
  const caption = String(attrs.caption ?? '')
  const words = plainLine(caption || String(attrs.alt ?? ''), place.fonts)
  const side = attrs.align === 'start' ? 'left' : attrs.align === 'end' ? 'right' : 'center'
  if (!picture)
    return words.text === '' ? [] : [{ ...words, style: 'caption', margin: [0, 0, 0, 10] }]
  const { width, height } = shownSize(picture, attrs, place.width / pointsPerPixel)
  const tallest = 640
  const scale = Math.min(pointsPerPixel, tallest / height)
  const image: Content = {
    image: String(attrs.file),
    width: width * scale,
    height: height * scale,
    alignment: side,
  }
  const below: Content[] = caption === '' ? [] : [{ ...words, style: 'caption', alignment: side }]
  return [{ stack: [image, ...below], unbreakable: true, margin: [0, 4, 0, 12] }]
}

export const wholePage = (place: Omit<Place, 'width'>): Place => ({ ...place, width: textWidth })
