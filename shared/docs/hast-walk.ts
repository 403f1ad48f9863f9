/** Ways through HTML's tree that no depth can overflow. */
import type { Element, ElementContent, Nodes, Root } from 'hast'
import { classesOf, isElement, propertyOf, textIn } from './reading-hast'

export type Parent = Root | Element

/** Every element below `root`, those further up before those in them. */
export function* elementsIn(root: Parent): Generator<Element> {
  const waiting: Nodes[] = [...root.children].reverse()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isElement(node)) continue
    yield node
    for (let at = node.children.length - 1; at >= 0; at--) {
      waiting.push(node.children[at] as Nodes)
    }
  }
}

/** Takes out what `isJunk` says, with all that is in it. */
export function removeAll(root: Parent, isJunk: (element: Element) => boolean): void {
  const parents: Parent[] = [root]
  for (let parent = parents.pop(); parent !== undefined; parent = parents.pop()) {
    const kept = parent.children.filter((child) => !isElement(child) || !isJunk(child))
    if (kept.length < parent.children.length) parent.children = kept as ElementContent[]
    for (const child of kept) if (isElement(child)) parents.push(child)
  }
}

export const styleOf = (element: Element): string => propertyOf(element, 'style')

/** One value of its own style, in small letters; '' where there is none. */
export const styled = (element: Element, name: string): string =>
  new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]*)`, 'i')
    .exec(styleOf(element))?.[1]
    ?.trim()
    .toLowerCase() ?? ''

export const hasClass = (element: Element, wanted: RegExp): boolean =>
  classesOf(element).some((name) => wanted.test(name))

export const plainText = (node: Nodes): string =>
  textIn(node)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()

export const made = (
  tagName: string,
  children: ElementContent[],
  properties: Element['properties'] = {},
): Element => ({ type: 'element', tagName, properties, children })
