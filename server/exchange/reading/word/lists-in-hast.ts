/** Lists as Word means them: its numbers, and what goes on in an item without a sign of its own. */

import { made, type Parent } from '@atelier/shared/docs/hast-walk'
import { isElement } from '@atelier/shared/docs/reading-hast'
import type { Element, ElementContent } from 'hast'
import type { Note } from './word-notes'

type Notes = ReadonlyMap<Element, Note>

/** Changes `parent`, whose children are settled. */
export function settleLists(parent: Parent, notes: Notes): void {
  const settled: ElementContent[] = []
  for (const child of parent.children as ElementContent[]) {
    const last = lastElement(settled)
    const depth = isElement(child) ? insideOf(child, notes) : undefined
    if (last && depth !== undefined && takeIn(last, child as Element, depth)) continue
    if (last && isElement(child) && isGoingOn(last, child, notes)) append(last, child)
    else settled.push(child)
  }
  parent.children = settled
    .flatMap(unwrapped)
    .flatMap((child): ElementContent[] =>
      isElement(child, 'ol') ? inNumbers(child, notes) : [child],
    )
}

const isList = (node: ElementContent | undefined): node is Element =>
  node !== undefined && isElement(node, 'ul', 'ol')

function lastElement(nodes: readonly ElementContent[]): Element | undefined {
  const last = nodes.findLast((node) => node.type !== 'text' || node.value.trim() !== '')
  return last && isElement(last) ? last : undefined
}

/** Of a table in the first paragraph of its first cell. */
function insideOf(element: Element, notes: Notes): number | undefined {
  const depth = notes.get(element)?.inside
  if (depth !== undefined || element.tagName !== 'table') return depth
  let first: Element | undefined = element
  while (first && first.tagName !== 'td' && first.tagName !== 'th')
    first = first.children.find((child): child is Element => isElement(child))
  const line = first?.children.find((child): child is Element => isElement(child))
  return line && notes.get(line)?.inside
}

function lastItem(list: Element): Element | undefined {
  return list.children.findLast((child): child is Element => isElement(child, 'li'))
}

/** Lists that Word interrupted by what belongs into their last item. */
const goingOn = new WeakSet<Element>()

function takeIn(list: Element, child: Element, depth: number): boolean {
  if (!isList(list)) return false
  let item = lastItem(list)
  for (let level = 1; item && level < depth; level++) {
    const inner = lastElement(item.children)
    item = isList(inner) ? lastItem(inner) : item
  }
  if (!item) return false
  if (!item.children.some((one) => isElement(one, 'p')))
    item.children = [made('p', withoutLists(item.children)), ...listsAmong(item.children)]
  item.children.push(child)
  goingOn.add(list)
  return true
}

const listsAmong = (nodes: readonly ElementContent[]): Element[] =>
  nodes.filter((node): node is Element => isList(node))
const withoutLists = (nodes: readonly ElementContent[]) => nodes.filter((node) => !isList(node))

function isGoingOn(last: Element, child: Element, notes: Notes): boolean {
  if (!isList(last) || !isList(child) || !goingOn.has(last)) return false
  if (isWrapper(child)) return true
  if (last.tagName !== child.tagName) return false
  const [first] = child.children.filter((one): one is Element => isElement(one, 'li'))
  const number = first && notes.get(first)?.number
  return number === undefined || number === numberAfter(last, notes)
}

/** Made by mammoth where a list begins at a deeper level. */
function isWrapper(list: Element): boolean {
  const [first] = list.children
  return first !== undefined && isElement(first, 'li') && first.children.every(isList)
}

/** A list that begins at a deeper level, and has nothing above it. */
function unwrapped(child: ElementContent): ElementContent[] {
  if (!isList(child) || child.children.length !== 1 || !isWrapper(child)) return [child]
  return (child.children[0] as Element).children.flatMap(unwrapped)
}

function append(list: Element, more: Element): void {
  const item = lastItem(list)
  if (!isWrapper(more) || !item) {
    list.children.push(...more.children)
    return
  }
  const [wrapper, ...rest] = more.children
  for (const inner of (wrapper as Element).children.filter((one) => isList(one))) {
    const last = lastElement(item.children)
    if (isList(last) && (last.tagName === inner.tagName || isWrapper(inner))) append(last, inner)
    else item.children.push(inner)
  }
  list.children.push(...rest)
}

function numberAfter(list: Element, notes: Notes): number | undefined {
  let number: number | undefined
  for (const item of list.children.filter((one): one is Element => isElement(one, 'li')))
    number = notes.get(item)?.number ?? (number === undefined ? undefined : number + 1)
  return number === undefined ? undefined : number + 1
}

/** A list begins anew where the numbers do. */
function inNumbers(list: Element, notes: Notes): Element[] {
  const lists: Element[] = []
  let expected: number | undefined
  for (const child of list.children) {
    const number = isElement(child, 'li') ? notes.get(child)?.number : undefined
    if (lists.length === 0 || (number !== undefined && number !== expected))
      lists.push(made('ol', [], number === undefined ? {} : { start: number }))
    lists.at(-1)?.children.push(child)
    if (isElement(child, 'li')) expected = (number ?? expected ?? 1) + 1
  }
  return lists
}
