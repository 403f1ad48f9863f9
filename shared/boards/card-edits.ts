/** Where cards come from and go. Stale ids change nothing and answer false. What is on a card: fact-edits.ts. */
import * as Y from 'yjs'
import { orderAt, type Spot } from '../basics/order'
import { refuse } from '../refusals'
import { cardsIn, isOnBoard, readBoard } from './board'
import {
  type Archived,
  bringIn,
  edit,
  entryOf,
  longest,
  newId,
  type Place,
  rootOf,
} from './board-shape'
import { placeOf, readPlace } from './card'
import { changeCard, changeCards } from './change-card-edits'
import { reviveColumn } from './column-edits'
import { isDate } from './due'

export type NewCard = {
  /** Chosen by whoever makes it; a new one where it is left out. */
  id?: string
  title: string
  column: string
  spot?: Spot
  /** `YYYY-MM-DD` */
  due?: string
  createdBy?: string
  createdAt?: string
}

/** Answers the new card's id, or null if the column is not on the board. */
export function addCard(doc: Y.Doc, card: NewCard): string | null {
  cardTitle(card.title)
  if (!isOnBoard(doc, card.column)) return null
  edit(doc, () => reviveColumn(doc, card.column))
  const order = orderAt(cardsIn(doc, card.column), '', card.spot ?? 'end')
  return putCard(doc, card, { column: card.column, order })
}

/** `addCard` at a place worked out by the caller, without reading the board: for whole new boards. */
export function putCard(doc: Y.Doc, card: Omit<NewCard, 'column' | 'spot'>, place: Place): string {
  const root = rootOf(doc, 'cards') ?? refuse('invalid')
  const id = card.id ?? newId()
  const at = card.createdAt ?? new Date().toISOString()
  const entry = new Y.Map<unknown>()
  entry.set('title', new Y.Text(cardTitle(card.title)))
  entry.set('description', new Y.XmlFragment())
  entry.set('labels', new Y.Map<true>())
  entry.set('place', place)
  entry.set('createdAt', at)
  if (card.createdBy) entry.set('createdBy', card.createdBy)
  if (card.due) entry.set('due', isDate(card.due) ? card.due : refuse('invalid'))
  bringIn(doc, { root, id, entry, mark: 'archived' }, { ...place, at })
  return id
}

/** The one way a card changes column or order: `moveCards` of one. */
export const moveCard = (doc: Y.Doc, id: string, to: { column: string; spot: Spot }): boolean =>
  moveCards(doc, [id], to) > 0

/**
 * Puts cards beside each other, in the order given, in one edit. Archived ones come back on the board.
 * Cards of `removed` columns may be moved too; the target must be on the board. A spot beside one
 * of the cards themselves is where the first of the others after it, or before it, stands.
 * Answers how many there were to move.
 */
export function moveCards(
  doc: Y.Doc,
  ids: readonly string[],
  to: { column: string; spot: Spot },
): number {
  return edit(doc, () => {
    const moved = [...new Set(ids)].filter((id) => entryOf(doc, 'cards', id))
    if (moved.length === 0 || !isOnBoard(doc, to.column)) return 0
    const there = cardsIn(doc, to.column)
    const spot = withoutThem(there, moved, to.spot)
    if (areAlreadyThere(there, moved, spot)) return moved.length
    reviveColumn(doc, to.column)
    let siblings = there.filter(({ id }) => !moved.includes(id))
    let next = spot
    for (const id of moved) {
      const order = orderAt(siblings, id, next)
      siblings = insertedAt(siblings, { id, order }, next)
      next = { after: id }
      const card = entryOf(doc, 'cards', id)
      card?.set('place', { column: to.column, order } satisfies Place)
      if (card?.has('archived')) card.delete('archived')
    }
    return moved.length
  })
}

type Placed = { id: string; order: string }

/** The same spot, said by a neighbour that is not moved itself. */
function withoutThem(there: readonly Placed[], moved: readonly string[], spot: Spot): Spot {
  if (spot === 'top' || spot === 'end') return spot
  const neighbour = 'before' in spot ? spot.before : spot.after
  if (!moved.includes(neighbour)) return spot
  const at = there.findIndex(({ id }) => id === neighbour)
  if (at < 0) return 'end'
  const others = 'before' in spot ? there.slice(at) : there.slice(0, at).reverse()
  const other = others.find(({ id }) => !moved.includes(id))
  if ('before' in spot) return other ? { before: other.id } : 'end'
  return other ? { after: other.id } : 'top'
}

