/**
 * Moving cards to another board: two rooms, so two edits, the arrival first. Each is the same when it is
 * done twice, so that whoever was cut off in between asks again: a card keeps its id, and what
 * stays behind is archived and says where to.
 */
import * as Y from 'yjs'
import { must } from '../basics/must'
import { orderAt } from '../basics/order'
import type { OutcomePass } from '../outcomes/outcome-pass'
import { refuse } from '../refusals'
import { cardsIn, isOnBoard, readBoard } from './board'
import {
  type Archived,
  bringIn,
  type Entry,
  edit,
  entryOf,
  type Place,
  rootOf,
} from './board-shape'
import { placeOf, readPlace } from './card'
import { changeCards, setOrDelete } from './change-card-edits'
import { reviveColumn } from './column-edits'
import { labelsThere } from './labels-across-edits'
import { printOf, putAwayLeftBehind } from './left-behind-edits'
import { isOfBoard, isOfOneCard, kindOf, peopleIn } from './moved-keys'
import { asText } from './plain-values'
import {
  bringRelations,
  type LateRelation,
  relationsBrought,
  renameRelations,
  writeLateRelations,
} from './relations-across-edits'
import { renewCard } from './renew-edits'

/** `files`: of files the card has or shows, by their ids, which ones it has there. */
export type Arrival = {
  /** Null: each where it was when it left this board, and else in the first column. */
  column: string | null
  /** The cards that go together, where these are only some of them. */
  together?: ReadonlySet<string>
  /** What cards that went there before say of these. */
  late?: readonly LateRelation[]
  /** The board they come from, for their history; not of copies. */
  from?: string
  files: ReadonlyMap<string, string>
  /** Whether somebody may read the board it goes to: of who may not, no key of the card tells there. */
  mayRead(person: string): boolean
  /** The same of the board it comes from: who may not had to be left behind when it went there. */
  couldRead?(person: string): boolean
  /** Null within one project. */
  outcomes: OutcomePass | null
}

/**
 * A document with nothing but these cards and their labels, to be looked at while their board goes on; those that
 * are not there are left out. Under other ids they are copies: what people learned by the one card is not in them,
 * and of relations only those between them.
 */
export function cardParcel(
  doc: Y.Doc,
  ids: readonly string[],
  as: ReadonlyMap<string, string> = new Map(),
): Y.Doc {
  const parcel = new Y.Doc()
  edit(parcel, () => {
    for (const id of ids) {
      const card = entryOf(doc, 'cards', id)
      if (!card) continue
      const copy = card.clone()
      rootOf(parcel, 'cards')?.set(as.get(id) ?? id, copy)
      if (as.has(id)) makeCopy(copy, as)
      packLabels(doc, parcel, card)
    }
  })
  return parcel
}

function makeCopy(card: Entry, as: ReadonlyMap<string, string>): void {
  for (const key of [...card.keys()]) if (isOfOneCard(key)) card.delete(key)
  renameRelations(card, as)
}

function packLabels(doc: Y.Doc, parcel: Y.Doc, card: Entry): void {
  const chosen = card.get('labels')
  const labels = rootOf(parcel, 'labels')
  for (const label of chosen instanceof Y.Map ? chosen.keys() : []) {
    const entry = labels?.has(label) ? null : entryOf(doc, 'labels', label)
    if (entry) labels?.set(label, entry.clone())
  }
}

/**
 * Brings cards of the board, or the parcel, `from` onto this one. Where one is here already, nothing is done, unless
 * it is only what was left behind by an earlier move: that becomes the card again. False where the column is not there.
 */
export function receiveCards(
  doc: Y.Doc,
  from: Y.Doc,
  ids: readonly string[],
  arrival: Arrival,
): boolean {
  const coming = ids.flatMap((id): Coming[] => {
    const source = entryOf(from, 'cards', id)
    const before = entryOf(doc, 'cards', id)
    return source && (!before || isLeftBehind(before)) ? [{ id, source, before }] : []
  })
  const places = placesFor(doc, coming, arrival.column)
  if (!places) return false
  const labels = labelsThere(doc, from)
  const together = arrival.together ?? new Set(ids)
  for (const { id, source, before } of coming) {
    const place = must(places.get(id), 'place')
    edit(doc, () => reviveColumn(doc, place.column))
    const rest: [string, unknown][] = [
      ['labels', labels(source)],
      ['place', place],
      ...cameFrom(arrival),
    ]
    const pairs = arriving(source, arrival)
    if (before) {
      putAwayLeftBehind(doc, before)
      const there = (file: string) => arrival.files.get(file) ?? file
      edit(doc, () => {
        const copyChild = (child: Child) => childOf(child, there)
        renewCard(before, { pairs, source, copyChild, keeps: isLeftHere(arrival) })
        bringRelations(before, { source, together })
        for (const [key, value] of rest) before.set(key, value)
        for (const key of ofItsTime) setOrDelete(before, key, null)
      })
    } else {
      const root = rootOf(doc, 'cards') ?? refuse('invalid')
      const entry = new Y.Map<unknown>([
        ...pairs,
        ...relationsBrought(doc, source, together),
        ...rest,
      ])
      const at = new Date().toISOString()
      bringIn(doc, { root, id, entry, mark: 'archived' }, { ...place, at })
    }
  }
  writeLateRelations(doc, arrival.late ?? [])
  return true
}

