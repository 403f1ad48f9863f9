/**
 * Moving a card to another board: two rooms, so two edits, the arrival first. Each is the same when it is
 * done twice, so that whoever was cut off in between asks again: the card keeps its id, and what
 * stays behind is archived and says where to.
 */
import * as Y from 'yjs'
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
import { readCard, readPlace } from './card'
import { setOrDelete } from './change-card-edits'
import { reviveColumn } from './column-edits'
import { addBoardLabel } from './label-edits'
import { printOf, putAwayLeftBehind } from './left-behind-edits'
import { isOfBoard, isOfOneCard, kindOf } from './moved-keys'
import { asText } from './plain-values'
import { renewCard } from './renew-edits'

/** `files`: of files the card has or shows, by their ids, which ones it has there. */
export type Arrival = {
  column: string
  files: ReadonlyMap<string, string>
  /** Whether somebody may read the board it goes to. */
  mayRead(person: string): boolean
  /** Null within one project. */
  outcomes: OutcomePass | null
}

/**
 * A document with nothing but this card and its labels, to be looked at while its board goes on; null where it is not.
 * Under another id it is a copy: what people learned by the one card is not in it.
 */
export function cardParcel(doc: Y.Doc, id: string, as = id): Y.Doc | null {
  const card = entryOf(doc, 'cards', id)
  if (!card) return null
  const parcel = new Y.Doc()
  edit(parcel, () => {
    const copy = card.clone()
    rootOf(parcel, 'cards')?.set(as, copy)
    if (as !== id) for (const key of [...copy.keys()]) if (isOfOneCard(key)) copy.delete(key)
    const chosen = card.get('labels')
    for (const label of chosen instanceof Y.Map ? chosen.keys() : []) {
      const entry = entryOf(doc, 'labels', label)
      if (entry) rootOf(parcel, 'labels')?.set(label, entry.clone())
    }
  })
  return parcel
}

/**
 * Brings `id` of the board, or the parcel, `from` onto this one. Where it is here already, nothing is done, unless it
 * is only what was left behind by an earlier move: that becomes the card again. False where the card or
 * the column is not there.
 */
export function receiveCard(doc: Y.Doc, from: Y.Doc, id: string, arrival: Arrival): boolean {
  const source = entryOf(from, 'cards', id)
  if (!source || !isOnBoard(doc, arrival.column)) return false
  const before = entryOf(doc, 'cards', id)
  const isLeftBehind = before?.has('movedTo') && readPlace(before).archivedAt !== null
  if (before && !isLeftBehind) return true
  const labels = labelsFor(doc, from, source, id)
  edit(doc, () => reviveColumn(doc, arrival.column))
  const order = orderAt(cardsIn(doc, arrival.column), id, 'end')
  const place: Place = { column: arrival.column, order }
  const pairs = arriving(source, arrival)
  if (before) {
    putAwayLeftBehind(doc, before)
    const there = (file: string) => arrival.files.get(file) ?? file
    edit(doc, () => {
      renewCard(before, { pairs, source, copyChild: (child) => childOf(child, there) })
      before.set('labels', labels)
      before.set('place', place)
      for (const key of ofItsTime) setOrDelete(before, key, null)
    })
  } else {
    const root = rootOf(doc, 'cards') ?? refuse('invalid')
    const entry = new Y.Map<unknown>([...pairs, ['labels', labels], ['place', place]])
    bringIn(doc, { root, id, entry, mark: 'archived' }, { ...place, at: new Date().toISOString() })
  }
  return true
}

/**
 * Archives what is left of a card that is on another board now; nothing where that was said already. `leftAs` is
 * the print of what went there: what was written here meanwhile, or comes later, did not.
 */
export function sendCardAway(
  doc: Y.Doc,
  id: string,
  board: string,
  { at = new Date().toISOString(), leftAs }: { at?: string; leftAs?: string | undefined } = {},
): boolean {
  const card = entryOf(doc, 'cards', id)
  if (!card) return false
  edit(doc, () => {
    const isHere = readPlace(card).archivedAt === null
    if (card.get('movedTo') !== board) {
      card.set('leftAs', leftAs ?? printOf(card))
      card.set('movedTo', board)
    }
    const archived: Archived = { ...(card.get('place') as Place), at }
    if (isHere) card.set('archived', archived)
  })
  return true
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
    if (isOfBoard(key) || (kind === 'assignee' && !mayRead(rest))) continue
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

/** The card's labels as this board has them: by name, made where there is none. */
function labelsFor(doc: Y.Doc, from: Y.Doc, source: Entry, id: string): Y.Map<true> {
  const theirs = readBoard(from).labels
  const own = readBoard(doc).labels
  const map = new Y.Map<true>()
  for (const wanted of readCard(id, source, theirs).labels) {
    const label = theirs.find((one) => one.id === wanted)
    if (!label || label.name.trim() === '') continue
    const same = own.filter(({ name }) => name === label.name)
    const found = same.find(({ colour }) => colour === label.colour) ?? same[0]
    map.set(found?.id ?? addBoardLabel(doc, label.name.slice(0, 40), label.colour), true)
  }
  return map
}
