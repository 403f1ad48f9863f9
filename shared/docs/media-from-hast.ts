/** Pictures, code and formulas out of HTML's tree. */
import type { Element, Nodes } from 'hast'
import type { Loose } from './loose-node'
import { type Context, classesOf, type Item, isElement, propertyOf, textIn } from './reading-hast'
import { isSafeLink } from './safe-link'

/** A picture that is here; of one that lies elsewhere a link, since nothing is fetched. */
export function picturesOf(element: Element, { wishes, marks }: Context): Item[] {
  const src = propertyOf(element, 'src')
  const alt = propertyOf(element, 'alt')
  const place = src === '' ? null : wishes.at?.(src)
  if (place && 'picture' in place) {
    const width = Number.parseInt(propertyOf(element, 'width'), 10)
    const caption = propertyOf(element, 'title')
    const attrs = { ...place.picture, alt, caption, width: Number.isNaN(width) ? null : width }
    return [{ type: 'picture', attrs }]
  }
  if (place && 'attachment' in place) return [{ type: 'attachment', attrs: place.attachment }]
  if (place === null || src.startsWith('data:'))
    return alt === '' ? [] : [{ type: 'text', text: alt, marks }]
  const href = place?.href ?? src
  const link = isSafeLink(href) ? [{ type: 'link', attrs: { href } }] : []
  return alt === '' && link.length === 0
    ? []
    : [{ type: 'text', text: alt || href, marks: [...marks, ...link] }]
}

export function codeOf(element: Element): Loose {
  const text = textIn(element)
  const code = element.children.find((child) => isElement(child, 'code')) as Element | undefined
  const classes = [...classesOf(element), ...(code ? classesOf(code) : [])]
  if (classes.includes('math-display') || classes.includes('language-math')) {
    return { type: 'blockMath', attrs: { latex: text.replace(/\n$/, '') } }
  }
  const [, language] = classes.map((name) => /^lang(?:uage)?-(.+)$/.exec(name)).find(Boolean) ?? []
  return {
    type: 'codeBlock',
    attrs: { language: language ?? (propertyOf(element, 'dataLanguage') || null) },
    content: [{ type: 'text', text: text.replace(/\n$/, '') }],
  }
}

/** The LaTeX that most programs put into their MathML; null where there is none. */
export function mathsOf(element: Element): Item[] | null {
  const latex = annotationIn(element)
  if (latex === null) return null
  const isBlock = propertyOf(element, 'display') === 'block'
  return [{ type: isBlock ? 'blockMath' : 'inlineMath', attrs: { latex } }]
}

function annotationIn(root: Element): string | null {
  const waiting: Nodes[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isElement(node, 'annotation') && propertyOf(node, 'encoding') === 'application/x-tex')
      return textIn(node)
    if ('children' in node) waiting.push(...node.children)
  }
  return null
}
