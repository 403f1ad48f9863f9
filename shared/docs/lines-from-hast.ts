/** What stands in a line of HTML: text, and the marks its elements mean. */
import type { Element } from 'hast'
import { type Loose, wordsIn } from './loose-node'
import { nodeOfLink } from './own-address'
import { type Context, classesOf, type Item, type Mark, propertyOf, textIn } from './reading-hast'
import { isSafeLink } from './safe-link'

const plainMarks: Record<string, string> = {
  strong: 'bold',
  b: 'bold',
  em: 'italic',
  i: 'italic',
  cite: 'italic',
  dfn: 'italic',
  var: 'italic',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  u: 'underline',
  ins: 'underline',
  sub: 'subscript',
  sup: 'superscript',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
}

export function marksOf(element: Element): Mark[] {
  const style = propertyOf(element, 'style')
  if (element.tagName === 'mark') {
    return [{ type: 'highlight', attrs: { colour: propertyOf(element, 'dataColour') } }]
  }
  const mark = plainMarks[element.tagName]
  // What comes from other programs' clipboards may be `<b style="font-weight:normal">`.
  const isTakenBack = mark === 'bold' && /font-weight:\s*(normal|400)/i.test(style)
  return [...(mark && !isTakenBack ? [{ type: mark }] : []), ...marksOfStyle(style)]
}

const styles: [RegExp, string][] = [
  [/font-weight:\s*(bold|[6-9]00)/i, 'bold'],
  [/font-style:\s*italic/i, 'italic'],
  [/text-decoration[\w-]*:[^;]*underline/i, 'underline'],
  [/text-decoration[\w-]*:[^;]*line-through/i, 'strike'],
  [/vertical-align:\s*sub/i, 'subscript'],
  [/vertical-align:\s*super/i, 'superscript'],
]

const marksOfStyle = (style: string): Mark[] =>
  style === '' ? [] : styles.flatMap(([sign, type]) => (sign.test(style) ? [{ type }] : []))

export const withMarks = (context: Context, marks: readonly Mark[]): Context =>
  marks.length === 0 ? context : { ...context, marks: [...context.marks, ...marks] }

/** `inside` are the items of its children, without the link. */
export function itemsOfLink(
  element: Element,
  context: Context,
  inside: (context: Context) => Item[],
): Item[] {
  if ('dataFootnoteBackref' in element.properties) return [{ type: 'way-back' }]
  const written = propertyOf(element, 'href')
  const place = written === '' ? null : context.wishes.at?.(written)
  if (place === null || 'dataFootnoteRef' in element.properties) return inside(context)
  if (place && 'picture' in place) return inside(context)
  if (place && 'attachment' in place) {
    const words = inside(context)
    const attached = { type: 'attachment', attrs: place.attachment }
    return [
      ...words,
      { type: 'attached', words: wordsIn({ content: words }).trim(), content: [attached] },
    ]
  }
  const href = place?.href ?? written
  const title = propertyOf(element, 'title')
  const found =
    title && nodeOfLink({ href, title, text: textIn(element).replace(/\s+/g, ' ').trim() })
  if (found)
    return ['type' in found ? (found as Loose) : { type: 'task', attrs: found as { due?: string } }]
  return inside(
    isSafeLink(href) ? withMarks(context, [{ type: 'link', attrs: { href } }]) : context,
  )
}

export function itemsOfCode(element: Element, context: Context): Item[] {
  const text = textIn(element)
  if (classesOf(element).includes('language-math'))
    return [{ type: 'inlineMath', attrs: { latex: text } }]
  return [
    {
      type: 'text',
      text: text.replace(/\s*\n\s*/g, ' '),
      marks: [...context.marks, { type: 'code' }],
    },
  ]
}

/** Spaces as a page shows them: one between words, none at the edges. */
export function asShown(items: readonly Item[], spaces: 'collapse' | 'keep'): Item[] {
  return spaces === 'collapse' ? collapsed(items) : joined(items)
}

function collapsed(items: readonly Item[]): Item[] {
  let isAtStart = true
  const shown = items.map((item) => {
    if (!isText(item)) {
      isAtStart = item.type === 'hardBreak'
      return item
    }
    const single = item.text.replace(/[ \t\n\r\f]+/g, ' ')
    const text = isAtStart ? single.replace(/^ /, '') : single
    if (text !== '') isAtStart = text.endsWith(' ')
    return { ...item, text }
  })
  return withoutLastSpaces(shown)
}

/** Also those before a break. */
function withoutLastSpaces(items: readonly Item[]): Item[] {
  let isAtEnd = true
  return [...items]
    .reverse()
    .map((item) => {
      if (!isText(item)) {
        if (item.type !== 'attached') isAtEnd = item.type === 'hardBreak'
        return item
      }
      const text = isAtEnd ? item.text.replace(/ +$/, '') : item.text
      if (text !== '') isAtEnd = false
      return { ...item, text }
    })
    .reverse()
}

/** Markdown's: the ends of lines inside a paragraph are spaces, those at its edges nothing. */
function joined(items: readonly Item[]): Item[] {
  const isEnd = (item: Item | undefined) =>
    item !== undefined && isText(item) && /^\n*$/.test(item.text)
  let from = 0
  let to = items.length
  while (from < to && isEnd(items[from])) from++
  while (to > from && isEnd(items[to - 1])) to--
  return items.slice(from, to).map((item, at, all) => {
    if (!isText(item)) return item
    if (all[at + 1]?.type === 'way-back') return { ...item, text: item.text.trimEnd() }
    const isFirst = at === 0 || all[at - 1]?.type === 'hardBreak'
    const begun = isFirst ? item.text.replace(/^[ \t]*\n\s*/, '') : item.text
    const text = at === all.length - 1 ? begun.replace(/\s*\n[ \t]*$/, '') : begun
    return { ...item, text: text.replace(/[ \t]*\n\s*/g, ' ') }
  })
}

type Text = Loose & { type: 'text'; text: string }
export const isText = (item: Item): item is Text => item.type === 'text'
