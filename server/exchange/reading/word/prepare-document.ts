/**
 * A Word document as mammoth understands more of it: what it would leave out becomes something it
 * knows, or a note (word-notes.ts).
 */

import type { Skipped } from '@atelier/shared/exchange/exchange'
import type { Element, ElementContent, Root } from 'xast'
import { skip } from '../pack'
import {
  at,
  attributeOf,
  below,
  childNamed,
  childrenNamed,
  isNamed,
  type Parent,
  settingOf,
  textBelow,
} from '../xml'
import { boxTag } from './box-tag'
import { asDrawn } from './word-drawings'
import { indentOf, type ListLine, type WordLists } from './word-lists'
import { latexOf } from './word-maths'
import {
  markStyle,
  mathsStyle,
  type Note,
  noteRun,
  paragraphOf,
  ruleStyle,
  runOf,
} from './word-notes'
import type { WordStyles } from './word-styles'

type Context = {
  name: string
  styles: WordStyles
  lists: WordLists
  into: { skipped: Skipped[] }
}

const changes = ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']

/** Changes `document`. */
export function prepareDocument(document: Root, context: Context): void {
  const body = at(document, 'w:document', 'w:body')
  if (!body) return
  if (changes.some((name) => below(body, name).length > 0))
    skip(context.into, context.name, 'changes-accepted')
  prepareBlocks(body, context, {})
}

/** `extra` is said at the first paragraph. */
function prepareBlocks(parent: Parent, context: Context, extra: Note): void {
  let open: ListLine[] = []
  let first = extra
  const blocks = (children: readonly ElementContent[]): ElementContent[] =>
    children.flatMap((child): ElementContent[] => {
      if (isNamed(child, 'w:p')) {
        const line = context.lists.lineOf(at(child, 'w:pPr'))
        const note = { ...noteOf(child, line, open, context), ...first }
        first = {}
        if (line) asListLine(child, context)
        if (line) open = [...open.filter(({ level }) => level < line.level), line]
        else if (note.inside === undefined && !isEmpty(child)) open = []
        return paragraph(child, note, context)
      }
      if (isNamed(child, 'w:tbl')) {
        const depth = depthAt(indentOfTable(child), open)
        if (depth === undefined) open = []
        return [...table(child, context, depth)]
      }
      if (!isNamed(child, 'w:sdt')) return [child]
      const content = childNamed(child, 'w:sdtContent')?.children ?? []
      const tag = settingOf(at(child, 'w:sdtPr', 'w:tag')) ?? ''
      if (!tag.startsWith(boxTag)) return withBlocks(child, blocks(content))
      const inside = depthOfBox(content, open)
      const inner = blocks(content)
      return [
        paragraphOf(markStyle, noteRun({ open: tag.slice(boxTag.length), ...inside })),
        ...inner,
        paragraphOf(markStyle, noteRun({ close: true })),
      ]
    })
  parent.children = blocks(parent.children as ElementContent[])
}

/** A style that is a quote to us would hide that it is a line of a list. */
function asListLine(paragraph: Element, { styles }: Context): void {
  const style = at(paragraph, 'w:pPr', 'w:pStyle')
  if (style && /^(intense )?quote|^callout /i.test(styles.nameOf(settingOf(style))))
    style.attributes['w:val'] = 'ListParagraph'
}

function withBlocks(box: Element, children: ElementContent[]): ElementContent[] {
  const content = childNamed(box, 'w:sdtContent')
  if (content) content.children = children
  return [box]
}

function noteOf(
  paragraph: Element,
  line: ListLine | null,
  open: readonly ListLine[],
  { styles }: Context,
): Note {
  const properties = at(paragraph, 'w:pPr')
  const align = aligned[settingOf(at(properties, 'w:jc')) ?? '']
  const inside = line ? undefined : depthAt(ownIndent(properties, styles), open)
  return {
    ...(line?.number !== null && line && { number: line.number }),
    ...(align && { align }),
    ...(inside !== undefined && { inside }),
  }
}

const aligned: Record<string, Note['align']> = {
  start: 'start',
  left: 'start',
  center: 'center',
  end: 'end',
  right: 'end',
}

/** A style's indent counts where the style is one of lists. */
function ownIndent(properties: Element | undefined, styles: WordStyles): number | undefined {
  const own = indentOf(at(properties, 'w:ind'))
  const style = settingOf(at(properties, 'w:pStyle'))
  if (own !== undefined || !/^list /i.test(styles.nameOf(style))) return own
  return indentOf(styles.propertyOf(style, 'w:ind'))
}

