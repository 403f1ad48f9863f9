/** What people do with cards. Stale ids change nothing and answer false. */
import * as Y from 'yjs'
import { orderAt, type Spot } from '../basics/order'
import { refuse } from '../refusals'
import { type Column, readBoard } from './board'
import {
  type Archived,
  bringIn,
  type Entry,
  edit,
  entryOf,
  longest,
  newId,
  type Place,
  rootOf,
} from './board-shape'
import { reviveColumn } from './column-edits'
import { isDate } from './due'

export type NewCard = {
  title: string
  column: string
  spot?: Spot
  createdBy?: string
  createdAt?: string
}

/** Answers the new card's id, or null if the column is not on the board. */
export function addCard(doc: Y.Doc, card: NewCard): string | null {
  cardTitle(card.title)
  const column = shownColumn(doc, card.column)
  if (!column) return null
  edit(doc, () => reviveColumn(doc, column.id))
  const order = orderAt(column.cards, '', card.spot ?? 'end')
  return putCard(doc, card, { column: column.id, order })
}

/** `addCard` at a place worked out by the caller, without reading the board: for whole new boards. */
export function putCard(doc: Y.Doc, card: Omit<NewCard, 'column' | 'spot'>, place: Place): string {
  const root = rootOf(doc, 'cards') ?? refuse('invalid')
  const id = newId()
  const at = card.createdAt ?? new Date().toISOString()
  const entry = new Y.Map<unknown>()
  entry.set('title', new Y.Text(cardTitle(card.title)))
  entry.set('description', new Y.XmlFragment())
  entry.set('labels', new Y.Map<true>())
  entry.set('place', place)
  entry.set('createdAt', at)
  if (card.createdBy) entry.set('createdBy', card.createdBy)
  bringIn(doc, { root, id, entry, mark: 'archived' }, { ...place, at })
  return id
}

/**
 * The one way a card changes column or order. An archived card comes back on the board.
 * Cards of `removed` columns may be moved too; the target must be on the board.
 */
export function moveCard(doc: Y.Doc, id: string, to: { column: string; spot: Spot }): boolean {
  return edit(doc, () => {
    const card = entryOf(doc, 'cards', id)
    const column = shownColumn(doc, to.column)
    if (!card || !column) return false
    if (isAlreadyThere(column, id, to.spot)) return true
    reviveColumn(doc, column.id)
    const place: Place = { column: column.id, order: orderAt(column.cards, id, to.spot) }
    card.set('place', place)
    if (card.has('archived')) card.delete('archived')
    return true
  })
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

export function archiveCard(doc: Y.Doc, id: string, at = new Date().toISOString()): boolean {
  return changeCard(doc, id, (card) => {
    if (readBoard(doc).cards.get(id)?.archivedAt !== null) return
    const archived: Archived = { ...(card.get('place') as Place), at }
    card.set('archived', archived)
  })
}

/** Back where it was; if its column is gone, at the end of the first one. */
export function restoreCard(doc: Y.Doc, id: string): boolean {
  return changeCard(doc, id, (card) => {
    const board = readBoard(doc)
    const known = board.cards.get(id)
    if (!known || known.archivedAt === null) return
    card.delete('archived')
    const first = board.columns[0]
    const gone = !board.columns.some((column) => column.id === known.column)
    if (gone && first)
      card.set('place', { column: first.id, order: orderAt(first.cards, id, 'end') })
  })
}

export const assignCard = (doc: Y.Doc, id: string, personId: string | null): boolean =>
  changeCard(doc, id, (card) => setOrDelete(card, 'assignee', personId))

/** `due` is a day as `YYYY-MM-DD`, or null for none. */
export function setDue(doc: Y.Doc, id: string, due: string | null): boolean {
  if (due !== null && !isDate(due)) refuse('invalid')
  return changeCard(doc, id, (card) => setOrDelete(card, 'due', due))
}

/** Puts a label of the board on the card. */
export const addLabel = (doc: Y.Doc, id: string, labelId: string): boolean =>
  entryOf(doc, 'labels', labelId) !== null &&
  changeCard(doc, id, (card) => {
    const labels = labelsOf(card)
    if (labels.get(labelId) !== true) labels.set(labelId, true)
  })

export const removeLabel = (doc: Y.Doc, id: string, labelId: string): boolean =>
  changeCard(doc, id, (card) => {
    const labels = labelsOf(card)
    if (labels.has(labelId)) labels.delete(labelId)
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

function changeCard(doc: Y.Doc, id: string, change: (card: Entry) => unknown): boolean {
  const card = entryOf(doc, 'cards', id)
  if (!card) return false
  edit(doc, () => change(card))
  return true
}

function labelsOf(card: Entry): Y.Map<unknown> {
  const labels = card.get('labels')
  return labels instanceof Y.Map ? labels : (card.set('labels', new Y.Map()) as Y.Map<unknown>)
}

function setOrDelete(card: Entry, key: string, value: string | null): void {
  if (value === null) {
    if (card.has(key)) card.delete(key)
  } else if (card.get(key) !== value) card.set(key, value)
}

const shownColumn = (doc: Y.Doc, id: string): Column | undefined =>
  readBoard(doc).columns.find((column) => column.id === id)

function isAlreadyThere(column: Column, id: string, spot: Spot): boolean {
  const ids = column.cards.map((card) => card.id)
  const index = ids.indexOf(id)
  if (index < 0) return false
  if (spot === 'top') return index === 0
  if (spot === 'end') return index === ids.length - 1
  const neighbour = 'before' in spot ? spot.before : spot.after
  return neighbour === id || ids['before' in spot ? index + 1 : index - 1] === neighbour
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
