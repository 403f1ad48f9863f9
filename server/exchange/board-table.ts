/** A board as CSV: a row for each card, which comes in again by our own reading of tables. */
import { closed } from '@atelier/shared/basics/both-ways'
import { markdownFromBody } from '@atelier/shared/docs/markdown-from-body'
import type { BoardContent } from '@atelier/shared/exchange/board-content'
import type { PersonContent, ShownCard } from '@atelier/shared/exchange/card-content'
import type { JSONContent } from '@tiptap/core'
import Papa from 'papaparse'
import type { PageWords } from './page-words'

type Words = PageWords['table']
/** `column` is its name. */
type Row = { card: ShownCard; column: string; archivedAt: string | null }

/** A spreadsheet runs what begins like this. Reading takes one `'` away again. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/

/** With the mark by which a spreadsheet knows UTF-8. Templates are no rows. */
export function boardTable(board: BoardContent, words: Words): string {
  const labels = new Map(board.labels.map(({ id, name }) => [id, name]))
  const rows = rowsOf(board).map((row) => cellsOf(row, labels))
  const head = Object.keys(cellsOf(noRow, labels)) as (keyof Words)[]
  const table = [
    head.map((key) => words[key]),
    ...rows.map((row) => Object.values(row).map(closed)),
  ]
  return `\ufeff${Papa.unparse(table, { escapeFormulae: formula, newline: '\r\n' })}`
}

function rowsOf({ columns, archive }: BoardContent): Row[] {
  const names = new Map(columns.map(({ id, name }) => [id, name]))
  const shown = columns.flatMap(({ name, cards }) =>
    cards.map((card) => ({ card, column: name, archivedAt: null })),
  )
  const gone = archive.map(({ column, archivedAt, ...card }) => ({
    ...{ card, archivedAt },
    column: names.get(column ?? '') ?? '',
  }))
  return [...shown, ...gone]
}

function cellsOf({ card, column, archivedAt }: Row, labels: ReadonlyMap<string, string>) {
  const cells: Record<keyof Words, string> = {
    id: card.id,
    title: card.title,
    column,
    description: textOf(card.description),
    assignees: namesAs(card.assignees.map(({ name }) => name)),
    labels: namesAs(card.labels.flatMap((id) => labels.get(id) ?? [])),
    start: card.start ?? '',
    due: card.due ?? '',
    estimate: card.estimate === null ? '' : String(card.estimate),
    checklist: card.checklists.flatMap(linesOf).join('\n'),
    parent: card.partOf ?? '',
    blocks: namesAs(card.blocks),
    attachments: namesAs(card.attachments.map(({ name }) => name)),
    goals: card.goals.map(said).join('\n'),
    learned: card.learned.map(said).join('\n'),
    outcomes: namesAs(card.outcomes.map(({ name }) => name)),
    created: card.createdAt ?? '',
    archived: archivedAt ?? '',
  }
  return cells
}

const textOf = (description: unknown): string =>
  description ? markdownFromBody(description as JSONContent, {}).trim() : ''

/** A line each where a comma would not tell them apart. */
function namesAs(names: readonly string[]): string {
  const known = names.filter((name) => name !== '')
  return known.some((name) => /[,;|]/.test(name)) ? `${known.join('\n')}\n` : known.join(', ')
}

const linesOf = ({ name, items }: ShownCard['checklists'][number], nth: number): string[] => [
  ...(name === '' && nth === 0 ? [] : [`${name}:`]),
  ...items.map(({ text, done }) => `[${done ? 'x' : ' '}] ${text}`),
]

const said = ({ person, text }: { person: PersonContent; text: string }) =>
  person.name === '' ? text : `${person.name}: ${text}`

const noRow: Row = {
  card: {
    ...{
      id: '',
      title: '',
      labels: [],
      assignees: [],
      outcomes: [],
      start: null,
      due: null,
      estimate: null,
    },
    ...{ checklists: [], attachments: [], cover: null, blocks: [], partOf: null },
    ...{ duplicates: null, goals: [], learned: [], comments: [], asked: [], createdAt: null },
  },
  column: '',
  archivedAt: null,
}
