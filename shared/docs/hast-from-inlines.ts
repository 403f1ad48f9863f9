/** Lines of text as HTML's tree. */
import type { JSONContent } from '@tiptap/core'
import type { ElementContent, Properties } from 'hast'
import type { WritingWishes } from './as-links'

type Mark = NonNullable<JSONContent['marks']>[number]

const tags: Record<string, string> = {
  link: 'a',
  bold: 'strong',
  italic: 'em',
  strike: 's',
  underline: 'u',
  highlight: 'mark',
  subscript: 'sub',
  superscript: 'sup',
  code: 'code',
}

export const hastOfInlines = (
  inlines: readonly JSONContent[],
  wishes: WritingWishes,
): ElementContent[] => inlines.map((inline) => withMarks(bare(inline, wishes), inline.marks ?? []))

function bare(inline: JSONContent, wishes: WritingWishes): ElementContent {
  if (inline.type === 'hardBreak') return element('br', {}, [])
  if (inline.type !== 'inlineMath') return { type: 'text', value: inline.text ?? '' }
  const latex = String(inline.attrs?.latex ?? '')
  const shown = wishes.maths?.(latex, false)
  if (shown) return { type: 'raw', value: shown } as never
  return element('code', { className: ['language-math', 'math-inline'] }, [
    { type: 'text', value: latex },
  ])
}

/** The first mark is the outermost. */
const withMarks = (inside: ElementContent, marks: readonly Mark[]): ElementContent =>
  marks.reduceRight(
    (child, mark) => element(tags[mark.type] ?? 'span', propertiesOf(mark), [child]),
    inside,
  )

export function propertiesOf({ type, attrs = {} }: Mark): Properties {
  if (type === 'highlight')
    return attrs.colour === 'yellow' ? {} : { dataColour: String(attrs.colour) }
  if (type !== 'link') return {}
  return { href: String(attrs.href), ...(attrs.title ? { title: String(attrs.title) } : {}) }
}

const element = (
  tagName: string,
  properties: Properties,
  children: ElementContent[],
): ElementContent => ({
  type: 'element',
  tagName,
  properties,
  children,
})
