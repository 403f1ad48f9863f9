/** A file that somebody brought as a board: told by what stands in it, not by its name. */
import { mostParts } from '@atelier/shared/exchange/board-content'
import type { BoardLook, BoardPlan, ImportProgress } from '@atelier/shared/exchange/board-import'
import { mostFoundPeople, mostTableColumns } from '@atelier/shared/exchange/board-import'
import { Refusal, refuse } from '@atelier/shared/refusals'
import { partsIn } from '../../count-parts'
import type { BoardJob, Found, FoundBoard } from '../../jobs'
import { matchPeople } from '../../match-people'
import { decodeText } from '../decode-text'
import { type Collected, endingOf, nameIn, skip, skippedBeyond, stemOf } from '../pack'
import { unzip, zipLimits } from '../unzip'
import { guessOrder } from './days'
import type { Draft } from './draft'
import { boardOfDraft, tooManyParts } from './draft-board'
import { focalParts, isFocalLines, linesIn, readFocalboard } from './focalboard'
import { guessFields } from './guess-fields'
import type { Loose } from './loose-json'
import { isOwnBoard, ownBoard } from './own-board'
import { sheetOfRecords } from './records-as-sheet'
import { readSheet, type Sheet } from './sheet'
import { tableDraft } from './table'
import { isTrello, readTrello } from './trello'
import { isWekan, readWekan } from './wekan'

const refuseAs = (problem: string): never => {
  throw new Refusal('invalid', { fields: [{ field: 'file', problem }] })
}

type Read = {
  draft: Draft
  table: BoardLook['table']
  /** Of a board of our own, which needs no drafting. */
  own?: FoundBoard
}

/** What is in the file, and what would become of it. */
export async function lookAtBoard(job: BoardJob): Promise<BoardLook> {
  const { draft, table } = await readAny(job, { files: [], skipped: [] })
  const matched = matchPeople(draft.people, job.members, job.plan.people)
  const counts = countsOf(draft.cards.flatMap((card) => card.people))
  const said = countsOf(draft.cards.flatMap((card) => card.comments.map(({ author }) => author)))
  const removed = new Set(draft.columns.flatMap(({ key, isRemoved }) => (isRemoved ? key : [])))
  const isAway = ({ archivedAt, column }: Draft['cards'][number]) =>
    archivedAt !== null || removed.has(column)
  return {
    source: draft.source,
    title: draft.title,
    columns: draft.columns
      .filter(({ isRemoved }) => !isRemoved)
      .map(({ name }) => name.slice(0, 80))
      .slice(0, 100),
    cards: draft.cards.length,
    archived: draft.cards.filter(isAway).length,
    comments: draft.cards.reduce((sum, card) => sum + card.comments.length, 0),
    people: draft.people.slice(0, mostFoundPeople).map(({ key, name }) => ({
      ...{ key, name: name.slice(0, 200) },
      cards: counts.get(key) ?? 0,
      comments: said.get(key) ?? 0,
      person: matched.get(key) ?? null,
    })),
    table,
  }
}

function countsOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** The board, and what of it is not as it was. */
export async function readBoardFile(
  job: BoardJob,
  tell?: (progress: ImportProgress) => void,
): Promise<Found> {
  const into: Collected = { files: [], skipped: [] }
  const { draft, own } = await readAny(job, into)
  const people = matchPeople(draft.people, job.members, job.plan.people)
  const reading = (done: number, of: number) => tell?.({ step: 'reading', done, of })
  const names = new Map(draft.people.map(({ key, name }) => [key, name]))
  if (own && partsIn(own) > mostParts) refuse('invalid', tooManyParts)
  const { words, outcomes } = job
  const wishes = { people, names, words, outcomes, into, tell: reading }
  const board = own ?? boardOfDraft(draft, wishes)
  return {
    ...{ kind: 'board', docs: [], boards: [board], files: into.files, skipped: into.skipped },
    skippedBeyond: skippedBeyond(into.skipped),
  }
}

