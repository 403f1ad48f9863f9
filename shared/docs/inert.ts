/**
 * What stands for content nobody here knows: of a newer page, or of somebody who writes what no editor
 * does. It shows its words and does nothing. It never gets into a room: there stays what it stands for.
 */
import { type JSONContent, Node } from '@tiptap/core'
import type { Node as DocNode } from '@tiptap/pm/model'
import { type Loose, wordsIn } from './loose-node'

const longestWords = 5000

const inertNames = ['inertBlock', 'inertInline'] as const

export const isInertName = (name: string): boolean => inertNames.some((inert) => inert === name)

/** All of an unknown element, as JSON. */
export const sourceOf = (node: DocNode): Loose => {
  if (isInertName(node.type.name)) return (node.attrs.source ?? {}) as Loose
  if (node.isText) return { type: 'text', text: node.text, marks: marksOf(node) }
  return { type: node.type.name, attrs: node.attrs, content: node.children.map(sourceOf) }
}

const marksOf = ({ marks }: DocNode): JSONContent['marks'] =>
  marks.map(({ type, attrs }) => ({ type: type.name, attrs }))

export const inertWords = ({ attrs }: DocNode): string =>
  wordsIn((attrs.source ?? {}) as Loose).slice(0, longestWords)

const inert = {
  atom: true,
  addAttributes: () => ({ source: { default: null, rendered: false } }),
  renderText: ({ node }: { node: DocNode }) => inertWords(node),
}

export const InertBlock = Node.create({
  ...inert,
  name: 'inertBlock',
  group: 'block',
  draggable: true,
  renderHTML: ({ node }) => ['div', { 'data-inert': '' }, inertWords(node)],
})

export const InertInline = Node.create({
  ...inert,
  name: 'inertInline',
  group: 'inline',
  inline: true,
  renderHTML: ({ node }) => ['span', { 'data-inert': '' }, inertWords(node)],
})
