/**
 * What is left of a card that is on another board now. Whoever had not heard of the move may have written on it:
 * that is in no other place, so it is told from what left, and can become a card of its own.
 */
import * as sha256 from 'lib0/hash/sha256'
import * as Y from 'yjs'
import { orderAt } from '../basics/order'
import { cardsIn, isOnBoard, readBoard } from './board'
import { bringIn, type Entry, edit, entryOf, newId, type Place, rootOf } from './board-shape'
import { readPlace } from './card'
import { isOfBoard } from './moved-keys'
import { asText } from './plain-values'

/** The same for what goes along in two cards: 32 signs of its hash. */
export function printOf(card: Entry): string {
  const keys = [...card.keys()].filter((key) => !isOfBoard(key)).sort()
  const said = JSON.stringify(keys.map((key) => [key, saidBy(card.get(key))]))
  return [...sha256.digest(new TextEncoder().encode(said)).slice(0, 16)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}

function saidBy(value: unknown): unknown {
  if (!(value instanceof Y.Map)) return value instanceof Y.AbstractType ? value.toString() : value
  return [...value.entries()].map(([key, inside]) => [key, saidBy(inside)]).sort(byKey)
}

/** Each copy of a document keeps the keys of a map in an order of its own. */
const byKey = ([a]: unknown[], [b]: unknown[]) => (String(a) < String(b) ? -1 : 1)

export function printOfCard(doc: Y.Doc, id: string): string {
  const card = entryOf(doc, 'cards', id)
  return card ? printOf(card) : ''
}

/** Whether somebody wrote on what was left here, after it left. */
export function isWrittenAfterMove(doc: Y.Doc, id: string): boolean {
  const card = entryOf(doc, 'cards', id)
  return card !== null && hasNewWords(card)
}

function hasNewWords(card: Entry): boolean {
  const left = asText(card.get('leftAs'))
  return left !== '' && asText(card.get('movedTo')) !== '' && left !== printOf(card)
}

/** As a card of its own, at the end of its column. Answers its id, or null where nothing was left here. */
export function keepLeftBehind(doc: Y.Doc, id: string): string | null {
  const card = entryOf(doc, 'cards', id)
  if (!card || asText(card.get('movedTo')) === '') return null
  const { column } = readPlace(card)
  const there = isOnBoard(doc, column) ? column : readBoard(doc).columns[0]?.id
  if (there === undefined) return null
  const order = orderAt(cardsIn(doc, there), '', 'end')
  const kept = newId()
  comeIn(doc, card, kept, { column: there, order })
  edit(doc, () => card.set('leftAs', printOf(card)))
  return kept
}

/** Before the card itself comes back over it: what was written here since lies in the archive. */
export function putAwayLeftBehind(doc: Y.Doc, card: Entry): void {
  if (!hasNewWords(card)) return
  const { column, order } = readPlace(card)
  const at = new Date().toISOString()
  comeIn(doc, card, newId(), { column, order }, at)
}

function comeIn(doc: Y.Doc, card: Entry, id: string, place: Place, archivedAt?: string): void {
  const root = rootOf(doc, 'cards')
  if (!root) return
  const entry = new Y.Map<unknown>()
  for (const [key, value] of card.entries()) {
    const stays = ['place', 'archived', 'movedTo', 'leftAs', 'cameFrom'].includes(key)
    // A document within the document has one place only.
    if (stays || value instanceof Y.Doc) continue
    entry.set(key, value instanceof Y.AbstractType ? value.clone() : value)
  }
  entry.set('place', place)
  const mark = { ...place, at: archivedAt ?? new Date().toISOString() }
  if (archivedAt === undefined) bringIn(doc, { root, id, entry, mark: 'archived' }, mark)
  else
    edit(doc, () => {
      entry.set('archived', mark)
      root.set(id, entry)
    })
}
