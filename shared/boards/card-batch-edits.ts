/** New cards with all that is on them: one step of undo, however many they are. */
import * as Y from 'yjs'
import { orderAt, type Spot } from '../basics/order'
import { refuse } from '../refusals'
import { cardsIn, isOnBoard, readBoard } from './board'
import { type Arrival, bringAllIn, longest, newId, type Place, rootOf } from './board-shape'
import { reviveColumn } from './column-edits'
import { isDate } from './due'
import { labelColours } from './label'
import { newLabelEntry } from './label-edits'
import { toRichNodes, toYjs } from './rich-text'

export type FullCard = {
  title: string
  assignees?: readonly string[]
  /** Ids, or the names of labels the board has or gets. */
  labels?: readonly ({ id: string } | { name: string })[]
  /** Ids of outcomes of the project. */
  outcomes?: readonly string[]
  start?: string | null
  due?: string | null
  estimate?: number | null
  /** Plain text. */
  description?: string
  checklist?: { name: string; items: readonly { text: string; done: boolean }[] }
}

export type CardsTo = {
  column: string
  spot?: Spot
  createdBy?: string
  /** What else belongs to the same step of undo, told the ids of the new cards. */
  also?(made: readonly string[]): unknown
}

/** So many are born in one update: a frame stays far below its limit. */
const bornTogether = 50

/**
 * In the order given. Answers their ids; none where the column is not on the board. Words that are too
 * long, or days that are none, are refused before anything is written.
 */
export function addCardsWith(doc: Y.Doc, cards: readonly FullCard[], to: CardsTo): string[] {
  for (const card of cards) check(card)
  if (cards.length === 0 || !isOnBoard(doc, to.column)) return []
  const root = rootOf(doc, 'cards') ?? refuse('invalid')
  const at = new Date().toISOString()
  const labels = labelsFor(doc, cards)
  const made = placed(doc, cards, to).map(({ card, place }): Arrival => {
    const entry = cardEntry(card, labels.idOf)
    entry.set('place', place)
    entry.set('createdAt', at)
    if (to.createdBy) entry.set('createdBy', to.createdBy)
    return { root, id: newId(), entry, mark: 'archived', value: { ...place, at } }
  })
  const all = [...labels.made, ...made]
  const births = Array.from({ length: Math.ceil(all.length / bornTogether) }, (_, nth) =>
    all.slice(nth * bornTogether, (nth + 1) * bornTogether),
  )
  const ids = made.map(({ id }) => id)
  bringAllIn(doc, births, () => {
    reviveColumn(doc, to.column)
    to.also?.(ids)
  })
  return ids
}

/** One card; null where the column is not on the board. */
export const addCardWith = (doc: Y.Doc, card: FullCard, to: CardsTo): string | null =>
  addCardsWith(doc, [card], to)[0] ?? null

function check({ title, start, due, checklist }: FullCard): void {
  const words = title.trim()
  if (words === '' || words.length > longest.cardTitle) refuse('invalid')
  for (const day of [start, due]) if (day && !isDate(day)) refuse('invalid')
  for (const { text } of checklist?.items ?? [])
    if (text.trim() === '' || text.length > longest.itemText) refuse('invalid')
}

function placed(doc: Y.Doc, cards: readonly FullCard[], { column, spot = 'end' }: CardsTo) {
  const there = cardsIn(doc, column)
  let order = orderAt(there, '', spot)
  return cards.map((card, nth) => {
    if (nth > 0) {
      const last = { id: `new-${nth}`, order }
      const next = there.find((one) => one.order > order)
      order = orderAt(next ? [last, next] : [last], '', { after: last.id })
    }
    return { card, place: { column, order } satisfies Place }
  })
}

type LabelIds = (label: { id: string } | { name: string }) => string | null

/** Those the board has by that name, and new ones for the rest, in colours it uses least. */
function labelsFor(doc: Y.Doc, cards: readonly FullCard[]): { made: Arrival[]; idOf: LabelIds } {
  const known = [...readBoard(doc).labels]
  const made: Arrival[] = []
  const byName = new Map(known.map(({ id, name }) => [name.toLowerCase(), id]))
  const named = cards
    .flatMap(({ labels }) => labels ?? [])
    .flatMap((one) => ('name' in one ? one.name.trim() : []))
  for (const name of new Set(named)) {
    if (byName.has(name.toLowerCase())) continue
    const uses = (colour: string) => known.filter((label) => label.colour === colour).length
    const colour = labelColours.toSorted((a, b) => uses(a) - uses(b))[0] ?? 'blue'
    const label = newLabelEntry(doc, known, { name, colour })
    known.push(label.label)
    byName.set(name.toLowerCase(), label.label.id)
    made.push(label.arrival)
  }
  return {
    made,
    idOf: (one) => ('id' in one ? one.id : (byName.get(one.name.trim().toLowerCase()) ?? null)),
  }
}

function cardEntry(card: FullCard, labelId: LabelIds): Y.Map<unknown> {
  const entry = new Y.Map<unknown>()
  const description = new Y.XmlFragment()
  if (card.description) description.insert(0, toYjs(toRichNodes(card.description)))
  const labels = new Y.Map<true>()
  for (const label of card.labels ?? []) {
    const id = labelId(label)
    if (id) labels.set(id, true)
  }
  entry.set('title', new Y.Text(card.title.trim()))
  entry.set('description', description)
  entry.set('labels', labels)
  for (const person of card.assignees ?? []) entry.set(`assignee:${person}`, true)
  for (const outcome of card.outcomes ?? []) entry.set(`outcome:${outcome}`, true)
  for (const fact of ['start', 'due', 'estimate'] as const)
    if (card[fact] !== null && card[fact] !== undefined) entry.set(fact, card[fact])
  if (card.checklist) addChecklistEntries(entry, card.checklist)
  return entry
}

function addChecklistEntries(
  card: Y.Map<unknown>,
  { name, items }: NonNullable<FullCard['checklist']>,
): void {
  const list = newId()
  const whole = new Y.Map<unknown>()
  whole.set('name', name)
  whole.set('order', orderAt([], list, 'end'))
  card.set(`list:${list}`, whole)
  let last: { id: string; order: string }[] = []
  for (const { text, done } of items) {
    const id = newId()
    const order = orderAt(last, id, 'end')
    last = [{ id, order }]
    const item = new Y.Map<unknown>()
    item.set('text', text.trim())
    item.set('place', { list, order })
    if (done) item.set('done', true)
    card.set(`item:${id}`, item)
  }
}
