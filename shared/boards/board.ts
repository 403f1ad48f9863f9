/** What a board holds, read from its room's Y.Doc. How it lies there: board-shape.ts. */

import * as Y from 'yjs'
import { byOrder } from '../basics/order'
import { type Entry, entryOf, rootOf } from './board-shape'
import { type Card, isPlacedIn, readCard, readPlace } from './card'
import { type Label, labelColours } from './label'
import { asAmount, asOrder, asText } from './plain-values'
import { sameFields, sameItems, shared } from './sharing'

/** Which cards lie in a column now, in order, read without anything else of the board. */
export function cardsIn(doc: Y.Doc, column: string): { id: string; order: string }[] {
  const found: { id: string; order: string }[] = []
  for (const [id, entry] of entriesOf(rootOf(doc, 'cards'))) {
    if (!isPlacedIn(entry, column)) continue
    const card = readPlace(entry)
    if (isShown(card)) found.push({ id, order: card.order })
  }
  return found.sort(byOrder)
}

/** Whether a column is on the board: it is not removed, or a card lies in it. */
export function isOnBoard(doc: Y.Doc, column: string): boolean {
  const entry = entryOf(doc, 'columns', column)
  return (entry && !entry.has('removed')) || cardsIn(doc, column).length > 0
}

/** `cards` in order, archived ones and templates left out. `name` may be empty. */
export type Column = {
  id: string
  name: string
  order: string
  /** How many cards may lie here before the board warns; null for any number. */
  limit: number | null
  /** Whether what lies here is finished. */
  done: boolean
  cards: readonly Card[]
}

/** Every card is in exactly one of: a column, the archive, the templates. */
export type Board = {
  title: string
  columns: readonly Column[]
  labels: readonly Label[]
  /** Every card, archived ones and templates too. */
  cards: ReadonlyMap<string, Card>
  /** Archived cards, the latest first. */
  archive: readonly Card[]
  /** By title. */
  templates: readonly Card[]
}

/** What changed since `previous` was read. `all` for anything but single cards. */
export type Touched = 'all' | ReadonlySet<string>

export const mostInColumn = 999

/**
 * Pure; never throws, whatever the document holds. Objects of `previous` that did not change
 * are used again, so that what is equal is also identical. Where only some cards changed and
 * `touched` says which, nothing else is read again.
 */
export function readBoard(doc: Y.Doc, previous?: Board, touched: Touched = 'all'): Board {
  if (previous && touched !== 'all') return readTouched(doc, previous, touched)
  const labels = shared(previous?.labels, readLabels(doc))
  const cards = new Map<string, Card>()
  for (const [id, entry] of entriesOf(rootOf(doc, 'cards')))
    cards.set(id, kept(previous?.cards.get(id), readCard(id, entry, labels)))
  return {
    title: readTitle(doc),
    columns: readColumns(doc, cards.values(), previous),
    labels,
    cards,
    ...putAway(cards, previous),
  }
}

function readTouched(doc: Y.Doc, previous: Board, touched: ReadonlySet<string>): Board {
  const changed = new Map<string, Card | undefined>()
  const columns = new Set<string>()
  let isPutAwayTouched = false
  let isColumnMissing = false
  const touch = (card: Card | undefined) => {
    if (!card) return
    if (isShown(card)) columns.add(card.column)
    else isPutAwayTouched = true
  }
  for (const id of touched) {
    const before = previous.cards.get(id)
    const entry = entryOf(doc, 'cards', id)
    const now = entry ? kept(before, readCard(id, entry, previous.labels)) : undefined
    if (now === before) continue
    touch(before)
    touch(now)
    changed.set(id, now)
  }
  if (changed.size === 0) return previous
  const cards = new Map(previous.cards)
  for (const [id, card] of changed)
    if (card) cards.set(id, card)
    else cards.delete(id)
  // A column comes and goes with its cards where it was removed, or never was: read all of them.
  for (const id of columns) isColumnMissing ||= !previous.columns.some((column) => column.id === id)
  const mayVanish = previous.columns.some(
    ({ id }) => columns.has(id) && entryOf(doc, 'columns', id)?.has('removed') !== false,
  )
  return {
    ...previous,
    cards,
    columns:
      isColumnMissing || mayVanish
        ? readColumns(doc, cards.values(), previous)
        : refill(previous.columns, columns, changed),
    ...(isPutAwayTouched ? putAway(cards, previous) : {}),
  }
}

