/** Notion writes every line of a list as a list of its own. */
import { elementsIn, type Parent, styled } from '@atelier/shared/docs/hast-walk'
import { isElement, propertyOf } from '@atelier/shared/docs/reading-hast'
import type { Element, ElementContent, Root } from 'hast'

/** Changes the tree. */
export function joinNotionLists(root: Root): Root {
  for (const parent of [root, ...elementsIn(root)]) {
    parent.children = joined(unwrapped(parent))
  }
  return root
}

/** Newer exports put each block into a box that is not drawn. */
function unwrapped(parent: Parent): ElementContent[] {
  return (parent.children as ElementContent[]).flatMap((child) =>
    isElement(child, 'div') && styled(child, 'display') === 'contents' ? unwrapped(child) : [child],
  )
}

function joined(children: readonly ElementContent[]): ElementContent[] {
  const found: ElementContent[] = []
  for (const child of children) {
    const last = found.findLast((one) => one.type !== 'text' || one.value.trim() !== '')
    if (last && isElement(child) && goesOn(last, child))
      (last as Element).children.push(...child.children)
    else found.push(child)
  }
  return found
}

function goesOn(list: ElementContent, more: Element): boolean {
  if (!isElement(list, 'ul', 'ol') || list.tagName !== more.tagName) return false
  if (propertyOf(list, 'className') !== propertyOf(more, 'className')) return false
  if (more.tagName === 'ul') return true
  const lines = list.children.filter((child) => isElement(child, 'li')).length
  return startOf(more) === startOf(list) + lines
}

const startOf = (list: Element): number => Number.parseInt(propertyOf(list, 'start'), 10) || 1
