/** The same thing in two documents of which one contains the other. */
import * as Y from 'yjs'
import type { IdRange } from './id-ranges'

// biome-ignore lint/suspicious/noExplicitAny: every kind of shared type
export type AnyType = Y.AbstractType<any>

/** What `doc` has under this id, or null when it does not know it, or has swept it away. */
export function structAt(doc: Y.Doc, { client, clock }: Y.ID): Y.Item | null {
  const structs = doc.store.clients.get(client)
  if (!structs || clock >= Y.getState(doc.store, client)) return null
  const found = structs[Y.findIndexSS(structs, clock)]
  return found instanceof Y.Item ? found : null
}

export const typeIn = (item: Y.Item | null): AnyType | null =>
  item && !item.deleted && item.content instanceof Y.ContentType ? item.content.type : null

/** Null when it is not there, or deleted. */
export function sameType(type: AnyType, doc: Y.Doc): AnyType | null {
  const { _item: item } = type
  if (item === null) return doc.share.get(Y.findRootTypeKey(type)) ?? null
  return typeIn(structAt(doc, item.id))
}

export function* itemsOf(type: AnyType): Generator<Y.Item> {
  for (let item = type._start; item !== null; item = item.right) yield item
}

/** A range of ids with all that lies in it. */
export function allWithin(doc: Y.Doc, range: IdRange): IdRange[] {
  const type = typeIn(structAt(doc, Y.createID(range.client, range.clock)))
  return type ? [range, ...insideOf(type)] : [range]
}

function insideOf(type: AnyType): IdRange[] {
  const items = [...itemsOf(type), ...type._map.values()]
  return items.flatMap((item) => {
    const { client, clock } = item.id
    const inner = typeIn(item)
    return [{ client, clock, length: item.length }, ...(inner ? insideOf(inner) : [])]
  })
}

/** Part of an item, and the living item of another document it is part of, if it is. */
export type Stretch = { id: Y.ID; offset: number; length: number; other: Y.Item | null }

export function* stretchesOf({ id, length }: Y.Item, other: Y.Doc): Generator<Stretch> {
  for (let offset = 0; offset < length; ) {
    const at = Y.createID(id.client, id.clock + offset)
    const isKnown = at.clock < Y.getState(other.store, at.client)
    const known = isKnown ? structAt(other, at) : null
    const end = isKnown ? endOf(other, at) : id.clock + length
    const until = Math.min(end - id.clock, length)
    const living = known && !known.deleted ? known : null
    yield { id: at, offset, length: until - offset, other: living }
    offset = until
  }
}

function endOf({ store }: Y.Doc, { client, clock }: Y.ID): number {
  const structs = store.clients.get(client) ?? []
  const struct = structs[Y.findIndexSS(structs, clock)]
  return struct ? struct.id.clock + struct.length : clock + 1
}
