/** A card as it is read from a board's Y.Doc. How it lies there: board-shape.ts. */
import * as Y from 'yjs'
import { type PersonColour, personColours } from '../people/choices'
import { type Entry, entryOf, mostPoints, type Parts, type Place, partsOf } from './board-shape'
import { type Checklist, readChecklists } from './checklist'
import { isDate } from './due'
import type { Label } from './label'
import { type Learning, readLearning } from './learning'
import { asAmount, asOrder, asRecord, asText, readText } from './plain-values'

/** A file of the board's room that hangs on a card. `size` in bytes. */
export type Attachment = { id: string; name: string; mime: string; size: number; addedAt: string }

/** What a card wears: one of its pictures, or a colour. */
export type Cover = { file: string } | { colour: PersonColour }

export type Card = {
  id: string
  title: string
  /** The id of a column; shown there unless archived, or a template. */
  column: string
  /** Empty when the document holds none that can be used: such cards come last. */
  order: string
  /** Person ids, sorted. */
  assignees: readonly string[]
  /** Ids of labels the board has, in the board's order. */
  labels: readonly string[]
  /** Ids of outcomes it contributes to, sorted; those that are gone, and those of another project, among them. */
  outcomes: readonly string[]
  /** Days as `YYYY-MM-DD`. */
  start: string | null
  due: string | null
  /** In points, 0 to 9,999. */
  estimate: number | null
  hasDescription: boolean
  checklists: readonly Checklist[]
  attachments: readonly Attachment[]
  cover: Cover | null
  /** Relations as somebody wrote them, by card ids; whether they can be so: relations.ts. */
  blocks: readonly string[]
  partOf: string | null
  duplicates: string | null
  learning: Learning
  /** Made to make cards from; on no column. */
  isTemplate: boolean
  /** ISO time; null while the card is on the board. */
  archivedAt: string | null
  /** The board it was moved to; what is here is what was left behind, in the archive. */
  movedTo: string | null
  createdBy: string | null
  /** ISO time; empty where it is not known. */
  createdAt: string
}

type PlacedCard = Pick<Card, 'column' | 'order' | 'archivedAt' | 'isTemplate'>

/** As it lies there, for a mark that holds for this place alone. */
export const placeOf = (entry: Entry): Place => ({ ...(asRecord(entry.get('place')) as Place) })

/** Whether its place is in the column: most of a large board is left unread by whoever asks this first. */
export const isPlacedIn = (entry: Entry, column: string): boolean =>
  (asText(asRecord(entry.get('place'))?.column) || noColumn) === column

/** Where it is, and nothing else: cheap enough to be asked of every card at every move. */
export function readPlace(entry: Entry): PlacedCard {
  const place = asRecord(entry.get('place'))
  const archived = asRecord(entry.get('archived'))
  // Wherever it was put since by somebody who had not heard: it is on another board.
  const isAway = asText(entry.get('movedTo')) !== ''
  const holds = archived?.column === place?.column && archived?.order === place?.order
  return {
    column: asText(place?.column) || noColumn,
    order: asOrder(place?.order),
    archivedAt: isAway || (archived && holds) ? asText(archived?.at) : null,
    isTemplate: entry.get('template') === true,
  }
}

export function readCard(id: string, entry: Entry, labels: readonly Label[]): Card {
  const parts = partsOf(entry)
  const place = readPlace(entry)
  return {
    id,
    ...place,
    title: readText(entry.get('title')),
    assignees: readAssignees(entry, parts),
    labels: readLabels(entry.get('labels'), labels),
    outcomes: idsOf(parts, 'outcome'),
    start: asDay(entry.get('start')),
    due: asDay(entry.get('due')),
    estimate: asAmount(entry.get('estimate'), mostPoints),
    hasDescription: hasContent(entry.get('description')),
    checklists: readChecklists(parts),
    attachments: readAttachments(parts),
    cover: readCover(entry.get('cover')),
    blocks: idsOf(parts, 'blocks'),
    partOf: asText(entry.get('partOf')) || null,
    duplicates: asText(entry.get('duplicates')) || null,
    learning: readLearning(parts),
    movedTo: asText(entry.get('movedTo')) || null,
    createdBy: asText(entry.get('createdBy')) || null,
    createdAt: asText(entry.get('createdAt')),
  }
}

/** Never a column's id that `addColumn` makes: where a card without a place is shown. */
export const noColumn = 'unplaced'

/** Of the keys of one kind whose value is true. */
const idsOf = (parts: Parts, kind: string): readonly string[] =>
  parts.get(kind)?.flatMap(([id, value]) => (value === true ? id : [])) ?? none

const none: readonly string[] = []

function readAssignees(entry: Entry, parts: Parts): readonly string[] {
  const several = idsOf(parts, 'assignee')
  const before = asText(entry.get('assignee'))
  return before === '' || several.includes(before) ? several : [...several, before].sort()
}

/** Nothing else of the card is read. */
export const assigneesOf = (doc: Y.Doc, id: string): readonly string[] => {
  const entry = entryOf(doc, 'cards', id)
  return entry ? readAssignees(entry, partsOf(entry)) : none
}

/** Costs what the card has, however many labels the board has. */
function readLabels(chosen: unknown, labels: readonly Label[]): string[] {
  if (!(chosen instanceof Y.Map) || chosen.size === 0) return []
  const ranks = ranksOf(labels)
  const found: { id: string; rank: number }[] = []
  chosen.forEach((value, id) => {
    const rank = ranks.get(id)
    if (value === true && rank !== undefined) found.push({ id, rank })
  })
  return found.sort((a, b) => a.rank - b.rank).map(({ id }) => id)
}

/** Where each label stands among the board’s. */
const known = new WeakMap<readonly Label[], ReadonlyMap<string, number>>()

function ranksOf(labels: readonly Label[]): ReadonlyMap<string, number> {
  const before = known.get(labels)
  if (before) return before
  const ranks = new Map(labels.map(({ id }, rank) => [id, rank]))
  known.set(labels, ranks)
  return ranks
}

const asDay = (value: unknown): string | null => (isDate(value) ? value : null)

const readAttachments = (parts: Parts): Attachment[] =>
  (parts.get('file') ?? [])
    .flatMap(([id, value]) => {
      const file = asRecord(value)
      if (!file) return []
      const size = asAmount(file.size, Number.MAX_SAFE_INTEGER) ?? 0
      const [name, mime, addedAt] = [asText(file.name), asText(file.mime), asText(file.addedAt)]
      return { id, name, mime, size, addedAt }
    })
    .sort((a, b) => (a.addedAt < b.addedAt ? -1 : a.addedAt > b.addedAt ? 1 : 0))

function readCover(value: unknown): Cover | null {
  const cover = asRecord(value)
  if (!cover) return null
  if (typeof cover.file === 'string' && cover.file !== '') return { file: cover.file }
  const colour = personColours.find((one) => one === cover.colour)
  return colour ? { colour } : null
}

function hasContent(value: unknown): boolean {
  if (!(value instanceof Y.XmlFragment) || value.length === 0) return false
  const first = value.get(0)
  return value.length > 1 || !(first instanceof Y.XmlElement) || first.length > 0
}
