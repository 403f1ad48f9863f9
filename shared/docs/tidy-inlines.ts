/** What may stand in a line: text with marks, breaks, formulas, mentions. */
import type { JSONContent } from '@tiptap/core'
import { readOneOf } from './attributes'
import { highlightColours } from './doc-extensions'
import { attrsOf, childrenOf, type Loose, printable } from './loose-node'
import { readLatex } from './maths'
import { readMention } from './mention'
import { isSafeLink } from './safe-link'

type Mark = NonNullable<JSONContent['marks']>[number]

/** In the order of the schema, which is how ProseMirror keeps them. */
const markOrder = [
  'link',
  'bold',
  'code',
  'italic',
  'strike',
  'underline',
  'highlight',
  'subscript',
  'superscript',
] as const

const inlineTypes = ['text', 'hardBreak', 'inlineMath', 'mention']
export const isInline = ({ type }: Loose): boolean => inlineTypes.includes(String(type))
const readColour = readOneOf(highlightColours)

export function tidyInlines(children: readonly Loose[]): JSONContent[] {
  const inlines: JSONContent[] = []
  const waiting = [...children].reverse()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isInline(node)) for (const inline of tidyInline(node)) add(inlines, inline)
    else waiting.push(...childrenOf(node).reverse())
  }
  return inlines
}

/** Texts with the same marks are one. */
function add(inlines: JSONContent[], inline: JSONContent): void {
  const last = inlines.at(-1)
  const isSame =
    last?.text !== undefined &&
    inline.text !== undefined &&
    JSON.stringify(last.marks) === JSON.stringify(inline.marks)
  if (isSame) last.text = `${last.text}${inline.text}`
  else inlines.push(inline)
}

function tidyInline(node: Loose): JSONContent[] {
  const attrs = attrsOf(node)
  switch (node.type) {
    case 'text':
      return tidyText(node)
    case 'hardBreak':
      return [{ type: 'hardBreak' }]
    case 'inlineMath': {
      const latex = printable(readLatex(attrs.latex) ?? '')
        .trim()
        .replace(/\s+/g, ' ')
      return latex === '' ? [] : [{ type: 'inlineMath', attrs: { latex } }]
    }
    default:
      return tidyMention(attrs)
  }
}

/** A line's end inside a text is shown as a break, so it is one. */
function tidyText({ text, marks }: Loose): JSONContent[] {
  if (typeof text !== 'string') return []
  const kept = tidyMarks(marks)
  return printable(text)
    .split('\n')
    .flatMap((line, place) => [
      ...(place > 0 ? [{ type: 'hardBreak' }] : []),
      ...(line !== ''
        ? [{ type: 'text', text: line, ...(kept.length > 0 && { marks: kept }) }]
        : []),
    ])
}

function tidyMarks(marks: unknown): Mark[] {
  if (!Array.isArray(marks)) return []
  const given = marks.filter((mark): mark is Loose => typeof mark === 'object' && mark !== null)
  const kept = markOrder.flatMap((name) => {
    const mark = given.find(({ type }) => type === name)
    return (mark && tidyMark(name, attrsOf(mark))) ?? []
  })
  const code = kept.find(({ type }) => type === 'code')
  return code ? [code] : kept
}

function tidyMark(type: string, { href, colour }: Record<string, unknown>): Mark | undefined {
  if (type === 'link') return isSafeLink(href) ? { type, attrs: { href } } : undefined
  if (type === 'highlight') return { type, attrs: { colour: readColour(colour) ?? 'yellow' } }
  return { type }
}

function tidyMention(attrs: Record<string, unknown>): JSONContent[] {
  const mention = readMention(attrs)
  if (mention === null) return tidyText({ text: attrs.label })
  if (mention.kind === 'date')
    return [{ type: 'mention', attrs: { kind: 'date', id: mention.day } }]
  const { kind, id } = mention
  const label = oneLine(mention.label)
  const boardId = mention.kind === 'card' ? { boardId: mention.boardId } : {}
  return [{ type: 'mention', attrs: { kind, id, ...boardId, label } }]
}

export const oneLine = (text: string): string => printable(text).replace(/\s+/g, ' ').trim()
