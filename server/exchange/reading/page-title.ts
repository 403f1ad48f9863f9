/** What a page of HTML is called: by its first heading, or else by its head. */
import { isElement, textIn } from '@atelier/shared/docs/reading-hast'
import type { Element, Nodes, Root } from 'hast'

/** `rest` is the page without the heading that is its title. */
export function titleOfPage(page: Root): { title: string | null; rest: Root } {
  const heading = firstOf(page, 'h1')
  if (heading) {
    const text = plain(textIn(heading))
    if (text !== '') return { title: text, rest: without(page, heading) }
  }
  const named = firstOf(page, 'title')
  const text = named ? plain(textIn(named)) : ''
  return { title: text === '' ? null : text, rest: page }
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

function firstOf(root: Root, tagName: string): Element | undefined {
  const waiting: Nodes[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isElement(node, tagName)) return node
    if ('children' in node) waiting.push(...[...node.children].reverse())
  }
  return undefined
}

function without(page: Root, left: Element): Root {
  left.tagName = 'template'
  return page
}
