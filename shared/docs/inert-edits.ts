/** Where an editor has moved something inert, it has written what shows it: back comes what it stands for. */
import * as Y from 'yjs'
import { limits } from '../sync/limits'
import { isInertName } from './inert'
import { attrsOf, childrenOf, type Loose } from './loose-node'
import { cameWith } from './strange-edits'

/** `write` and what it asks for, as one edit. */
export function writeWithInert(
  { doc, mapping }: { doc: Y.Doc; mapping: Map<unknown, unknown> },
  write: () => void,
  origin: unknown,
): void {
  doc.transact((transaction) => {
    write()
    putBackInert(transaction, mapping)
  }, origin)
}

/** In what this transaction has written. `mapping` is the binding's. */
export function putBackInert(
  transaction: Y.Transaction,
  mapping: Map<unknown, unknown> = new Map(),
): void {
  for (const shown of [...shownIn(transaction)]) {
    const { parent } = shown
    const real = elementOf(shown.getAttribute('source') as unknown, 0)
    if (!real || !(parent instanceof Y.XmlFragment)) continue
    const at = parent.toArray().indexOf(shown)
    parent.insert(at, [real])
    parent.delete(at + 1, 1)
    mapping.set(real, mapping.get(shown))
    mapping.delete(shown)
  }
}

function* shownIn(transaction: Y.Transaction): Iterable<Y.XmlElement> {
  const waiting: unknown[] = [...transaction.changed.keys()]
  for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
    if (!(type instanceof Y.XmlFragment)) continue
    for (let item = type._start; item !== null; item = item.right) {
      if (item.deleted || !cameWith(item, transaction)) continue
      const child = item.content instanceof Y.ContentType ? item.content.type : null
      if (child instanceof Y.XmlElement && isInertName(child.nodeName)) yield child
      else waiting.push(child)
    }
  }
}

function elementOf(source: unknown, depth: number): Y.XmlElement | null {
  const { type } = (source ?? {}) as Loose
  if (typeof type !== 'string' || depth > limits.depth) return null
  const element = new Y.XmlElement(type)
  for (const [name, value] of Object.entries(attrsOf(source as Loose))) {
    if (value !== null && value !== undefined) element.setAttribute(name, value as string)
  }
  element.insert(0, contentOf(childrenOf(source), depth + 1))
  return element
}

/** Texts beside each other are one. */
function contentOf(children: readonly Loose[], depth: number): (Y.XmlElement | Y.XmlText)[] {
  const content: (Y.XmlElement | Y.XmlText)[] = []
  let line: { insert: string; attributes: Record<string, unknown> }[] = []
  const endLine = () => {
    const words = new Y.XmlText()
    words.applyDelta(line)
    if (line.length > 0) content.push(words)
    line = []
  }
  for (const child of children) {
    if (child.type === 'text') line.push(...pieceOf(child))
    else {
      endLine()
      const element = elementOf(child, depth)
      if (element) content.push(element)
    }
  }
  endLine()
  return content
}

function pieceOf({ text, marks }: Loose) {
  if (typeof text !== 'string' || text === '') return []
  const names = childrenOf({ content: marks }).map((mark) => [String(mark.type), attrsOf(mark)])
  return [{ insert: text, attributes: Object.fromEntries(names) as Record<string, unknown> }]
}
