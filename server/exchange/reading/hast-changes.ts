/** Small changes to HTML's tree, for the readers of other programs' pages. */
import { classesOf, isElement } from '@atelier/shared/docs/reading-hast'
import type { Element, ElementContent, Nodes, Root } from 'hast'

/** Calls `change` for every element, outer ones first; it may change the element, also its children. */
export function eachElement(root: Root, change: (element: Element) => void): Root {
  const waiting: Nodes[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isElement(node)) change(node)
    if ('children' in node) waiting.push(...[...node.children].reverse())
  }
  return root
}

export const hasClass = (element: Element, name: string): boolean =>
  classesOf(element).includes(name)

export function findElement(root: Nodes, is: (element: Element) => boolean): Element | null {
  const waiting: Nodes[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isElement(node) && is(node)) return node
    if ('children' in node) waiting.push(...[...node.children].reverse())
  }
  return null
}

export const el = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
})

/** Nothing of it is read any more. */
export const drop = (element: Element) =>
  Object.assign(element, { tagName: 'template', children: [] })

export const checkbox = (checked: boolean): Element =>
  el('input', { type: 'checkbox', ...(checked && { checked }) }, [])
