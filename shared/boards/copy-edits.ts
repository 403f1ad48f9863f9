/** Copies of cards, and cards to make others from. */
import * as Y from 'yjs'
import { orderAt, type Spot } from '../basics/order'
import { refuse } from '../refusals'
import { cardsIn, isOnBoard } from './board'
import { bringIn, type Entry, edit, entryOf, newId, type Place, rootOf } from './board-shape'
import { placeOf, readPlace } from './card'
import { changeCard, setOrDelete } from './change-card-edits'
import { reviveColumn } from './column-edits'

/** What belongs to the one card only: where it is, where it came from, and what was said about it. */
const own = ['place', 'archived', 'template', 'createdAt', 'createdBy', 'duplicates']
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

function putCopy(
  doc: Y.Doc,
  card: Entry,
  place: Place,
  made: { createdBy?: string; createdAt?: string; asTemplate?: boolean },
): string {
  const root = rootOf(doc, 'cards') ?? refuse('invalid')
  const id = newId()
  const at = made.createdAt ?? new Date().toISOString()
  const entry = new Y.Map<unknown>()
  for (const [key, value] of card.entries()) {
    const kind = key.split(':')[0] ?? ''
    if (own.includes(key) || (key.includes(':') && ownKinds.includes(kind))) continue
    // A document within the document has one place only.
    if (value instanceof Y.Doc) continue
    entry.set(key, value instanceof Y.AbstractType ? value.clone() : value)
  }
  entry.set('place', place)
  entry.set('createdAt', at)
  if (made.createdBy) entry.set('createdBy', made.createdBy)
  if (made.asTemplate) entry.set('template', true)
  bringIn(doc, { root, id, entry, mark: 'archived' }, { ...place, at })
  return id
}