/** How deep the item is whose words begin where this does. */
function depthAt(indent: number | undefined, open: readonly ListLine[]): number | undefined {
  if (!indent || indent <= 0) return undefined
  const depth = open.filter((line) => line.indent > 0 && line.indent <= indent + 60).length
  return depth > 0 ? depth : undefined
}

const indentOfTable = (table: Element): number | undefined => {
  const width = Number(attributeOf(at(table, 'w:tblPr', 'w:tblInd'), 'w:w'))
  return Number.isFinite(width) ? width : undefined
}

function depthOfBox(content: readonly ElementContent[], open: readonly ListLine[]): Note {
  const [first] = content.flatMap((child) => (child.type === 'element' ? [child] : []))
  if (!first) return {}
  const indent = isNamed(first, 'w:tbl')
    ? indentOfTable(first)
    : indentOf(at(first, 'w:pPr', 'w:ind'))
  const inside = depthAt(indent, open)
  return inside === undefined ? {} : { inside }
}

function paragraph(element: Element, note: Note, context: Context): ElementContent[] {
  asDrawn(
    element,
    (name) => skip(context.into, name, 'unknown-kind'),
    (inner) => prepareBlocks(inner, context, {}),
  )
  if (isRule(element)) return [paragraphOf(ruleStyle)]
  const maths = asMaths(element)
  if (maths !== null) return maths
  if (Object.keys(note).length === 0) return [element]
  const place = element.children.findIndex((child) => isNamed(child, 'w:pPr')) + 1
  element.children.splice(place, 0, noteRun(note))
  return [element]
}

/** Formulas of a line stay in it; one that stands alone is a block. */
function asMaths(paragraph: Element): ElementContent[] | null {
  const formulas = below(paragraph, 'm:oMath')
  if (formulas.length === 0) return null
  const isAlone =
    textBelow(paragraph, 'w:t').trim() === '' && below(paragraph, 'a:blip').length === 0
  if (isAlone && childNamed(paragraph, 'm:oMathPara'))
    return formulas.map((formula) => paragraphOf(mathsStyle, runOf('', latexOf(formula))))
  replaceMaths(paragraph)
  return [paragraph]
}

function replaceMaths(parent: Element): void {
  parent.children = parent.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child]
    if (child.name === 'm:oMath') return [runOf(mathsStyle, latexOf(child))]
    replaceMaths(child)
    return child.name === 'm:oMathPara' ? child.children : [child]
  })
}

const isEmpty = (paragraph: Element) =>
  textBelow(paragraph, 'w:t').trim() === '' &&
  !['w:drawing', 'w:pict', 'w:object', 'm:oMath'].some((name) => below(paragraph, name).length > 0)

/** An empty paragraph with a line below or above it, or a line that Word drew. */
function isRule(paragraph: Element): boolean {
  if (below(paragraph, 'v:rect').some(({ attributes }) => attributes['o:hr'] === 't')) return true
  const borders = at(paragraph, 'w:pPr', 'w:pBdr')
  const line = at(borders, 'w:bottom') ?? at(borders, 'w:top')
  const isLine = line !== undefined && !['none', 'nil'].includes(settingOf(line) ?? 'none')
  return isLine && !at(borders, 'w:left') && isEmpty(paragraph)
}

/** Twentieths of a point in a pixel. */
const perPixel = 15

function table(element: Element, context: Context, inside: number | undefined): Element[] {
  const isFixed = attributeOf(at(element, 'w:tblPr', 'w:tblLayout'), 'w:type') === 'fixed'
  const grid = childrenNamed(at(element, 'w:tblGrid'), 'w:gridCol').map((column) =>
    Math.round(Number(attributeOf(column, 'w:w')) / perPixel),
  )
  let first: Note = inside === undefined ? {} : { inside }
  for (const row of childrenNamed(element, 'w:tr')) {
    let column = Number(settingOf(at(row, 'w:trPr', 'w:gridBefore')) ?? 0) || 0
    for (const cell of below(row, 'w:tc').filter((one) => isIn(row, one))) {
      const across = Number(settingOf(at(cell, 'w:tcPr', 'w:gridSpan')) ?? 1) || 1
      const widths = grid.slice(column, column + across)
      column += across
      const isWide = isFixed && widths.length === across && widths.every((width) => width > 0)
      prepareBlocks(cell, context, { ...first, ...(isWide && { widths }) })
      first = {}
    }
  }
  return [element]
}

/** Cells stand in rows, or in what Word binds to data. */
const isIn = (row: Element, cell: Element): boolean =>
  row.children.includes(cell) ||
  row.children.some(
    (child) =>
      isNamed(child, 'w:sdt') && childNamed(child, 'w:sdtContent')?.children.includes(cell),
  )
