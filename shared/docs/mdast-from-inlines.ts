/** Lines of text as Markdown's tree: marks, which ProseMirror keeps flat, nest. */
import type { JSONContent } from '@tiptap/core'
import type { PhrasingContent } from 'mdast'
import { propertiesOf } from './hast-from-inlines'

type Mark = NonNullable<JSONContent['marks']>[number]

const htmlTags: Record<string, string> = {
  underline: 'u',
  highlight: 'mark',
  subscript: 'sub',
  superscript: 'sup',
}
const signs = { bold: 'strong', italic: 'emphasis', strike: 'delete' } as const

/** Markdown has no breaks at the edges of a line. */
export function mdastOfLine(inlines: readonly JSONContent[]): PhrasingContent[] {
  const isBreak = (inline: JSONContent | undefined) => inline?.type === 'hardBreak'
  let from = 0
  let to = inlines.length
  while (from < to && isBreak(inlines[from])) from++
  while (to > from && isBreak(inlines[to - 1])) to--
  return mdastOfInlines(inlines.slice(from, to))
}

function mdastOfInlines(inlines: readonly JSONContent[]): PhrasingContent[] {
  const found: PhrasingContent[] = []
  let rest = withoutMarkedEdges(inlines)
  while (rest.length > 0) {
    const mark = longestMark(rest)
    const length = mark ? runOf(rest, mark) : 1
    const run = rest.slice(0, length)
    const next = mark ? wrapped(mark, run) : bare(run[0] ?? {})
    if (isMaths(found.at(-1)) && isMaths(next[0])) found.push({ type: 'html', value: '<!-- -->' })
    found.push(...next)
    rest = rest.slice(length)
  }
  return found
}

/** The spaces in it are part of it. */
const isCode = ({ marks = [] }: JSONContent) => marks.some(({ type }) => type === 'code')

/** Two in a row would be one. */
const isMaths = (node: PhrasingContent | undefined) => (node?.type as string) === 'inlineMath'

const keyOf = (mark: Mark) => JSON.stringify(mark)
const has = ({ marks = [] }: JSONContent, mark: Mark) =>
  marks.some((one) => keyOf(one) === keyOf(mark))

function runOf(inlines: readonly JSONContent[], mark: Mark): number {
  // What stands for one of our own things is that one thing.
  if (mark.attrs?.title) return 1
  const end = inlines.findIndex((inline) => !has(inline, mark))
  return end === -1 ? inlines.length : end
}

/** Of the first one's marks, that which reaches farthest: it is the outermost. Code is always the innermost. */
function longestMark(inlines: readonly JSONContent[]): Mark | undefined {
  const marks = (inlines[0]?.marks ?? []).filter(({ type }) => type !== 'code')
  return marks.reduce<Mark | undefined>(
    (best, mark) => (best && runOf(inlines, best) >= runOf(inlines, mark) ? best : mark),
    undefined,
  )
}

function wrapped(mark: Mark, run: readonly JSONContent[]): PhrasingContent[] {
  const inside = mdastOfInlines(
    run.map((inline) => ({
      ...inline,
      marks: (inline.marks ?? []).filter((one) => keyOf(one) !== keyOf(mark)),
    })),
  )
  const tag = htmlTags[mark.type]
  if (tag) {
    const colour = propertiesOf(mark).dataColour
    const open = colour ? `<${tag} data-colour="${colour}">` : `<${tag}>`
    return [{ type: 'html', value: open }, ...inside, { type: 'html', value: `</${tag}>` }]
  }
  if (mark.type === 'link') {
    const { href, title } = mark.attrs ?? {}
    return [
      {
        type: 'link',
        url: String(href),
        ...(title && { title: String(title) }),
        children: inside as never,
      },
    ]
  }
  const type = signs[mark.type as keyof typeof signs]
  return type ? [{ type, children: inside }] : inside
}

function bare(inline: JSONContent): PhrasingContent[] {
  if (inline.type === 'hardBreak') return [{ type: 'break' }]
  if (inline.type === 'inlineMath')
    return [{ type: 'inlineMath', value: inline.attrs?.latex } as never]
  const value = inline.text ?? ''
  return (inline.marks ?? []).length > 0
    ? [{ type: 'inlineCode', value }]
    : [{ type: 'text', value }]
}

/**
 * Words such as `**this **` are no bold in Markdown: marks end where their words end, and a space
 * at an edge is plain.
 */
function withoutMarkedEdges(inlines: readonly JSONContent[]): JSONContent[] {
  return inlines.flatMap((inline, at) => {
    const [, before = '', words = '', after = ''] =
      /^(\s*)(.*?)(\s*)$/s.exec(inline.text ?? '') ?? []
    if (words === '' || before + after === '' || isCode(inline)) return [inline]
    const outside = (text: string, neighbour: JSONContent | undefined): JSONContent[] => {
      if (text === '') return []
      const marks = inline.marks?.filter(
        (mark) => !(mark.type in signs) || has(neighbour ?? {}, mark),
      )
      return [{ ...inline, text, ...(marks && { marks }) }]
    }
    return [
      ...outside(before, inlines[at - 1]),
      { ...inline, text: words },
      ...outside(after, inlines[at + 1]),
    ]
  })
}
