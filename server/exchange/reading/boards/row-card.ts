/** One row of a table as a card. What a cell says that is not what its column is about becomes a line of words. */
import { mostPoints } from '@atelier/shared/boards/board-shape'
import type { DateOrder, TableField } from '@atelier/shared/exchange/board-import'
import { timeOf } from '@atelier/shared/exchange/card-content'
import type { ImportWords } from '../../page-words'
import { type Collected, skip } from '../pack'
import { checklistsIn, isSaid, namesIn, numberIn } from './cells'
import { dayIn, timeOfDay } from './days'
import { type DraftCard, type DraftComment, emptyCard } from './draft'
import { planeComments, planeRelations } from './plane-cells'
import type { TableRow } from './row-links'

export type RowWishes = {
  /** In the order of the table’s columns. */
  fields: readonly TableField[]
  dates: DateOrder
  zone: string
  words: ImportWords
  into: Collected
}

type Cell = { name: string; said: string }
type Cells = Partial<Record<TableField, Cell[]>>

/** What people call an issue by, also in other places, such as `AB-12`. */
const isKnownElsewhere = ({ said }: Cell) => /^\s*[A-Z][A-Z0-9_]{0,19}-\d{1,9}\s*$/.test(said)

/** Null for a row that says nothing. Columns, labels and people go by name. */
export function rowCard(
  row: readonly string[],
  nth: number,
  head: readonly string[],
  wishes: RowWishes,
): TableRow | null {
  const cells = cellsOf(row, head, wishes.fields)
  const first = (field: TableField) => cells[field]?.[0]?.said ?? ''
  const all = (field: TableField) => cells[field]?.map(({ said }) => said) ?? []
  const ids = all('id').map((id) => id.trim())
  const card: TableRow = {
    ...emptyCard(ids[0] ?? `row ${nth}`, first('column').trim()),
    title: first('title').trim(),
    labels: all('labels').flatMap(namesIn),
    people: all('assignees').flatMap(namesIn),
    checklists: all('checklist').flatMap(checklistsIn),
    text: all('description').join('\n\n'),
    comments: all('comment').flatMap((said) => commentsIn(said, wishes)),
    facts: [...(cells.id ?? []).filter(isKnownElsewhere), ...(cells.text ?? [])].map(
      ({ name, said }) => ({ name, value: said }),
    ),
    parents: all('parent').map((said) => said.trim()),
    blocks: all('blocks').flatMap(namesIn),
    waitsFor: all('blockedBy').flatMap((said) => (planeRelations(said) ? [] : namesIn(said))),
    outcomes: all('outcomes').flatMap(namesIn),
    otherKeys: ids.slice(1),
  }
  takeRelations(card, cells)
  takeDays(card, cells, wishes)
  takeEstimate(card, first('estimate'), wishes)
  if (isEmpty(card)) return null
  return card
}

/** Those that say something. */
function cellsOf(
  row: readonly string[],
  head: readonly string[],
  fields: readonly TableField[],
): Cells {
  const cells: Cells = {}
  for (const [place, field] of fields.entries()) {
    const said = row[place] ?? ''
    if (field === 'none' || said.trim() === '') continue
    const cell = { name: head[place] ?? '', said }
    const known = cells[field]
    if (known) known.push(cell)
    else cells[field] = [cell]
  }
  return cells
}

type DayField = 'start' | 'due' | 'created' | 'archived'
const isPlanned = (field: DayField) => field === 'start' || field === 'due'

/** A day that is none is said, and kept in words; so is a time of day. */
function takeDays(card: DraftCard, cells: Cells, { dates, zone, words, into }: RowWishes) {
  const day = (field: DayField) => {
    const cell = cells[field]?.[0]
    if (!cell || (field === 'archived' && /^\s*\p{L}+\s*$/u.test(cell.said))) return null
    const found = dayIn(cell.said, dates, zone)
    if (found !== null) {
      if (isPlanned(field) && timeOfDay(cell.said, zone) !== null) {
        skip(into, card.title, 'times-left')
        card.facts.push({ name: words.times[field], value: cell.said.trim() })
      }
      return found
    }
    skip(into, card.title, 'bad-date')
    card.facts.push({ name: cell.name, value: cell.said })
    return null
  }
  card.start = day('start')
  card.due = day('due')
  const created = day('created')
  card.createdAt = created && `${created}T12:00:00.000Z`
  if (!isSaid(cells.archived?.[0]?.said ?? '')) return
  const archived = day('archived')
  card.archivedAt = archived ? `${archived}T12:00:00.000Z` : new Date().toISOString()
}

function takeEstimate(card: DraftCard, said: string, { words }: RowWishes) {
  const points = numberIn(said)
  if (points !== null && points <= mostPoints) card.estimate = points
  else if (said !== '') card.facts.push({ name: words.estimate, value: said })
}

/** Plane’s are in one cell, whatever they are. */
function takeRelations(card: TableRow, { blockedBy = [] }: Cells): void {
  for (const { name, said } of blockedBy) {
    for (const [kind, other] of Object.entries(planeRelations(said) ?? {})) {
      if (typeof other !== 'string' || other.trim() === '') continue
      if (kind === 'blocked_by') card.waitsFor.push(other.trim())
      else if (kind === 'blocking') card.blocks.push(other.trim())
      else card.facts.push({ name, value: `${kind.replaceAll('_', ' ')}: ${other.trim()}` })
    }
  }
}

function commentsIn(said: string, wishes: RowWishes): DraftComment[] {
  const dayOf = (at: string) => {
    const day = dayIn(at, wishes.dates, wishes.zone)
    return day === null ? '' : `${day}T12:00:00.000Z`
  }
  return planeComments(said, dayOf) ?? [commentOf(said, wishes)]
}

/** Jira’s has when and who before what was said. */
function commentOf(said: string, { dates, zone }: RowWishes): DraftComment {
  const [, at = '', name = '', text] = /^([^;\n]{6,40});([^;\n]{1,200});([\s\S]+)$/.exec(said) ?? []
  const time = timeOf(/^\d{4}-/.test(at) ? at : `${dayIn(at, dates, zone)}T12:00:00.000Z`)
  if (text === undefined || time === null) return { author: '', name: '', at: '', text: said }
  return { author: '', name, at: time, text }
}

const isEmpty = (card: DraftCard) =>
  card.title === '' &&
  card.text === '' &&
  card.comments.length + card.facts.length + card.checklists.length + card.outcomes.length === 0
