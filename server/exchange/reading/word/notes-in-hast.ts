/** Reads notes (word-notes.ts) out of the HTML that comes of a Word document, and does what they say. */

import { elementsIn, made, type Parent } from '@atelier/shared/docs/hast-walk'
import { classesOf, isElement, textIn } from '@atelier/shared/docs/reading-hast'
import type { Element, ElementContent, Root } from 'hast'
import { settleLists } from './lists-in-hast'
import { type Note, readNote } from './word-notes'

/** Changes the tree. */
export function settleNotes(root: Root): Root {
  const notes = takeNotes(root)
  const parents: Parent[] = [root, ...elementsIn(root)]
  // Inner ones first: a box in a box is whole when the outer one takes it in.
  for (const parent of parents.reverse()) {
    parent.children = inBoxes(parent.children as ElementContent[], notes)
    settleLists(parent, notes)
    captions(parent, notes)
    if (isElement(parent)) settleElement(parent, notes)
  }
  return root
}

/** What is said of an element by a note at its beginning. Notes are taken out. */
function takeNotes(root: Root): Map<Element, Note> {
  const notes = new Map<Element, Note>()
  let width: number | undefined
  for (const parent of [root, ...elementsIn(root)]) {
    if (isElement(parent, 'img') && width !== undefined) {
      parent.properties.width = width
      width = undefined
    }
    if (isElement(parent) && isNote(parent)) width = noteIn(parent).width ?? width
    const found = (parent.children as ElementContent[]).filter(
      (child): child is Element => isElement(child) && isNote(child),
    )
    if (found.length === 0) continue
    const { width: _, ...note } = Object.assign({}, ...found.map(noteIn)) as Note
    if (isElement(parent)) notes.set(parent, note)
  }
  for (const parent of [root, ...elementsIn(root)])
    parent.children = parent.children.filter(
      (child) => !isElement(child) || !isNote(child),
    ) as ElementContent[]
  return notes
}

const isNote = (element: Element): boolean =>
  element.tagName === 'data' && classesOf(element).includes('note')
const noteIn = (element: Element): Note => readNote(textIn(element))

const isMark = (element: Element): boolean =>
  element.tagName === 'section' && classesOf(element).includes('mark')

type Box = { mark: Element; kind: string; children: ElementContent[] }

/** What stands between two marks, as the box they are. */
function inBoxes(children: readonly ElementContent[], notes: Map<Element, Note>): ElementContent[] {
  const outside: ElementContent[] = []
  const open: Box[] = []
  const place = (child: ElementContent) => (open.at(-1)?.children ?? outside).push(child)
  for (const child of children) {
    const note = isElement(child) && isMark(child) ? (notes.get(child) ?? {}) : null
    if (note === null) place(child)
    else if (typeof note.open === 'string')
      open.push({ mark: child as Element, kind: note.open, children: [] })
    else {
      const box = open.pop()
      if (box) for (const one of boxOf(box, notes)) place(one)
    }
  }
  // Somebody took away its end in Word: its beginning says nothing then.
  for (const box of open) outside.push(...box.children)
  return outside
}

function boxOf({ mark, kind, children }: Box, notes: Map<Element, Note>): Element[] {
  const [name, detail = ''] = kind.split(':')
  const elements = children.filter((child): child is Element => isElement(child))
  const box = boxNamed(name ?? '', detail, elements)
  if (box === null) return elements
  settleLists(box, notes)
  captions(box, notes)
  const inside = notes.get(mark)?.inside
  if (inside !== undefined) notes.set(box, { inside })
  return [box]
}

function boxNamed(name: string, detail: string, children: readonly Element[]): Element | null {
  if (name === 'code') {
    const words = children.map((child) => textIn(child)).join('\n')
    return made('pre', [{ type: 'text', value: `${words}\n` }], { dataLanguage: detail })
  }
  if (name === 'details') {
    const [first, ...rest] = children
    return made('details', [made('summary', first?.children ?? []), ...rest])
  }
  // What Word shows by its style is inside of one already.
  const tag = { callout: 'aside', blockquote: 'blockquote' }[name]
  const content = children.flatMap((child) => (child.tagName === tag ? child.children : [child]))
  return tag ? made(tag, content as ElementContent[], { dataTone: detail }) : null
}

function settleElement(element: Element, notes: ReadonlyMap<Element, Note>): void {
  const { align } = notes.get(element) ?? {}
  if (align && align !== 'start' && /^(p|h[1-6])$/.test(element.tagName))
    element.properties.align = align
  if (isElement(element, 'td', 'th')) settleCell(element, notes)
}

function settleCell(cell: Element, notes: ReadonlyMap<Element, Note>): void {
  const first = cell.children.find((child): child is Element => isElement(child))
  const widths = first && notes.get(first)?.widths
  if (Array.isArray(widths)) cell.properties.dataColwidth = widths.map(Number).join(',')
  if (first && classesOf(first).includes('table-heading')) cell.tagName = 'th'
}

/** A line of Word’s style for captions belongs to the picture above it. */
function captions(parent: Parent, notes: ReadonlyMap<Element, Note>): void {
  parent.children = (parent.children as ElementContent[]).flatMap(
    (child, at, all): ElementContent[] => {
      if (!isElement(child, 'p') || !isPicture(child))
        return isTaken(child, all[at - 1]) ? [] : [child]
      const next = all[at + 1]
      const align = notes.get(child)?.align
      const words = isCaption(next) ? [made('figcaption', next.children)] : []
      if (words.length === 0 && !align) return [child]
      return [made('figure', [...child.children, ...words], align ? { dataAlign: align } : {})]
    },
  )
}

const isPicture = (paragraph: Element): boolean =>
  paragraph.children.length === 1 && isElement(paragraph.children[0] as Element, 'img')
const isCaption = (node: ElementContent | undefined): node is Element =>
  node !== undefined && isElement(node, 'p') && classesOf(node).includes('caption')
const isTaken = (child: ElementContent, before: ElementContent | undefined): boolean =>
  isCaption(child) && before !== undefined && isElement(before, 'p') && isPicture(before)
