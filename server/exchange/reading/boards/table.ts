/** A table as a board: a card for each row, a column for each state. */
import { labelColours } from '@atelier/shared/boards/label'
import { calledPeople } from './called-people'
import { isDoneName } from './done-names'
import type { Draft, DraftColumn } from './draft'
import { folded } from './field-names'
import { type RowWishes, rowCard } from './row-card'
import { linkRows } from './row-links'
import type { Sheet } from './sheet'

export type TableWishes = RowWishes & {
  source: Draft['source']
  title: string
  /** Of a new board, where the table says none. */
  columns: readonly string[]
}

export function tableDraft(sheet: Sheet, wishes: TableWishes): Draft {
  const { nameOf, knownAs } = calledPeople(sheet)
  const read = sheet.rows.flatMap((row, nth) => rowCard(row, nth, sheet.head, wishes) ?? [])
  const rows = linkRows(read, (field) => sheet.head[wishes.fields.indexOf(field)] ?? '')
  const first = wishes.columns[0] ?? ''
  const standard = wishes.fields.includes('column') ? [] : wishes.columns
  const columns = distinct([...standard, ...rows.map(({ column }) => column || first)])
  const labels = distinct(rows.flatMap((row) => row.labels))
  const sayers = rows.flatMap(({ comments }) => comments.map(({ name }) => nameOf(name)))
  const people = distinct([
    ...rows.flatMap((row) => row.people).map(nameOf),
    ...sayers.filter(Boolean),
  ])
  return {
    source: wishes.source,
    title: wishes.title,
    isPlainText: ['jira', 'asana'].includes(wishes.source),
    labels: labels.map(({ key, name }, nth) => ({
      ...{ key, name },
      colour: labelColours[(nth * 3) % labelColours.length] ?? 'blue',
    })),
    columns: finishedLast(columns.map(({ key, name }) => ({ ...noColumn, key, name }))),
    people: people.map(({ key, name }) => ({ key, name, knownAs: [name, ...knownAs(name)] })),
    cards: rows.map((row) => ({
      ...row,
      column: folded(row.column || first),
      labels: row.labels.map(folded),
      people: row.people.map((said) => folded(nameOf(said))),
      comments: row.comments.map((comment) => {
        const name = nameOf(comment.name)
        return { ...comment, name, author: folded(name) }
      }),
    })),
  }
}

const noColumn = { limit: null, isRemoved: false }

/** Of names that differ in case only, the first. */
function distinct(names: readonly string[]): { key: string; name: string }[] {
  const known = new Map<string, string>()
  for (const name of names) if (!known.has(folded(name))) known.set(folded(name), name)
  return [...known].map(([key, name]) => ({ key, name }))
}

const finishedLast = (columns: readonly DraftColumn[]) => [
  ...columns.filter(({ name }) => !isDoneName(name)),
  ...columns.filter(({ name }) => isDoneName(name)),
]
