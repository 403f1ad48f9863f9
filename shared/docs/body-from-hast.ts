/**
 * A doc's body out of HTML's tree: an allow-list. What is not named here leaves the words in it;
 * what could do something leaves nothing.
 */
import type { JSONContent } from '@tiptap/core'
import type { Element, Nodes, Root } from 'hast'
import { readCalloutTone } from './callout'
import { asShown, isText, itemsOfCode, itemsOfLink, marksOf, withMarks } from './lines-from-hast'
import { listsOf } from './lists-from-hast'
import type { Loose } from './loose-node'
import { codeOf, mathsOf, picturesOf } from './media-from-hast'
import {
  type Context,
  classesOf,
  type Item,
  isElement,
  propertyOf,
  type ReadingWishes,
  textIn,
} from './reading-hast'
import { tableOf } from './table-from-hast'
import { tidyBody } from './tidy-body'
import { isInline } from './tidy-inlines'

const deepest = 150
const dropped = new Set(
  'script style template noscript head title meta link base object embed applet frame frameset param svg canvas form textarea select option button label map area dialog'.split(
    ' ',
  ),
)

export const bodyFromHast = (root: Root | Element, wishes: ReadingWishes): JSONContent =>
  tidyBody({ content: blocksIn(root, { wishes, marks: [], depth: 0 }) })

/** Runs of what stands in a line are paragraphs, or what `wrap` makes of them. */
function blocksIn(
  parent: Root | Element,
  context: Context,
  wrap: (content: Item[]) => Loose = (content) => ({ type: 'paragraph', content }),
): Loose[] {
  const blocks: Loose[] = []
  let run: Item[] = []
  const endRun = () => {
    const attached = run.flatMap((item) => (item.type === 'attached' ? [item as Attached] : []))
    const words = run.filter((item) => item.type !== 'attached')
    const line = withoutEdgeBreaks(asShown(words, context.wishes.spaces))
    run = []
    const said = line
      .map((item) => (isText(item) ? item.text : '·'))
      .join('')
      .trim()
    if (said !== '' && !attached.some((one) => one.words === said)) blocks.push(wrap(line))
    blocks.push(...attached.flatMap(({ content }) => content))
  }
  for (const item of itemsIn(parent, context)) {
    if (isInline(item) || ['box', 'task', 'attached', 'way-back'].includes(String(item.type)))
      run.push(item)
    else {
      endRun()
      blocks.push(item as Loose)
    }
  }
  endRun()
  return blocks
}

/** A break at the end of a line of HTML is not seen, also where only spaces stand around it. */
function withoutEdgeBreaks(line: Item[]): Item[] {
  const isBreak = (item: Item | undefined) =>
    item?.type === 'hardBreak' || (item !== undefined && isText(item) && item.text === '')
  let from = 0
  let to = line.length
  while (from < to && isBreak(line[from])) from++
  while (to > from && isBreak(line[to - 1])) to--
  return line.slice(from, to)
}

type Attached = Extract<Item, { type: 'attached' }>

const itemsIn = (parent: Root | Element, context: Context): Item[] =>
  parent.children.flatMap((child) => itemsOf(child, { ...context, depth: context.depth + 1 }))

function itemsOf(node: Nodes, context: Context): Item[] {
  if (node.type === 'text') return [{ type: 'text', text: node.value, marks: context.marks }]
  if (!isElement(node) || dropped.has(node.tagName)) return []
  if (context.depth > deepest) return [{ type: 'text', text: textIn(node), marks: context.marks }]
  return blocksOf(node, context) ?? lineItemsOf(node, context)
}

function lineItemsOf(element: Element, context: Context): Item[] {
  switch (element.tagName) {
    case 'br':
      return [{ type: 'hardBreak' }]
    case 'a':
      return itemsOfLink(element, context, (inner) => itemsIn(element, inner))
    case 'code':
      return itemsOfCode(element, context)
    case 'input':
      return propertyOf(element, 'type') === 'checkbox'
        ? [
            {
              type: 'box',
              checked: 'checked' in element.properties && element.properties.checked !== false,
            },
          ]
        : []
    case 'math':
      return mathsOf(element) ?? itemsIn(element, context)
    case 'img':
      return picturesOf(element, context)
    default:
      return itemsIn(element, withMarks(context, marksOf(element)))
  }
}