function insertedAt(siblings: readonly Placed[], card: Placed, spot: Spot): Placed[] {
  const at =
    spot === 'top'
      ? 0
      : spot === 'end'
        ? siblings.length
        : siblings.findIndex(({ id }) => id === ('before' in spot ? spot.before : spot.after))
  const index = typeof spot === 'object' && 'after' in spot ? at + 1 : at
  return at < 0 ? [...siblings, card] : siblings.toSpliced(index, 0, card)
}

function areAlreadyThere(there: readonly Placed[], moved: readonly string[], spot: Spot): boolean {
  const ids = there.map(({ id }) => id)
  const others = there.filter(({ id }) => !moved.includes(id))
  const [first = ''] = moved
  const wanted = moved.reduce<{ list: Placed[]; spot: Spot }>(
    ({ list, spot: at }, id) => ({
      list: insertedAt(list, { id, order: '' }, at),
      spot: { after: id },
    }),
    { list: others, spot },
  ).list
  return ids.includes(first) && ids.join() === wanted.map(({ id }) => id).join()
}

/** Replaces the title, keeping what others type into the parts that stay. */
export function renameCard(doc: Y.Doc, id: string, title: string): boolean {
  const given = cardTitle(title)
  return changeCard(doc, id, (card) => {
    const text = card.get('title')
    if (!(text instanceof Y.Text)) return card.set('title', new Y.Text(given))
    const now = text.toString()
    const start = samePrefix(now, given)
    const end = samePrefix(reversed(now.slice(start)), reversed(given.slice(start)))
    text.delete(start, now.length - start - end)
    text.insert(start, given.slice(start, given.length - end))
  })
}

export const archiveCard = (doc: Y.Doc, id: string, at = new Date().toISOString()): boolean =>
  archiveCards(doc, [id], at) > 0

/** In one edit. Answers how many of them there are. */
export function archiveCards(
  doc: Y.Doc,
  ids: readonly string[],
  at = new Date().toISOString(),
): number {
  return edit(doc, () => {
    const cards = ids.flatMap((id) => entryOf(doc, 'cards', id) ?? [])
    for (const card of cards) {
      if (readPlace(card).archivedAt !== null) continue
      const archived: Archived = { ...placeOf(card), at }
      card.set('archived', archived)
    }
    return cards.length
  })
}

/**
 * Back where it was; if its column is gone, at the end of the first one. What was left behind by a move is a
 * card of this board again, and says no longer where it went.
 */
export const restoreCard = (doc: Y.Doc, id: string): boolean => restoreCards(doc, [id]) > 0

/** In one edit. Answers how many of them there are. */
export const restoreCards = (doc: Y.Doc, ids: readonly string[]): number =>
  changeCards(doc, ids, (card, id) => {
    const { column, archivedAt } = readPlace(card)
    if (archivedAt === null) return
    const [first] = isOnBoard(doc, column) ? [] : readBoard(doc).columns
    if (first) card.set('place', { column: first.id, order: orderAt(first.cards, id, 'end') })
    card.delete('archived')
    for (const key of ['movedTo', 'leftAs']) if (card.has(key)) card.delete(key)
  })

/** The card's co-edited title, for a field bound to it. */
export function cardTitleText(doc: Y.Doc, id: string): Y.Text | null {
  const text = entryOf(doc, 'cards', id)?.get('title')
  return text instanceof Y.Text ? text : null
}

/** The card's co-edited description, for an editor bound to it. */
export function cardDescription(doc: Y.Doc, id: string): Y.XmlFragment | null {
  const found = entryOf(doc, 'cards', id)?.get('description')
  return found instanceof Y.XmlFragment ? found : null
}

function cardTitle(title: string): string {
  const given = title.trim()
  return given === '' || given.length > longest.cardTitle ? refuse('invalid') : given
}

function samePrefix(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

const reversed = (text: string) => text.split('').reverse().join('')
