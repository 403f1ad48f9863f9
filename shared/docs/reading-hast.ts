/** What the readers of HTML's tree share. */
import type { JSONContent } from '@tiptap/core'
import type { Element, Nodes } from 'hast'
import type { Loose } from './loose-node'

/** What an address in a text leads to. */
export type Place =
  | { picture: { file: string; pixelWidth?: number | null; pixelHeight?: number | null } }
  | { attachment: { file: string; name: string; mime: string; size: number } }
  | { href: string }

export type ReadingWishes = {
  /** Null leaves the words only; left out, or undefined, leaves the address as it is. */
  at?(address: string): Place | null | undefined
  /** Whether spaces and ends of lines count as in HTML, or stand as they are. */
  spaces: 'collapse' | 'keep'
}

export type Mark = NonNullable<JSONContent['marks']>[number]
export type Context = { wishes: ReadingWishes; marks: readonly Mark[]; depth: number }

/** Stand in a line until whoever reads the line takes them out. */
export type Item =
  | Loose
  | { type: 'box'; checked: boolean }
  | { type: 'task'; attrs: { assignee?: string; due?: string } }
  | { type: 'attached'; words: string; content: Loose[] }

export const propertyOf = (element: Element, name: string): string => {
  const value = element.properties[name]
  return Array.isArray(value)
    ? value.join(' ')
    : value === undefined || value === null
      ? ''
      : String(value)
}

export const classesOf = (element: Element): string[] =>
  propertyOf(element, 'className').split(/\s+/)

export const isElement = (node: Nodes, ...tagNames: string[]): node is Element =>
  node.type === 'element' && (tagNames.length === 0 || tagNames.includes(node.tagName))

/** All text in it, at any depth. */
export function textIn(root: Nodes): string {
  const waiting: Nodes[] = [root]
  let text = ''
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'text') text += node.value
    else if (isElement(node, 'br')) text += '\n'
    else if ('children' in node)
      for (let at = node.children.length - 1; at >= 0; at--)
        waiting.push(node.children[at] as Nodes)
  }
  return text
}
