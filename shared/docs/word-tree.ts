/**
 * What Word puts into the clipboard, as HTML means it: its lists are paragraphs that only look like
 * one, and between the words stands what only Word understands.
 */
import type { Element, ElementContent } from 'hast'
import {
  elementsIn,
  hasClass,
  made,
  type Parent,
  plainText,
  removeAll,
  styled,
  styleOf,
} from './hast-walk'
import { boxIn } from './page-tree'
import { isElement, propertyOf } from './reading-hast'

const signs =
  /urn:schemas-microsoft-com:office|<meta[^>]+(?:microsoft word|word\.document)|class="?Mso|mso-[a-z]+-?[a-z]*:/i
const signLength = 100_000

export const isFromWord = (html: string): boolean => signs.test(html.slice(0, signLength))

export function tidyWord(root: Parent): void {
  for (const parent of parentsIn(root))
    parent.children = withLists(parent.children as ElementContent[])
  removeAll(root, isJunk)
  for (const element of elementsIn(root)) {
    forgetStyle(element)
    if (element.tagName === 'p') nameParagraph(element)
    else if (element.tagName === 'ins' && 'dateTime' in element.properties) element.tagName = 'span'
    else if (element.tagName === 'a') forgetNote(element)
  }
}

const parentsIn = (root: Parent): Parent[] => [root, ...elementsIn(root)]

/** `mso-bidi-font-weight:normal` says nothing about the weight of these letters. */
function forgetStyle(element: Element): void {
  const style = styleOf(element)
  if (/mso-(?!outline)/i.test(style)) {
    element.properties.style = style.replace(/mso-(?!outline)[\w-]+\s*:[^;]*;?/gi, '')
  }
}

/** Notes of reviewers, what was deleted, tables of contents with their pages, and Word's own tags. */
function isJunk(element: Element): boolean {
  const { tagName } = element
  if (/^(v|w|m|st1):/.test(tagName) || tagName === 'xml') return true
  if (tagName === 'del' && 'dateTime' in element.properties) return true
  if (hasClass(element, /^MsoToc/i) || hasClass(element, /^MsoCommentReference$/i)) return true
  if (styled(element, 'mso-element') === 'comment-list') return true
  if (styled(element, 'mso-element') === 'header' || styled(element, 'mso-element') === 'footer')
    return true
  return styled(element, 'mso-hide') === 'all' || /mso-list:\s*ignore/i.test(styleOf(element))
}

function nameParagraph(element: Element): void {
  if (hasClass(element, /^MsoTitle/)) element.tagName = 'h1'
  else if (hasClass(element, /^Mso(Intense)?Quote/)) {
    element.children = [made('p', element.children)]
    element.tagName = 'blockquote'
  } else {
    const level = Number.parseInt(styled(element, 'mso-outline-level'), 10)
    if (level >= 1 && level <= 6) element.tagName = `h${level}`
  }
}

/** A footnote's number stays; it leads nowhere here. */
function forgetNote(link: Element): void {
  if (/^#?_(ftn|edn)(ref)?\d+$/.test(propertyOf(link, 'href'))) {
    link.tagName = 'sup'
    link.properties = {}
  }
}

type Line = { item: Element; level: number; isOrdered: boolean; start: number; list: string }

/** Runs of paragraphs that look like a list, as lists in lists. */
function withLists(children: ElementContent[]): ElementContent[] {
  const result: ElementContent[] = []
  let run: Line[] = []
  const endRun = () => {
    if (run.length > 0) result.push(...listsOf(run))
    run = []
  }
  for (const child of children) {
    const line = isElement(child, 'p', 'div') ? lineOf(child) : null
    if (line) run.push(line)
    // Between two lines of one list stands nothing but an end of line.
    else if (child.type !== 'text' || child.value.trim() !== '') {
      endRun()
      result.push(child)
    }
  }
  endRun()
  return result
}

function lineOf(element: Element): Line | null {
  const [, list, level] = /\bmso-list:\s*(l\d+)\s+level(\d+)/i.exec(styleOf(element)) ?? []
  if (list === undefined || level === undefined) return lineByClass(element)
  const sign = signOf(element)
  const start = Number.parseInt(sign, 10)
  return {
    item: made('li', [made('p', element.children, textAlignOf(element))]),
    level: Math.min(9, Math.max(1, Number(level))),
    // "1.", "(a)", "iv)"; a bullet is a letter of a font of signs: "·", "o", "§".
    isOrdered: /^\(?(\d+|[a-z]|[ivxlcdm]+)[.)]/i.test(sign),
    start: Number.isNaN(start) ? 1 : start,
    list,
  }
}

/** Word on the web and on phones leaves no numbers of lists, only what a line begins with. */
function lineByClass(element: Element): Line | null {
  if (!hasClass(element, /^MsoListParagraph/)) return null
  const box = boxIn(element)
  const sign = box ? '' : takeSign(element)
  if (!box && sign === '') return null
  const isOrdered = /\d/.test(sign)
  return {
    item: made('li', [made('p', box ? [box, ...element.children] : element.children)]),
    level: 1,
    isOrdered,
    start: isOrdered ? Number.parseInt(sign, 10) : 1,
    list: 'by-class',
  }
}

const textAlignOf = (element: Element): Element['properties'] => {
  const align = styled(element, 'text-align') || propertyOf(element, 'align')
  return align ? { align } : {}
}

/** What Word draws before a line, in a span of its own that says "ignore me". */
function signOf(element: Element): string {
  for (const inner of elementsIn(element)) {
    if (/mso-list:\s*ignore/i.test(styleOf(inner))) return plainText(inner)
  }
  return ''
}

/** "·" or "1." at the beginning of a line's first text, taken out. */
function takeSign(element: Element): string {
  for (const inner of [element, ...elementsIn(element)]) {
    const first = inner.children.find((child) => child.type === 'text' && child.value.trim() !== '')
    if (first?.type !== 'text') continue
    const [all, sign] = /^\s*([·•§o▪‣-]|\d{1,3}[.)])[\s\u00a0]+/.exec(first.value) ?? []
    if (all === undefined || sign === undefined) return ''
    first.value = first.value.slice(all.length)
    return sign
  }
  return ''
}

function listsOf(run: readonly Line[]): Element[] {
  const tops: Element[] = []
  /** The open list of each level, and which of Word's lists it is. */
  let open: { list: Element; line: Line }[] = []
  for (const line of run) {
    open = open.filter((one) => one.line.level <= line.level)
    const last = open.at(-1)
    const isSame =
      last?.line.level === line.level &&
      last.line.isOrdered === line.isOrdered &&
      (line.level > 1 || last.line.list === line.list)
    if (isSame) {
      last.list.children.push(line.item)
      continue
    }
    if (last?.line.level === line.level) open.pop()
    const list = made(line.isOrdered ? 'ol' : 'ul', [line.item], { start: line.start })
    const around = open.at(-1)?.list.children.at(-1)
    if (around && isElement(around)) around.children.push(list)
    else tops.push(list)
    open.push({ list, line })
  }
  return tops
}
