/** Small changes to HTML's tree, for the readers of other programs' pages. */
import { elementsIn, made, type Parent } from '@atelier/shared/docs/hast-walk'
import { isElement } from '@atelier/shared/docs/reading-hast'
import type { Element } from 'hast'

/** The first one, `root` itself among them. */
export function findElement(root: Parent, is: (element: Element) => boolean): Element | null {
  if (isElement(root) && is(root)) return root
  for (const element of elementsIn(root)) if (is(element)) return element
  return null
}

/** Nothing of it is read any more. */
export const drop = (element: Element) =>
  Object.assign(element, { tagName: 'template', children: [] })

export const checkbox = (checked: boolean): Element =>
  made('input', [], { type: 'checkbox', ...(checked && { checked }) })