const containers = new Set(
  'div p section article main header footer nav address center body html hgroup figcaption dd fieldset legend caption'.split(
    ' ',
  ),
)
const sides: Record<string, string> = {
  left: 'start',
  start: 'start',
  center: 'center',
  right: 'end',
  end: 'end',
}

/** Null for what stands in a line. */
function blocksOf(element: Element, context: Context): Loose[] | null {
  const { tagName } = element
  const inside = () => blocksIn(element, context)
  if (tagName === 'p' || (tagName === 'div' && alignmentOf(element))) {
    const attrs = { textAlign: alignmentOf(element) }
    return blocksIn(element, context, (content) => ({ type: 'paragraph', attrs, content }))
  }
  if (containers.has(tagName)) return inside()
  const [, level] = /^h([1-6])$/.exec(tagName) ?? []
  if (level) return headingsOf(element, Number(level), context)
  switch (tagName) {
    case 'blockquote':
      return [{ type: 'blockquote', content: inside() }]
    case 'aside':
      return [{ type: 'callout', attrs: { tone: toneOf(element) }, content: inside() }]
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
      return listsOf(element, context, blocksIn)
    case 'li':
      return [{ type: 'listItem', content: inside() }]
    case 'dt':
      return blocksIn(element, withMarks(context, [{ type: 'bold' }]))
    case 'dl':
      return inside()
    case 'pre':
      return [codeOf(element)]
    case 'hr':
      return [{ type: 'horizontalRule' }]
    case 'table':
      return tableOf(element, context, blocksIn)
    case 'details':
      return [detailsOf(element, context)]
    case 'figure':
      return figureOf(element, context)
    default:
      return null
  }
}

/** Word’s styles can only give it a class. */
const toneOf = (element: Element) =>
  propertyOf(element, 'dataTone') || classesOf(element).find((name) => readCalloutTone(name))

function headingsOf(element: Element, level: number, context: Context): Loose[] {
  if (propertyOf(element, 'id') === 'footnote-label') return [{ type: 'horizontalRule' }]
  const attrs = { level, textAlign: alignmentOf(element) }
  const blocks = blocksIn(element, context, (content) => ({ type: 'heading', attrs, content }))
  return blocks.length > 0 ? blocks : [{ type: 'heading', attrs }]
}

function alignmentOf(element: Element): string | null {
  const [, styled] = /text-align:\s*(\w+)/i.exec(propertyOf(element, 'style')) ?? []
  return (
    sides[propertyOf(element, 'align').toLowerCase()] ?? sides[styled?.toLowerCase() ?? ''] ?? null
  )
}

function detailsOf(element: Element, context: Context): Loose {
  const summary = element.children.find((child) => isElement(child, 'summary')) as
    | Element
    | undefined
  const children = element.children.filter((child) => child !== summary)
  const line = summary ? asShown(itemsIn(summary, context), context.wishes.spaces) : []
  return {
    type: 'details',
    content: [
      { type: 'detailsSummary', content: line },
      { type: 'detailsContent', content: blocksIn({ ...element, children }, context) },
    ],
  }
}

/** A picture with the words below it; anything else as if the figure were not there. */
function figureOf(element: Element, context: Context): Loose[] {
  const caption = element.children.find((child) => isElement(child, 'figcaption'))
  const children = element.children.filter((child) => child !== caption)
  const blocks = blocksIn({ ...element, children }, context)
  const picture = blocks.find(({ type }) => type === 'picture')
  const words = caption ? textIn(caption).replace(/\s+/g, ' ').trim() : ''
  if (!picture || classesOf(element).includes('callout')) return blocksIn(element, context)
  const align = propertyOf(element, 'dataAlign')
  const attrs = picture.attrs as object
  picture.attrs = { ...attrs, ...(words && { caption: words }), ...(align && { align }) }
  return blocks
}
