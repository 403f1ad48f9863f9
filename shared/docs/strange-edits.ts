/**
 * What no editor ever writes into a text: maps, hooks, bare values, letters outside of any block.
 * The editor's binding throws over it, so it is taken out before the binding looks.
 */
import * as Y from 'yjs'

// biome-ignore lint/suspicious/noExplicitAny: every kind of shared type
type AnyType = Y.AbstractType<any>

/** Looks at all that is in `types`, or with a `transaction` only at what came with that one. */
export function removeStrange(types: Iterable<AnyType>, transaction?: Y.Transaction): void {
  const strange = [...findStrange(types, transaction)]
  const doc = strange[0]?.parent instanceof Y.AbstractType ? strange[0].parent.doc : null
  doc?.transact((removing) => {
    for (const item of strange) item.delete(removing)
  })
}

function* findStrange(types: Iterable<AnyType>, transaction?: Y.Transaction): Iterable<Y.Item> {
  const waiting = [...types].filter((type) => type instanceof Y.XmlFragment)
  for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
    for (let item = type._start; item !== null; item = item.right) {
      if (item.deleted || (transaction && !cameWith(item, transaction))) continue
      const child = item.content instanceof Y.ContentType ? item.content.type : null
      if (!mayStandIn(type, child)) yield item
      else if (child instanceof Y.XmlElement) waiting.push(child)
    }
  }
}

function mayStandIn(parent: AnyType, child: AnyType | null): boolean {
  if (child instanceof Y.XmlText) return parent instanceof Y.XmlElement
  return child instanceof Y.XmlElement && child.nodeName !== 'text'
}

export const cameWith = ({ id }: Y.Item, { beforeState }: Y.Transaction): boolean =>
  id.clock >= (beforeState.get(id.client) ?? 0)
