/** A card's checklists as they are read. Edits: checklist-edits.ts. */

import * as Y from 'yjs'
import { gather } from '../basics/gather'
import { byOrder } from '../basics/order'
import type { Entry, Parts } from './board-shape'
import { asOrder, asRecord, asText } from './plain-values'

export type ChecklistItem = { id: string; order: string; text: string; done: boolean }
/** Items in order. `name` may be empty. */
export type Checklist = {
  id: string
  order: string
  name: string
  items: readonly ChecklistItem[]
}

/** In order; a removed one is shown while items lie in it. */
export function readChecklists(card: Parts): readonly Checklist[] {
  if (!card.has('list') && !card.has('item')) return none
  const items = itemsByList(card)
  const lists: Checklist[] = []
  for (const [id, list] of maps(card, 'list')) {
    const own = items.get(id) ?? []
    items.delete(id)
    if (list.has('removed') && own.length === 0) continue
    lists.push({
      id,
      order: asOrder(list.get('order')),
      name: asText(list.get('name')),
      items: own,
    })
  }
  for (const [id, own] of items) lists.push({ id, order: '', name: '', items: own })
  return lists.length === 0 ? none : lists.sort(byOrder)
}

const none: readonly Checklist[] = []

function itemsByList(card: Parts): Map<string, ChecklistItem[]> {
  const lists = new Map<string, ChecklistItem[]>()
  for (const [id, item] of maps(card, 'item')) {
    const place = asRecord(item.get('place'))
    if (isRemoved(item, place)) continue
    const list = asText(place?.list)
    const read = {
      id,
      order: asOrder(place?.order),
      text: asText(item.get('text')),
      done: item.get('done') === true,
    }
    gather(lists, list, read)
  }
  for (const items of lists.values()) items.sort(byOrder)
  return lists
}

/** What went with its list went only as long as it lies there: somebody may have moved it meanwhile. */
function isRemoved(item: Entry, place: Record<string, unknown> | null): boolean {
  const removed = asRecord(item.get('removed'))
  if (removed?.list === undefined) return item.has('removed')
  return removed.list === asText(place?.list) && removed.order === asText(place?.order)
}

const maps = (card: Parts, kind: string) =>
  (card.get(kind) ?? []).filter((pair): pair is [string, Entry] => pair[1] instanceof Y.Map)

/** How far all lists of a card are together. */
export function progressOf(lists: readonly Checklist[]): { done: number; total: number } {
  const items = lists.flatMap((list) => list.items)
  return { done: items.filter((item) => item.done).length, total: items.length }
}
