/** Writes ProseMirror JSON into a Y.XmlFragment the way the editor's binding does, without a schema. */
import * as Y from 'yjs'
import { refuse } from '../refusals'

export type RichNode = {
  type: string
  attrs?: Record<string, unknown>
  content?: readonly RichNode[]
  text?: string
  marks?: readonly { type: string; attrs?: Record<string, unknown> }[]
}

const deepest = 32

/** A string becomes one paragraph for every block between blank lines. */
export function toRichNodes(text: string | readonly RichNode[]): readonly RichNode[] {
  if (typeof text !== 'string') return text
  const blocks = text.split(/\n\s*\n/).filter((block) => block.trim() !== '')
  return blocks.map((block) => ({
    type: 'paragraph',
    content: [{ type: 'text', text: block.trim() }],
  }))
}

/** For a fragment that is in no document yet or empty. Deeper than 32 levels is refused. */
export function toYjs(nodes: readonly RichNode[], depth = 0): (Y.XmlElement | Y.XmlText)[] {
  if (depth > deepest) refuse('too-large')
  const written: (Y.XmlElement | Y.XmlText)[] = []
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index] as RichNode
    if (node.type !== 'text') {
      written.push(toElement(node, depth))
      continue
    }
    const run = nodes.slice(index).findIndex((next) => next.type !== 'text')
    const texts = run < 0 ? nodes.slice(index) : nodes.slice(index, index + run)
    written.push(toText(texts))
    index += texts.length - 1
  }
  return written
}

function toElement(node: RichNode, depth: number): Y.XmlElement {
  const element = new Y.XmlElement(node.type)
  for (const [name, value] of Object.entries(node.attrs ?? {}))
    if (value !== null && value !== undefined) element.setAttribute(name, value as string)
  element.insert(0, toYjs(node.content ?? [], depth + 1))
  return element
}

function toText(texts: readonly RichNode[]): Y.XmlText {
  const text = new Y.XmlText()
  text.applyDelta(
    texts.map((part) => ({
      insert: part.text ?? '',
      attributes: Object.fromEntries((part.marks ?? []).map((m) => [m.type, m.attrs ?? {}])),
    })),
  )
  return text
}
