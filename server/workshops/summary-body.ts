/** What came of a workshop as the body of a doc or card. All that people wrote is text in it, never markup. */
import type { Language } from '@atelier/shared/people/choices'
import { wordsIn } from '@atelier/shared/workshops/stage'
import {
  countMarks,
  type SummaryGroup,
  type SummaryNote,
  type WorkshopSummary,
} from '@atelier/shared/workshops/summary'
import type { JSONContent } from '@tiptap/core'
import { counted, type SummaryWords, summaryWords } from './summary-words'

const text = (said: string): JSONContent[] => (said === '' ? [] : [{ type: 'text', text: said }])
const paragraph = (said: string): JSONContent => ({ type: 'paragraph', content: text(said) })
const heading = (said: string, level = 2): JSONContent => ({
  ...{ type: 'heading', attrs: { level } },
  content: text(said),
})
const list = (items: readonly string[]): JSONContent[] =>
  items.length === 0
    ? []
    : [
        {
          type: 'bulletList',
          content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
        },
      ]
const oneLine = (said: string) => said.replace(/\s+/g, ' ').trim()

/** “From the workshop …”, with the way there. */
const linkBack = (
  { id, title }: Pick<WorkshopSummary, 'id' | 'title'>,
  words: SummaryWords,
): JSONContent => ({
  type: 'paragraph',
  content: [
    { type: 'text', text: `${words.from} ` },
    {
      ...{ type: 'text', text: title },
      marks: [{ type: 'link', attrs: { href: `/workshops/${id}` } }],
    },
  ],
})

const noteLine = (note: SummaryNote, words: SummaryWords): string =>
  [
    oneLine(note.text) || words.drawn,
    ...(note.author === null ? [] : [`(${oneLine(note.author)})`]),
    ...(note.dots ? [`· ${counted(words.dots, note.dots)}`] : []),
  ].join(' ')

/** A card that a group becomes: its notes. */
export const groupCardBody = (
  workshop: Pick<WorkshopSummary, 'id' | 'title'>,
  { notes, dots }: Pick<SummaryGroup, 'notes' | 'dots'>,
  words: SummaryWords,
): JSONContent => ({
  type: 'doc',
  content: [
    ...(dots ? [paragraph(counted(words.dots, dots))] : []),
    ...list(notes.map((note) => noteLine(note, words))),
    linkBack(workshop, words),
  ],
})

export const plainCardBody = (
  workshop: Pick<WorkshopSummary, 'id' | 'title'>,
  rest: string | null,
  words: SummaryWords,
): JSONContent => ({
  type: 'doc',
  content: [
    ...(rest === null ? [] : rest.split(/\n+/).map((line) => paragraph(line.trim()))),
    linkBack(workshop, words),
  ],
})

export function summaryBody(summary: WorkshopSummary, language: Language): JSONContent {
  const words = summaryWords(language)
  const of = (kind: 'decision' | 'action') => summary.results.filter((one) => one.kind === kind)
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  const section = (title: string, content: JSONContent[]) =>
    content.length === 0 ? [] : [heading(title), ...content]
  const actions = of('action').map(({ words: said, ownerName, due }) =>
    [
      oneLine(said),
      ...(ownerName ? [`– ${ownerName}`] : []),
      ...(due ? [`– ${words.by.replace('{day}', days.format(new Date(due)))}`] : []),
    ].join(' '),
  )
  const groups = summary.groups.flatMap(({ title, dots, notes }) => [
    heading(
      [oneLine(title) || words.untitledGroup, ...(dots ? [counted(words.dots, dots)] : [])].join(
        ' · ',
      ),
      3,
    ),
    ...list(notes.map((note) => noteLine(note, words))),
  ])
  return {
    type: 'doc',
    content: [
      linkBack(summary, words),
      paragraph(
        [
          counted(words.people, summary.people),
          ...(summary.startedAt ? [days.format(new Date(summary.startedAt))] : []),
        ].join(' · '),
      ),
      ...section(words.decisions, list(of('decision').map((one) => oneLine(one.words)))),
      ...section(words.actions, list(actions)),
      ...section(words.groups, groups),
      ...section(words.others, list(summary.notes.map((note) => noteLine(note, words)))),
      ...summary.answers.flatMap((answers) => answersOf(answers, language)),
    ],
  }
}

function answersOf(
  { title, marks, words: said }: WorkshopSummary['answers'][number],
  language: Language,
): JSONContent[] {
  if (marks === null) return []
  const words = summaryWords(language)
  const counts = countMarks(marks).map((count, i) =>
    words.marks.replace('{mark}', String(i + 1)).replace('{count}', String(count)),
  )
  return [
    heading(wordsIn(title, language)),
    ...(marks.length > 0 ? [paragraph(counts.join(' · '))] : []),
    ...list((said ?? []).map(oneLine)),
  ]
}