async function readAny(job: BoardJob, into: Collected): Promise<Read> {
  const { bytes } = job
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return readText(job, into)
  const { files, skipped } = await unzip(bytes, packLimits)
  const wishes = { words: job.words, zone: zoneOf(job.plan), into }
  const draft = readFocalboard(focalParts(files, textOf), wishes)
  for (const { name, why } of draft ? skipped : []) skip(into, name, why)
  if (draft) return { draft, table: null }
  // Some pack the one file that they export.
  const readable = [...files].filter(([path]) => ['json', 'csv'].includes(endingOf(path)))
  const [[path, content] = refuseAs('zip')] = readable
  if (readable.length > 1) refuseAs('zip')
  return readText({ ...job, name: path, bytes: content }, into)
}

/** A board’s zip is made in memory. */
const packLimits = { ...zipLimits, allBytes: 200 * 1024 * 1024 }

const textOf = (bytes: Uint8Array) => decodeText(bytes)?.text ?? ''

function readText(job: BoardJob, into: Collected): Read {
  const { bytes, words, plan } = job
  const decoded = decodeText(bytes) ?? refuseAs('encoding')
  if (!decoded.isSure) skip(into, job.name, 'encoding')
  const text = decoded.text.replace(/^\ufeff/, '').trimStart()
  if (text === '') refuseAs('required')
  if (!/^[{[]/.test(text)) return readTable(readSheet(text, plan.separator), job, into)
  const wishes = { words, zone: zoneOf(plan), into }
  const lines = /^{.*}[ \t\r]*\n\s*{/.test(text) ? linesIn(text) : []
  const alone = isFocalLines(lines) ? [{ records: lines, files: new Map() }] : []
  const focal = readFocalboard(alone, wishes)
  if (focal) return { draft: focal, table: null }
  const json = parsed(text)
  if (isWekan(json)) return { draft: readWekan(json, wishes), table: null }
  if (isTrello(json)) return { draft: readTrello(json, wishes), table: null }
  if (isOwnBoard(json)) return { ...ownBoard(bytes, job, into), table: null }
  const sheet = sheetOfRecords(json)
  return sheet ? readTable(sheet, job, into) : refuseAs('unknown-board')
}

const zoneOf = ({ zone }: BoardPlan) => zone ?? 'UTC'

function parsed(text: string): Loose {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null ? (json as Loose) : {}
  } catch {
    // Broken off, or nested deeper than the parser goes.
    return refuseAs('broken-json')
  }
}

function readTable(found: Sheet | null, job: BoardJob, into: Collected): Read {
  const { plan, words, columns } = job
  const sheet = found ?? refuseAs('unknown-board')
  if (sheet.head.length > mostTableColumns) refuseAs('too-many-columns')
  if (sheet.rows.length === 0) refuseAs('no-rows')
  const guess = guessFields(sheet)
  const isFitting = plan.fields?.length === sheet.head.length
  const fields = isFitting ? (plan.fields ?? guess.fields) : guess.fields
  const guessed = guessOrder(daysIn(sheet, fields), job.language === 'de' ? 'dmy' : 'mdy')
  const dates = plan.dates ?? guessed
  const title = stemOf(nameIn(job.name.replaceAll('\\', '/'))) || words.board
  const wishes = {
    source: guess.source,
    title,
    fields,
    dates: dates ?? 'ymd',
    columns,
    words,
    into,
  }
  const draft = tableDraft(sheet, { ...wishes, zone: zoneOf(plan) })
  return { draft, table: { separator: sheet.separator, dates, columns: columnsOf(sheet, fields) } }
}

const daysSaid = new Set(['start', 'due', 'created', 'archived'])

function* daysIn({ rows }: Sheet, fields: readonly string[]): Generator<string> {
  const places = fields.flatMap((field, nth) => (daysSaid.has(field) ? nth : []))
  for (const row of rows) for (const place of places) yield row[place] ?? ''
}

const mostSamples = 3

const columnsOf = ({ head, rows }: Sheet, fields: NonNullable<BoardPlan['fields']>) =>
  head.map((name, nth) => {
    const samples = new Set<string>()
    for (const row of rows) {
      const said = (row[nth] ?? '').trim()
      if (said !== '') samples.add(said.slice(0, 120))
      if (samples.size === mostSamples) break
    }
    return { name: name.slice(0, 200), samples: [...samples], field: fields[nth] ?? 'none' }
  })