const cameFrom = ({ from: board }: Arrival): [string, unknown][] =>
  board === undefined ? [] : [['cameFrom', { board, at: new Date().toISOString() }]]

/** Of whom it tells here, and could not there. */
const isLeftHere =
  ({ mayRead, couldRead = () => true }: Arrival) =>
  (key: string) => {
    const people = peopleIn(key)
    return people.every(mayRead) && !people.every(couldRead)
  }

type Coming = { id: string; source: Entry; before: Entry | null }

const isLeftBehind = (card: Entry) => card.has('movedTo') && readPlace(card).archivedAt !== null

/** At the end of the column, or where each was when it left; null where there is no such column. */
function placesFor(
  doc: Y.Doc,
  coming: readonly Coming[],
  column: string | null,
): Map<string, Place> | null {
  const places = new Map<string, Place>()
  const others: string[] = []
  for (const { id, before } of coming) {
    const was = column === null && before ? placeOf(before) : null
    if (was?.column && isOnBoard(doc, was.column)) places.set(id, was)
    else others.push(id)
  }
  if (others.length === 0) return places
  const there = column ?? readBoard(doc).columns[0]?.id
  if (there === undefined || !isOnBoard(doc, there)) return null
  const ends = cardsIn(doc, there).slice(-1)
  for (const id of others) {
    const order = orderAt(ends, id, 'end')
    ends.push({ id, order })
    places.set(id, { column: there, order })
  }
  return places
}

/**
 * Archives what is left of cards that are on another board now; nothing where that was said already. `leftAs`: by
 * their ids the print of what went there: what was written here meanwhile, or comes later, did not.
 */
export function sendCardsAway(
  doc: Y.Doc,
  ids: readonly string[],
  board: string,
  {
    at = new Date().toISOString(),
    leftAs,
  }: { at?: string; leftAs?: ReadonlyMap<string, string> } = {},
): void {
  changeCards(doc, ids, (card, id) => {
    const isHere = readPlace(card).archivedAt === null
    if (card.get('movedTo') !== board) {
      card.set('leftAs', leftAs?.get(id) ?? printOf(card))
      card.set('movedTo', board)
    }
    const archived: Archived = { ...placeOf(card), at }
    if (isHere) card.set('archived', archived)
  })
}

/** What was left behind says of itself that it was. */
const ofItsTime = ['archived', 'movedTo', 'leftAs', 'assignee', 'template']

/** What a card takes along to another board, with the files and people it has there. */
export function arriving(
  source: Entry,
  { files, mayRead, outcomes }: Omit<Arrival, 'column'>,
): [string, unknown][] {
  const there = (file: string) => files.get(file) ?? file
  const pairs: [string, unknown][] = []
  for (const [key, value] of source.entries()) {
    const [kind, rest] = [kindOf(key), key.slice(key.indexOf(':') + 1)]
    if (isOfBoard(key) || !peopleIn(key).every(mayRead)) continue
    if (outcomes && outcomeKinds.includes(kind) && value)
      pairs.push(outcomeThere(rest, value, outcomes))
    else if (kind === 'file') pairs.push([`file:${there(rest)}`, value])
    else if (key === 'cover') pairs.push([key, withFile(value, there)])
    else pairs.push([key, value instanceof Y.AbstractType ? cloned(value, there) : value])
  }
  const single = asText(source.get('assignee'))
  if (single !== '' && mayRead(single)) pairs.push([`assignee:${single}`, true])
  return pairs
}

const outcomeKinds = ['outcome', 'leftOutcome']

/** What means nothing there stays readable on the card, and comes back where it means something again. */
function outcomeThere(id: string, value: unknown, pass: OutcomePass): [string, unknown] {
  const name = asText(value) || pass.nameOf(id)
  const there = pass.find({ id, name })
  return there === null ? [`leftOutcome:${id}`, name] : [`outcome:${there}`, true]
}

const withFile = (cover: unknown, there: (file: string) => string): unknown => {
  const file = asText((cover as { file?: unknown } | null)?.file)
  return file === '' ? cover : { file: there(file) }
}

/** Only what is part of a document can be read: names of files are put in from the original. */
function cloned(value: Y.AbstractType<unknown>, there: (file: string) => string): unknown {
  if (!(value instanceof Y.XmlFragment)) return value.clone()
  const copy = new Y.XmlFragment()
  copy.insert(0, childrenOf(value, there))
  return copy
}

type Child = Y.XmlElement | Y.XmlText

const childrenOf = (of: Y.XmlFragment, there: (file: string) => string): Child[] =>
  of.toArray().flatMap((child) => (child instanceof Y.XmlHook ? [] : childOf(child, there)))

const childOf = (child: Child, there: (file: string) => string): Child =>
  child instanceof Y.XmlElement ? elementOf(child, there) : child.clone()

function elementOf(element: Y.XmlElement, there: (file: string) => string): Y.XmlElement {
  const copy = new Y.XmlElement(element.nodeName)
  for (const [name, value] of Object.entries(element.getAttributes()))
    copy.setAttribute(name, name === 'file' ? there(asText(value)) : (value as string))
  copy.insert(0, childrenOf(element, there))
  return copy
}
