/** What a board holds, read from its room's Y.Doc. How it lies there: board-shape.ts. */

import * as Y from 'yjs'
import { byOrder, isOrderKey } from '../basics/order'
import { type PersonColour, personColours } from '../people/choices'
import { type Entry, rootOf } from './board-shape'
import { isDate } from './due'
import { sameFields, sameItems, shared } from './sharing'

export const labelColours = personColours
export type LabelColour = PersonColour

export type Label = { id: string; name: string; colour: LabelColour; order: string }

export type Card = {
  id: string
  title: string
  /** The id of a column; shown there unless archived. */
  column: string
  /** Empty when the document holds none that can be used: such cards come last. */
  order: string
  assignee: string | null
  /** Ids of labels the board has, in the board's order. */
  labels: readonly string[]
  /** `YYYY-MM-DD` */
  due: string | null
  hasDescription: boolean
  /** ISO time; null while the card is on the board. */
  archivedAt: string | null
  createdBy: string | null
}

/** `cards` in order, archived ones left out. `name` may be empty. */
export type Column = { id: string; name: string; order: string; cards: readonly Card[] }

export type Board = {
  title: string
  columns: readonly Column[]
  labels: readonly Label[]
  /** Every card, archived ones too. */
  cards: ReadonlyMap<string, Card>
  /** Archived cards, the latest first. */
  archive: readonly Card[]
}

/** Never a column's id that `addColumn` makes: where a card without a place is shown. */
export const noColumn = 'unplaced'

/**
 * Pure; never throws, whatever the document holds. Objects of `previous` that did not change
 * are used again, so that what is equal is also identical.
 */
export function readBoard(doc: Y.Doc, previous?: Board): Board {
  const labels = shared(previous?.labels, readLabels(doc))
  const cards = readCards(doc, labels, previous)
  const columns = readColumns(doc, cards, previous)
  const archive = [...cards.values()]
    .filter((card) => card.archivedAt !== null)
    .sort((a, b) => compare(b.archivedAt ?? '', a.archivedAt ?? '') || compare(a.id, b.id))
  return {
    title: readTitle(doc),
    columns,
    labels,
    cards,
    archive: shared(previous?.archive, archive),
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function readLabels(doc: Y.Doc): Label[] {
  return entriesOf(rootOf(doc, 'labels'))
    .filter(([, label]) => !label.has('removed'))
    .map(([id, label]) => ({
      id,
      name: asText(label.get('name')),
      colour: labelColours.find((colour) => colour === label.get('colour')) ?? 'blue',
      order: asOrder(label.get('order')),
    }))
    .sort(byOrder)
}

function readCards(doc: Y.Doc, labels: readonly Label[], previous?: Board): Map<string, Card> {
  const cards = new Map<string, Card>()
  for (const [id, entry] of entriesOf(rootOf(doc, 'cards'))) {
    const known = previous?.cards.get(id)
    const card = readCard(id, entry, labels)
    cards.set(id, known && sameFields(known, card) ? known : card)
  }
  return cards
}

function readCard(id: string, entry: Entry, labels: readonly Label[]): Card {
  const place = asRecord(entry.get('place'))
  const archived = asRecord(entry.get('archived'))
  const holds = archived?.column === place?.column && archived?.order === place?.order
  const chosen = entry.get('labels')
  const due = entry.get('due')
  return {
    id,
    title: readText(entry.get('title')),
    column: asText(place?.column) || noColumn,
    order: asOrder(place?.order),
    assignee: asText(entry.get('assignee')) || null,
    labels:
      chosen instanceof Y.Map ? labels.map((l) => l.id).filter((l) => chosen.get(l) === true) : [],
    due: isDate(due) ? due : null,
    hasDescription: hasContent(entry.get('description')),
    archivedAt: archived && holds ? asText(archived.at) : null,
    createdBy: asText(entry.get('createdBy')) || null,
  }
}

function readColumns(doc: Y.Doc, cards: Map<string, Card>, previous?: Board): readonly Column[] {
  const inColumn = new Map<string, Card[]>()
  for (const card of cards.values()) {
    if (card.archivedAt !== null) continue
    const there = inColumn.get(card.column)
    if (there) there.push(card)
    else inColumn.set(card.column, [card])
  }
  const columns: Column[] = []
  for (const [id, entry] of entriesOf(rootOf(doc, 'columns'))) {
    if (entry.has('removed') && !inColumn.has(id)) continue
    const name = asText(entry.get('name'))
    const order = asOrder(entry.get('order'))
    columns.push({ id, name, order, cards: (inColumn.get(id) ?? []).sort(byOrder) })
    inColumn.delete(id)
  }
  for (const [id, orphans] of inColumn)
    columns.push({ id, name: '', order: '', cards: orphans.sort(byOrder) })
  const known = new Map(previous?.columns.map((column) => [column.id, column]))
  return shared(
    previous?.columns,
    columns.sort(byOrder).map((column) => {
      const before = known.get(column.id)
      const kept = before && sameItems(before.cards, column.cards) ? before.cards : column.cards
      const next = { ...column, cards: kept }
      return before && sameFields(before, next) ? before : next
    }),
  )
}

const entriesOf = (root: Entry | null): [string, Entry][] =>
  [...(root?.entries() ?? [])].filter((pair): pair is [string, Entry] => pair[1] instanceof Y.Map)

const asText = (value: unknown): string => (typeof value === 'string' ? value : '')
const asOrder = (value: unknown): string => (isOrderKey(value) ? value : '')
const asRecord = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null && !(value instanceof Y.AbstractType)
    ? (value as Record<string, unknown>)
    : null

/** Text of a Y.Text without its embedded types, so that no depth can overflow the stack. */
const readText = (value: unknown): string => {
  if (typeof value === 'string') return value
  return value instanceof Y.Text && !(value instanceof Y.XmlText) ? value.toString() : ''
}

function readTitle(doc: Y.Doc): string {
  const found = doc.share.get('title')
  if (found instanceof Y.Text || found?.constructor === Y.AbstractType)
    return doc.getText('title').toString()
  return ''
}

function hasContent(value: unknown): boolean {
  if (!(value instanceof Y.XmlFragment) || value.length === 0) return false
  const first = value.get(0)
  return value.length > 1 || !(first instanceof Y.XmlElement) || first.length > 0
}
