/** Lines of text as pdfmake's. */
import { inlinesAsLinks, type WritingWishes } from '@atelier/shared/docs/as-links'
import { isSafeLink } from '@atelier/shared/docs/safe-link'
import type { JSONContent } from '@tiptap/core'
import type { ContentText, Style } from 'pdfmake/interfaces'
import { mathsRuns } from '../maths-runs'
import { isRightToLeft } from '../writing-direction'
import type { PdfFonts } from './pdf-fonts'
import { colours, lineHeight } from './pdf-look'
import { breakable, runsOf, type Styled } from './pdf-runs'

type Mark = NonNullable<JSONContent['marks']>[number]
type Look = Style & { link?: string }

/** A paragraph's text, and the side on which it begins. */
export type PdfLine = Pick<ContentText, 'text' | 'alignment'>

export function lineOf(
  inlines: readonly JSONContent[],
  wishes: WritingWishes,
  fonts: PdfFonts,
  textAlign?: unknown,
): PdfLine {
  return styledLine(inlinesAsLinks(inlines, wishes).flatMap(piecesOf), fonts, textAlign)
}

export const plainLine = (text: string, fonts: PdfFonts, style: Look = {}): PdfLine =>
  styledLine([{ text, style, font: 'Text' }], fonts)

function styledLine(
  pieces: readonly Styled<Look>[],
  fonts: PdfFonts,
  textAlign?: unknown,
): PdfLine {
  const isTurned = isRightToLeft(pieces.map(({ text }) => text).join(''))
  const text = runsOf(pieces, fonts).map(({ text, style, font, level }) => ({
    ...style,
    text,
    font,
    level,
    ...(font !== 'Text' && { lineHeight: lineHeight * fonts.heightFor(font) }),
    // Or each word would be turned around for itself, and not the words.
    ...(level % 2 === 1 && { fontFeatures: [] }),
  }))
  return { text, alignment: sideOf(textAlign, isTurned) }
}

function sideOf(textAlign: unknown, isTurned: boolean): 'left' | 'center' | 'right' {
  if (textAlign === 'center') return 'center'
  return (textAlign === 'end') === isTurned ? 'left' : 'right'
}

function piecesOf(inline: JSONContent): Styled<Look>[] {
  if (inline.type === 'hardBreak') return [{ text: '\n', style: {}, font: 'Text' }]
  if (inline.type === 'inlineMath') return mathsPieces(inline.attrs?.latex)
  const marks = inline.marks ?? []
  const isCode = marks.some(({ type }) => type === 'code')
  const style = Object.assign({}, ...marks.map(lookOf))
  return [{ text: breakable(inline.text ?? ''), style, font: isCode ? 'Code' : 'Text' }]
}

const mathsPieces = (latex: unknown): Styled<Look>[] =>
  mathsRuns(String(latex)).map(({ text, place, italics }) => ({
    text,
    style: { ...(place && ({ [place]: true } as Look)), ...(italics && { italics }) },
    font: 'Text',
  }))

export const mathsLine = (latex: unknown, fonts: PdfFonts): PdfLine =>
  styledLine(mathsPieces(latex), fonts, 'center')

function lookOf({ type, attrs = {} }: Mark): Look {
  switch (type) {
    case 'bold':
      return { bold: true }
    case 'italic':
      return { italics: true }
    case 'strike':
      return { decoration: 'lineThrough' }
    case 'underline':
      return { decoration: 'underline' }
    case 'subscript':
      return { sub: true } as Look
    case 'superscript':
      return { sup: true } as Look
    case 'code':
      return { background: colours.tint, fontSize: 9.5 }
    case 'highlight':
      return {
        background:
          colours.marks[attrs.colour as keyof typeof colours.marks] ?? colours.marks.yellow,
      }
    case 'link':
      return linkLook(String(attrs.href))
    default:
      return {}
  }
}

/** A place in the doc itself is none on paper. */
const linkLook = (href: string): Look =>
  isSafeLink(href) && !href.startsWith('#')
    ? { link: href, color: colours.accent }
    : { color: colours.accent }
