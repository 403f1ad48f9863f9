/** A tidy body as HTML's tree, with nothing in it that could do anything. */
import type { JSONContent } from '@tiptap/core'
import type { Element, ElementContent, Properties } from 'hast'
import {
  attachmentLine,
  embedLine,
  fileAddress,
  inlinesAsLinks,
  taskLine,
  type WritingWishes,
} from './as-links'
import { hastOfInlines } from './hast-from-inlines'

const sides: Record<string, string> = { start: 'left', center: 'center', end: 'right' }

const el = (tagName: string, properties: Properties, children: ElementContent[] = []): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
})

export const hastOfBlocks = (
  blocks: readonly JSONContent[],
  wishes: WritingWishes,
): ElementContent[] => blocks.map((block) => hastOfBlock(block, wishes))

export function hastOfBlock(block: JSONContent, wishes: WritingWishes): Element {
  const { attrs = {}, content = [] } = block
  const inside = () => hastOfBlocks(content, wishes)
  switch (block.type) {
    case 'heading':
      return el(`h${attrs.level}`, aligned(attrs.textAlign), lineOf(content, wishes))
    case 'codeBlock':
      return el('pre', {}, [el('code', languageOf(attrs.language), textOf(content))])
    case 'blockquote':
      return el('blockquote', {}, inside())
    case 'callout':
      return el('aside', { dataCallout: '', dataTone: attrs.tone }, inside())
    case 'details':
      return detailsOf(content, wishes)
    case 'bulletList':
    case 'taskList':
      return el(
        'ul',
        {},
        content.map((item) => itemOf(item, wishes)),
      )
    case 'orderedList':
      return el(
        'ol',
        attrs.start === 1 ? {} : { start: attrs.start },
        content.map((item) => itemOf(item, wishes)),
      )
    case 'table':
      return el('table', {}, [
        el(
          'tbody',
          {},
          content.map((row) => rowOf(row, wishes)),
        ),
      ])
    case 'horizontalRule':
      return el('hr', {})
    case 'blockMath':
      return mathsOf(attrs.latex, wishes)
    case 'picture':
      return pictureOf(attrs, wishes)
    case 'attachment':
      return el('p', {}, hastOfInlines(attachmentLine(block, wishes), wishes))
    case 'embed':
      return el('p', {}, hastOfInlines(embedLine(block, wishes), wishes))
    default:
      return el('p', aligned(attrs.textAlign), lineOf(content, wishes))
  }
}

const lineOf = (inlines: readonly JSONContent[], wishes: WritingWishes) =>
  hastOfInlines(inlinesAsLinks(inlines, wishes), wishes)

const aligned = (textAlign: unknown): Properties =>
  typeof textAlign === 'string' ? { align: String(sides[textAlign]) } : {}

const languageOf = (language: unknown): Properties =>
  typeof language === 'string' ? { className: [`language-${language}`] } : {}

/** Ends its last line, as everybody's code in HTML does: that end is no part of the code. */
const textOf = (content: readonly JSONContent[]): ElementContent[] =>
  content.map(({ text = '' }) => ({ type: 'text', value: `${text}\n` }))

function detailsOf([summary, inside]: readonly JSONContent[], wishes: WritingWishes): Element {
  return el('details', {}, [
    el('summary', {}, lineOf(summary?.content ?? [], wishes)),
    ...hastOfBlocks(inside?.content ?? [], wishes),
  ])
}

function itemOf(item: JSONContent, wishes: WritingWishes): Element {
  const blocks = item.content ?? []
  if (item.type !== 'taskItem') return el('li', {}, hastOfBlocks(blocks, wishes))
  const box = el('input', {
    type: 'checkbox',
    disabled: true,
    checked: item.attrs?.checked === true,
  })
  const [line, ...rest] = blocks
  const words = taskLine(item, inlinesAsLinks(line?.content ?? [], wishes), wishes)
  const first = el('p', aligned(line?.attrs?.textAlign), [
    box,
    { type: 'text', value: ' ' },
    ...hastOfInlines(words, wishes),
  ])
  return el('li', { className: ['task-list-item'] }, [first, ...hastOfBlocks(rest, wishes)])
}

const rowOf = (row: JSONContent, wishes: WritingWishes): Element =>
  el(
    'tr',
    {},
    (row.content ?? []).map((cell) => cellOf(cell, wishes)),
  )

function cellOf({ type, attrs = {}, content = [] }: JSONContent, wishes: WritingWishes): Element {
  const { colspan, rowspan, colwidth } = attrs
  const properties: Properties = {
    ...(colspan > 1 && { colSpan: colspan }),
    ...(rowspan > 1 && { rowSpan: rowspan }),
    ...(Array.isArray(colwidth) && { dataColwidth: colwidth.join(',') }),
  }
  return el(type === 'tableHeader' ? 'th' : 'td', properties, hastOfBlocks(content, wishes))
}

function mathsOf(latex: string, wishes: WritingWishes): Element {
  const shown = wishes.maths?.(latex, true)
  if (shown) return el('div', { className: ['maths'] }, [{ type: 'raw', value: shown } as never])
  const className = ['language-math', 'math-display']
  return el('pre', {}, [el('code', { className }, [{ type: 'text', value: latex }])])
}

function pictureOf(attrs: Record<string, unknown>, wishes: WritingWishes): Element {
  const { alt, caption, width, align, file } = attrs
  const properties: Properties = {
    src: fileAddress(wishes, file),
    alt: String(alt ?? ''),
    ...(typeof width === 'number' && { width }),
  }
  const words = typeof caption === 'string' && caption !== ''
  return el('figure', align === 'center' ? {} : { dataAlign: String(align) }, [
    el('img', properties),
    ...(words ? [el('figcaption', {}, [{ type: 'text', value: caption }])] : []),
  ])
}