/** The same columns, those in `touched` without the changed cards that left and with those that came. */
function refill(
  columns: readonly Column[],
  touched: ReadonlySet<string>,
  changed: ReadonlyMap<string, Card | undefined>,
): readonly Column[] {
  if (touched.size === 0) return columns
  const arriving = byColumn([...changed.values()].filter((card) => card !== undefined))
  return columns.map((column) => {
    if (!touched.has(column.id)) return column
    const staying = column.cards.filter((card) => !changed.has(card.id))
    return withCards(column, [...staying, ...(arriving.get(column.id) ?? [])].sort(byOrder))
  })
}

const withCards = (column: Column, cards: readonly Card[]): Column =>
  sameItems(column.cards, cards) ? column : { ...column, cards }

const kept = (before: Card | undefined, now: Card): Card =>
  before && sameFields(before, now) ? before : now

const isShown = (card: Pick<Card, 'archivedAt' | 'isTemplate'>) =>
  card.archivedAt === null && !card.isTemplate

function byColumn(cards: Iterable<Card>): Map<string, Card[]> {
  const inColumn = new Map<string, Card[]>()
  for (const card of cards) {
    if (!isShown(card)) continue
    const there = inColumn.get(card.column)
    if (there) there.push(card)
    else inColumn.set(card.column, [card])
  }
  return inColumn
}

function putAway(
  cards: ReadonlyMap<string, Card>,
  previous?: Board,
): Pick<Board, 'archive' | 'templates'> {
  const archive: Card[] = []
  const templates: Card[] = []
  for (const card of cards.values())
    if (card.archivedAt !== null) archive.push(card)
    else if (card.isTemplate) templates.push(card)
  archive.sort((a, b) => compare(b.archivedAt ?? '', a.archivedAt ?? '') || compare(a.id, b.id))
  templates.sort((a, b) => compare(a.title, b.title) || compare(a.id, b.id))
  return {
    archive: shared(previous?.archive, archive),
    templates: shared(previous?.templates, templates),
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Labels the board has, in order, read without anything else of it. */
export function readLabels(doc: Y.Doc): Label[] {
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

function readColumns(doc: Y.Doc, cards: Iterable<Card>, previous?: Board): readonly Column[] {
  const inColumn = byColumn(cards)
  const columns: Column[] = []
  for (const [id, entry] of entriesOf(rootOf(doc, 'columns'))) {
    if (entry.has('removed') && !inColumn.has(id)) continue
    columns.push({ ...readColumn(id, entry), cards: (inColumn.get(id) ?? []).sort(byOrder) })
    inColumn.delete(id)
  }
  for (const [id, orphans] of inColumn)
    columns.push({ ...nameless(id), cards: orphans.sort(byOrder) })
  const known = new Map(previous?.columns.map((column) => [column.id, column]))
  return shared(
    previous?.columns,
    columns.sort(byOrder).map((column) => {
      const before = known.get(column.id)
      const same = before && sameItems(before.cards, column.cards) ? before.cards : column.cards
      const next = { ...column, cards: same }
      return before && sameFields(before, next) ? before : next
    }),
  )
}

const readColumn = (id: string, entry: Entry) => ({
  id,
  name: asText(entry.get('name')),
  order: asOrder(entry.get('order')),
  limit: asAmount(entry.get('limit'), mostInColumn),
  done: entry.get('done') === true,
})

const nameless = (id: string) => ({ id, name: '', order: '', limit: null, done: false })

function entriesOf(root: Entry | null): [string, Entry][] {
  const entries: [string, Entry][] = []
  root?.forEach((entry, id) => {
    if (entry instanceof Y.Map) entries.push([id, entry])
  })
  return entries
}

export function readTitle(doc: Y.Doc): string {
  const found = doc.share.get('title')
  if (found instanceof Y.Text || found?.constructor === Y.AbstractType)
    return doc.getText('title').toString()
  return ''
}
