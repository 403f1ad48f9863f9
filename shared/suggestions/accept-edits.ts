/** Writes into a doc what a fork suggests, spot by spot. */
import * as Y from 'yjs'
import { docTitle } from '../docs/doc'
import { elementAt } from './fork-edits'
import { type IdRange, type IdSet, idSetOf } from './id-ranges'
import { deepestContent } from './node-content'
import { plainAttributes } from './plain-value'
import { type AnyType, itemsOf, sameType, structAt, typeIn } from './same-type'
import type { Spot, Suggestion } from './suggestion'

/** `suggested` is what `suggestion` was read from; `doc` may have been written on since then. */
export function acceptInto(doc: Y.Doc, suggested: Y.Doc, suggestion: Suggestion): void {
  for (const spot of suggestion.spots) {
    if (spot.kind === 'formatting') format(doc, spot)
    else if (spot.kind === 'attributes') setAttributes(doc, spot, 'fork')
    else {
      insert(doc, suggested, spot)
      deleteIds(doc, spot.removed.ids)
    }
  }
}

/** Whatever is alive of it. */
export function deleteIds(doc: Y.Doc, ids: readonly IdRange[]): void {
  const known = ids.filter(({ client, clock }) => clock < Y.getState(doc.store, client))
  doc.transact((transaction) => {
    Y.iterateDeletedStructs(transaction, idSetOf(known), (struct) => {
      if (struct instanceof Y.Item && !struct.deleted) struct.delete(transaction)
    })
  })
}

function format(doc: Y.Doc, { on, where, differences }: Spot): void {
  const text = textOf(doc, where, on.type)
  if (!text || !on.first) return
  const from = placeAfter(text, doc, on.first)
  if (from === null) return
  const values = Object.entries(differences).map(([name, each]) => [name, each.fork ?? null])
  text.format(from - 1, on.length, Object.fromEntries(values))
}

export function setAttributes(doc: Y.Doc, { on, differences }: Spot, side: 'doc' | 'fork'): void {
  const element = on.type && elementAt(doc, on.type)
  if (!element) return
  for (const [name, { [side]: value }] of Object.entries(differences)) {
    if (value === undefined) element.removeAttribute(name)
    else element.setAttribute(name, value as string)
  }
}

/** The title has no id. */
export function textOf(doc: Y.Doc, where: Spot['where'], id: Y.ID | null): Y.Text | null {
  if (where === 'title') return docTitle(doc)
  const type = id && typeIn(structAt(doc, id))
  return type instanceof Y.Text ? type : null
}

/**
 * Copies of what the fork has there, each behind what stands left of it in the doc. Before what is
 * removed: what somebody else suggests behind that stays behind these words, too.
 */
function insert(doc: Y.Doc, suggested: Y.Doc, { inserted: { ids }, removed }: Spot): void {
  const passing = idSetOf(removed.ids)
  const before = { parent: null as AnyType | null, place: 0, length: 0 }
  for (const piece of ids.flatMap((range) => [...piecesOf(suggested, range)])) {
    const parent = sameType(piece.parent, doc)
    if (!parent) continue
    const place = placeBehind(parent, doc, piece.item, passing)
    // What was put here a moment ago stands left of it, and the fork knows nothing of that.
    const isNext = before.parent === parent && before.place === place
    if (!isNext) Object.assign(before, { parent, place, length: 0 })
    before.length += put(parent, place + before.length, piece)
  }
}

type Placed = { parent: AnyType; item: Y.Item; offset: number; length: number }

function* piecesOf(doc: Y.Doc, { client, clock, length }: IdRange): Generator<Placed> {
  for (let at = clock; at < clock + length; ) {
    const item = structAt(doc, Y.createID(client, at))
    if (!item) return
    const offset = at - item.id.clock
    const part = Math.min(item.length - offset, clock + length - at)
    const { parent } = item
    if (!item.deleted && parent instanceof Y.AbstractType) {
      yield { parent, item, offset, length: part }
    }
    at += part
  }
}

/** How many units of `parent` end with what stands left of this item in the fork. */
function placeBehind(parent: AnyType, doc: Y.Doc, item: Y.Item, passing: IdSet): number {
  for (let left = item.left; left !== null; left = left.left) {
    for (let clock = left.id.clock + left.length - 1; clock >= left.id.clock; clock--) {
      const id = Y.createID(left.id.client, clock)
      const place = Y.isDeleted(passing, id) ? null : placeAfter(parent, doc, id)
      if (place !== null) return place
    }
  }
  return 0
}

/** How many units end with this one; null when it is no living unit of this parent. */
function placeAfter(parent: AnyType, doc: Y.Doc, id: Y.ID): number | null {
  const known = structAt(doc, id)
  if (!known || known.deleted || !known.countable || known.parent !== parent) return null
  const { client, clock } = id
  let units = 0
  for (const item of itemsOf(parent)) {
    const isIt =
      item.id.client === client && clock >= item.id.clock && clock < item.id.clock + item.length
    if (isIt) return item.deleted || !item.countable ? null : units + clock - item.id.clock + 1
    if (!item.deleted && item.countable) units += item.length
  }
  return null
}

function put(parent: AnyType, place: number, { item, offset, length }: Placed): number {
  const { content } = item
  if (content instanceof Y.ContentString && parent instanceof Y.Text) {
    const marks = plainAttributes(attributesAt(item))
    parent.insert(place, content.str.slice(offset, offset + length), marks)
    return length
  }
  if (content instanceof Y.ContentType && parent instanceof Y.XmlFragment) {
    const copy = copyOf(content.type)
    if (!copy) return 0
    parent.insert(place, [copy])
    return 1
  }
  return 0
}

/** Only what an editor could have written: what nobody saw must not come along. */
function copyOf(type: unknown, depth = 0): Y.XmlElement | Y.XmlText | null {
  if (type instanceof Y.XmlText) return copyOfText(type)
  if (!(type instanceof Y.XmlElement) || depth > deepestContent) return null
  const made = new Y.XmlElement(type.nodeName)
  for (const [name, value] of Object.entries(plainAttributes(type.getAttributes()))) {
    made.setAttribute(name, value as string)
  }
  made.insert(
    0,
    type.toArray().flatMap((child) => copyOf(child, depth + 1) ?? []),
  )
  return made
}

function copyOfText(text: Y.XmlText): Y.XmlText {
  const made = new Y.XmlText()
  const delta = text.toDelta() as { insert: unknown; attributes?: object }[]
  made.applyDelta(
    delta.flatMap(({ insert, attributes = {} }) =>
      typeof insert === 'string' ? { insert, attributes: plainAttributes(attributes) } : [],
    ),
  )
  return made
}

/** Of the letters of this item. */
function attributesAt(item: Y.Item): Record<string, unknown> {
  const attributes: Record<string, unknown> = {}
  if (!(item.parent instanceof Y.AbstractType)) return attributes
  for (const each of itemsOf(item.parent)) {
    if (each === item) break
    if (each.deleted || !(each.content instanceof Y.ContentFormat)) continue
    const { key, value } = each.content
    if (value === null) delete attributes[key]
    else attributes[key] = value
  }
  return attributes
}
