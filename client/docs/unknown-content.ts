/**
 * Content from a newer schema (S14). The editor binding deletes elements and marked text it does
 * not know, so an editor may only be bound to a fragment in which everything is known, and must
 * be let go before the binding sees something new.
 */
import { cameWith } from '@atelier/shared/docs/strange-edits'
import type { Schema } from '@tiptap/pm/model'
import * as Y from 'yjs'

/** The binding tells two marks of one kind apart by such an ending. */
const markEnding = /--[a-zA-Z0-9+/=]{8}$/

// biome-ignore lint/suspicious/noExplicitAny: every kind of shared type
type AnyType = Y.AbstractType<any>

/** With a `transaction` it looks only at what came with that one. */
export function hasUnknownContent(
  roots: Iterable<AnyType>,
  schema: Schema,
  transaction?: Y.Transaction,
): boolean {
  const waiting = [...roots]
  for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
    if (type instanceof Y.XmlElement && !(type.nodeName in schema.nodes)) return true
    for (let item = type._start; item !== null; item = item.right) {
      if (item.deleted || (transaction && !cameWith(item, transaction))) continue
      if (item.content instanceof Y.ContentFormat && !isKnownMark(item.content.key, schema)) {
        return true
      }
      if (item.content instanceof Y.ContentType) waiting.push(item.content.type)
    }
  }
  return false
}

const isKnownMark = (key: string, schema: Schema) =>
  key === 'ychange' || key.replace(markEnding, '') in schema.marks

/** Calls `onUnknown` before any observer, the binding's included, hears of unknown content. */
export function watchUnknownContent(doc: Y.Doc, schema: Schema, onUnknown: () => void): () => void {
  const look = (transaction: Y.Transaction) => {
    if (transaction.local) return
    const rich = [...transaction.changed.keys()].filter(
      (type) => type instanceof Y.XmlFragment || type instanceof Y.XmlText,
    )
    if (hasUnknownContent(rich, schema, transaction)) onUnknown()
  }
  doc.on('beforeObserverCalls', look)
  return () => doc.off('beforeObserverCalls', look)
}
