/** Copies of cards, and cards to make others from. */
import * as Y from 'yjs'
import { orderAt, type Spot } from '../basics/order'
import { refuse } from '../refusals'
import { cardsIn, isOnBoard, readBoard } from './board'
import {
  type Arrival,
  bringAllIn,
  bringIn,
  type Entry,
  edit,
  entryOf,
  longest,
  newId,
  type Place,
  rootOf,
} from './board-shape'
import { placeOf, readPlace } from './card'
import { changeCard, setOrDelete } from './change-card-edits'
import { reviveColumn } from './column-edits'

/** What belongs to the one card only: where it is, where it came from, and what was said about it. */
const own = ['place', 'archived', 'template', 'createdAt', 'createdBy', 'duplicates', 'cameFrom']
const ownKinds = ['learned', 'asked', 'blocks']

export type CopyTo = { column: string; spot: Spot; createdBy?: string; createdAt?: string }

/**
 * A new card with all that this one, or a template, holds, also what this version does not know. What people learned
 * is theirs and stays. Answers its id, or null where the card or the column is not there.
 */
export function copyCard(doc: Y.Doc, id: string, to: CopyTo): string | null {
  const card = entryOf(doc, 'cards', id)
  if (!card || !isOnBoard(doc, to.column)) return null
  edit(doc, () => reviveColumn(doc, to.column))
  const order = orderAt(cardsIn(doc, to.column), '', to.spot)
  return putCopy(doc, card, { column: to.column, order }, to)
}

/** A copy of the card to make others from; the card stays where it is. */
export function saveAsTemplate(doc: Y.Doc, id: string, createdBy?: string): string | null {
  const card = entryOf(doc, 'cards', id)
  if (!card) return null
  const { column, order } = readPlace(card)
  const by = createdBy === undefined ? {} : { createdBy }
  return putCopy(doc, card, { column, order }, { ...by, asTemplate: true })
}

/** The card is one to make others from. */
export const copyAsTemplate = (doc: Y.Doc, id: string): boolean =>
  changeCard(doc, id, (card) => setOrDelete(card, 'template', true))

/** Puts the template away, to be found in the archive. */
export const removeTemplate = (doc: Y.Doc, id: string, at = new Date().toISOString()): boolean =>
  changeCard(doc, id, (card) => {
    setOrDelete(card, 'template', null)
    card.set('archived', { ...placeOf(card), at })
  })

/** Takes that back. */
export const restoreTemplate = (doc: Y.Doc, id: string): boolean =>
  changeCard(doc, id, (card) => {
    setOrDelete(card, 'template', true)
    setOrDelete(card, 'archived', null)
  })

/** A copy of the column beside it, with copies of all its cards, in one edit. Answers its id. */
export function copyColumn(
  doc: Y.Doc,
  id: string,
  made: { name: string; createdBy?: string; at?: string },
): string | null {
  const { columns } = readBoard(doc)
  const column = columns.find((shown) => shown.id === id)
  const roots = { columns: rootOf(doc, 'columns'), cards: rootOf(doc, 'cards') }
  if (!column || !roots.columns || !roots.cards) return null
  const copy = newId()
  const at = made.at ?? new Date().toISOString()
  const entry = new Y.Map<unknown>()
  entry.set('name', made.name.trim().slice(0, longest.columnName))
  entry.set('order', orderAt(columns, copy, { after: id }))
  if (column.limit !== null) entry.set('limit', column.limit)
  if (column.done) entry.set('done', true)
  const removed = { at, id: newId() }
  const arrivals: Arrival[] = [
    { root: roots.columns, id: copy, entry, mark: 'removed', value: removed },
  ]
  for (const { id: cardId, order } of column.cards) {
    const card = entryOf(doc, 'cards', cardId)
    if (card) arrivals.push(cardCopy(roots.cards, card, { column: copy, order }, { ...made, at }))
  }
  bringAllIn(doc, inGroups(arrivals))
  return copy
}

const atOnce = 200
const inGroups = (arrivals: readonly Arrival[]): Arrival[][] =>
  Array.from({ length: Math.ceil(arrivals.length / atOnce) }, (_, nth) =>
    arrivals.slice(nth * atOnce, (nth + 1) * atOnce),
  )

type Made = { createdBy?: string; asTemplate?: boolean }

function putCopy(
  doc: Y.Doc,
  card: Entry,
  place: Place,
  { createdAt, ...made }: Made & { createdAt?: string },
): string {
  const root = rootOf(doc, 'cards') ?? refuse('invalid')
  const at = createdAt ?? new Date().toISOString()
  const { value, ...to } = cardCopy(root, card, place, { ...made, at })
  bringIn(doc, to, value)
  return to.id
}

/** The copy as it is about to come in. */
function cardCopy(root: Entry, card: Entry, place: Place, made: Made & { at: string }): Arrival {
  const entry = new Y.Map<unknown>()
  for (const [key, value] of card.entries()) {
    const kind = key.split(':')[0] ?? ''
    if (own.includes(key) || (key.includes(':') && ownKinds.includes(kind))) continue
    // A document within the document has one place only.
    if (value instanceof Y.Doc) continue
    entry.set(key, value instanceof Y.AbstractType ? value.clone() : value)
  }
  entry.set('place', place)
  entry.set('createdAt', made.at)
  if (made.createdBy) entry.set('createdBy', made.createdBy)
  if (made.asTemplate) entry.set('template', true)
  return { root, id: newId(), entry, mark: 'archived', value: { ...place, at: made.at } }
}
