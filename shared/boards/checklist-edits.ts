/** What people do with the checklists of a card. Stale ids change nothing and answer false or null. */
import * as Y from 'yjs'
import { orderAt, type Spot } from '../basics/order'
import { refuse } from '../refusals'
import {
  type Arrival,
  bringAllIn,
  bringIn,
  type Entry,
  edit,
  entryOf,
  longest,
  newId,
  partsOf,
  type Removed,
} from './board-shape'
import { readPlace } from './card'
import { addCardWith } from './card-batch-edits'
import { changeCard, setOrDelete } from './change-card-edits'
import { type Checklist, readChecklists } from './checklist'
import { asRecord, asText } from './plain-values'

/** Answers the new list's id. */
export function addChecklist(doc: Y.Doc, card: string, name: string): string | null {
  const given = words(name, longest.checklistName)
  const root = entryOf(doc, 'cards', card)
  if (!root) return null
  const id = newId()
  const entry = new Y.Map<unknown>()
  entry.set('name', given)
  entry.set('order', orderAt(listsOf(root), id, 'end'))
  bringIn(doc, { root, id: `list:${id}`, entry, mark: 'removed' }, removedNow())
  return id
}

export function renameChecklist(doc: Y.Doc, card: string, list: string, name: string): boolean {
  const given = words(name, longest.checklistName)
  return changePart(doc, card, `list:${list}`, (entry) => setOrDelete(entry, 'name', given))
}

/** Among the other lists of its card. */
export function moveChecklist(doc: Y.Doc, card: string, list: string, spot: Spot): boolean {
  const root = entryOf(doc, 'cards', card)
  if (!root) return false
  const order = orderAt(listsOf(root), list, spot)
  return changePart(doc, card, `list:${list}`, (entry) => setOrDelete(entry, 'order', order))
}

/** With the items that lie in it now. */
export const removeChecklist = (doc: Y.Doc, card: string, list: string): boolean =>
  changeCard(doc, card, (entry) => {
    const removed = removedNow()
    const items = listsOf(entry).find(({ id }) => id === list)?.items ?? []
    for (const { id } of items) {
      const item = partOf(entry, `item:${id}`)
      const order = asText(asRecord(item?.get('place'))?.order)
      item?.set('removed', { ...removed, list, order })
    }
    partOf(entry, `list:${list}`)?.set('removed', removed)
  })

/** Answers the new item's id; null where the card or the list is not there. */
export function addChecklistItem(
  doc: Y.Doc,
  card: string,
  list: string,
  item: { text: string; spot?: Spot; done?: boolean },
): string | null {
  const text = words(item.text, longest.itemText)
  const root = entryOf(doc, 'cards', card)
  const there = root && listsOf(root).find(({ id }) => id === list)
  if (!there) return null
  const id = newId()
  const entry = new Y.Map<unknown>()
  entry.set('text', text)
  entry.set('place', { list, order: orderAt(there.items, id, item.spot ?? 'end') })
  if (item.done) entry.set('done', true)
  edit(doc, () => partOf(root, `list:${list}`)?.delete('removed'))
  bringIn(doc, { root, id: `item:${id}`, entry, mark: 'removed' }, removedNow())
  return id
}

/** At the end of a list, in the order given, as one step of undo. Answers their ids; none where the list is not there. */
export function addChecklistItems(
  doc: Y.Doc,
  card: string,
  list: string,
  items: readonly { text: string; done?: boolean }[],
): string[] {
  const given = items.map(({ text, done }) => ({ text: words(text, longest.itemText), done }))
  const root = entryOf(doc, 'cards', card)
  const there = root && listsOf(root).find(({ id }) => id === list)
  if (!there || given.length === 0) return []
  let last: readonly { id: string; order: string }[] = there.items
  const births = given.map(({ text, done }): Arrival => {
    const id = newId()
    const order = orderAt(last, id, 'end')
    last = [{ id, order }]
    const entry = new Y.Map<unknown>()
    entry.set('text', text)
    entry.set('place', { list, order })
    if (done) entry.set('done', true)
    return { root, id: `item:${id}`, entry, mark: 'removed', value: removedNow() }
  })
  bringAllIn(doc, [births], () => partOf(root, `list:${list}`)?.delete('removed'))
  return births.map(({ id }) => id.slice('item:'.length))
}

export function changeItemText(doc: Y.Doc, card: string, item: string, text: string): boolean {
  const given = words(text, longest.itemText)
  return changePart(doc, card, `item:${item}`, (entry) => setOrDelete(entry, 'text', given))
}

export const checkItem = (doc: Y.Doc, card: string, item: string, done: boolean): boolean =>
  changePart(doc, card, `item:${item}`, (entry) => setOrDelete(entry, 'done', done || null))

export const removeItem = (doc: Y.Doc, card: string, item: string): boolean =>
  changePart(doc, card, `item:${item}`, (entry) => entry.set('removed', removedNow()))

/** Within its list, or to another one of the card. */
export function moveItem(
  doc: Y.Doc,
  card: string,
  item: string,
  to: { list: string; spot: Spot },
): boolean {
  const root = entryOf(doc, 'cards', card)
  const there = root && listsOf(root).find(({ id }) => id === to.list)
  if (!there) return false
  return changePart(doc, card, `item:${item}`, (entry) => {
    partOf(root, `list:${to.list}`)?.delete('removed')
    entry.set('place', { list: to.list, order: orderAt(there.items, item, to.spot) })
  })
}

/**
 * Makes a card of an item: below its card in the same column, part of it, and off the list, all of it one
 * step of undo. Answers the new card's id.
 */
export function itemToCard(
  doc: Y.Doc,
  card: string,
  item: string,
  createdBy?: string,
): string | null {
  const root = entryOf(doc, 'cards', card)
  const found =
    root &&
    listsOf(root)
      .flatMap(({ items }) => items)
      .find(({ id }) => id === item)
  if (!found) return null
  const title = found.text.slice(0, longest.cardTitle).trim()
  const { column, archivedAt, isTemplate } = readPlace(root)
  const spot = archivedAt === null && !isTemplate ? { after: card } : 'end'
  const also = ([made = '']: readonly string[]) => {
    entryOf(doc, 'cards', made)?.set('partOf', card)
    removeItem(doc, card, item)
  }
  const by = createdBy === undefined ? {} : { createdBy }
  return addCardWith(doc, { title: title || '…' }, { column, spot, also, ...by })
}

const listsOf = (card: Entry): readonly Checklist[] => readChecklists(partsOf(card))

function partOf(card: Entry | null, key: string): Entry | null {
  const part = card?.get(key)
  return part instanceof Y.Map ? part : null
}

function changePart(
  doc: Y.Doc,
  card: string,
  key: string,
  change: (entry: Entry) => unknown,
): boolean {
  const part = partOf(entryOf(doc, 'cards', card), key)
  if (!part) return false
  edit(doc, () => change(part))
  return true
}

const removedNow = (): Removed => ({ at: new Date().toISOString(), id: newId() })

function words(text: string, most: number): string {
  const given = text.trim()
  return given === '' || given.length > most ? refuse('invalid') : given
}
