/** What came of a workshop as CSV: a row for each group, note, result, mark and answer. */
import type { Language } from '@atelier/shared/people/choices'
import { wordsIn } from '@atelier/shared/workshops/stage'
import {
  countMarks,
  type SummaryNote,
  type WorkshopSummary,
} from '@atelier/shared/workshops/summary'
import Papa from 'papaparse'
import { type SummaryWords, summaryWords } from './summary-words'

type Row = Partial<Record<keyof SummaryWords['columns'], string>>

/** A spreadsheet runs what begins like this. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/

/** With the mark by which a spreadsheet knows UTF-8. */
export function summaryTable(summary: WorkshopSummary, language: Language): string {
  const words = summaryWords(language)
  const keys = Object.keys(words.columns) as (keyof SummaryWords['columns'])[]
  const rows = rowsOf(summary, words, language).map((row) => keys.map((key) => row[key] ?? ''))
  const table = [keys.map((key) => words.columns[key]), ...rows]
  return `\ufeff${Papa.unparse(table, { escapeFormulae: formula, newline: '\r\n' })}`
}

const number = (dots: number | null) => (dots === null ? '' : String(dots))

function rowsOf(summary: WorkshopSummary, words: SummaryWords, language: Language): Row[] {
  const noteIn =
    (group: string) =>
    (note: SummaryNote): Row => ({
      ...{ kind: words.kinds.note, group, votes: number(note.dots), owner: note.author ?? '' },
      words: note.text || words.drawn,
      topic: note.topic === null ? '' : wordsIn(note.topic, language),
    })
  const groups = summary.groups.flatMap(({ title, dots, notes }): Row[] => [
    { kind: words.kinds.group, words: title || words.untitledGroup, votes: number(dots) },
    ...notes.map(noteIn(title || words.untitledGroup)),
  ])
  const results = summary.results.map(
    ({ kind, words: said, ownerName, due, card }): Row => ({
      ...{ kind: words.kinds[kind], words: said, owner: ownerName ?? '', due: due ?? '' },
      done: card?.done == null ? '' : words.done[card.done ? 'yes' : 'no'],
    }),
  )
  const answers = summary.answers.flatMap(({ title, marks, words: said }): Row[] => [
    ...countMarks(marks ?? []).flatMap((count, i): Row[] =>
      marks === null
        ? []
        : [
            {
              kind: words.kinds.mark,
              topic: wordsIn(title, language),
              words: String(i + 1),
              votes: String(count),
            },
          ],
    ),
    ...(said ?? []).map(
      (one): Row => ({ kind: words.kinds.answer, topic: wordsIn(title, language), words: one }),
    ),
  ])
  return [...groups, ...summary.notes.map(noteIn('')), ...results, ...answers]
}
