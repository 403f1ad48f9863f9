/** What is on a card, as people read it in Markdown. */
import type { PersonContent, ShownCard } from '@atelier/shared/exchange/card-content'
import type { JSONContent } from '@tiptap/core'
import type { PageWords } from './page-words'
import { heading, paragraph, text } from './text-nodes'

type Words = PageWords['board']
/** By ids. */
export type Names = Record<'labels' | 'cards', ReadonlyMap<string, string>>

/** Who, from and until when, and the like, in one line. */
export function factsText(card: ShownCard, names: Names, words: Words): JSONContent[] {
  const { start, due, estimate, blocks, partOf, duplicates } = card
  const labels = card.labels.flatMap((id) => names.labels.get(id) || [])
  const cards = (ids: (string | null)[]) => ids.flatMap((id) => names.cards.get(id ?? '') || [])
  const listed = (word: string, found: readonly string[]) =>
    found.length > 0 ? [[text(`${word} ${found.join(', ')}`)]] : []
  const parts = [
    ...peopleAfter(words.assignee, card.assignees),
    ...listed(words.start, start ? [start] : []),
    ...listed(words.due, due ? [due] : []),
    ...listed(words.estimate, estimate === null ? [] : [String(estimate)]),
    ...listed(words.labels, labels),
    ...listed(words.partOf, cards([partOf])),
    ...listed(words.blocks, cards([...blocks])),
    ...listed(words.duplicates, cards([duplicates])),
  ]
  return parts.length > 0 ? [paragraph(...joined(parts, ' · '))] : []
}

/** Of those who have a name. */
function peopleAfter(word: string, people: readonly PersonContent[]): JSONContent[][] {
  const known = people.filter(({ name }) => name !== '')
  if (known.length === 0) return []
  return [
    [
      text(`${word} `),
      ...joined(
        known.map(({ id, name }) => [
          { type: 'mention', attrs: { kind: 'person', id, label: name } },
        ]),
        ', ',
      ),
    ],
  ]
}

const joined = (parts: readonly JSONContent[][], between: string): JSONContent[] =>
  parts.flatMap((part, nth) => (nth === 0 ? part : [text(between), ...part]))

export const checklistsText = ({ checklists }: ShownCard, words: Words): JSONContent[] =>
  checklists.flatMap(({ name, items }) => [
    heading(4, name || words.checklist),
    ...(items.length > 0 ? [{ type: 'taskList', content: items.map(itemText) }] : []),
  ])

const itemText = (item: { text: string; done: boolean }): JSONContent => ({
  type: 'taskItem',
  attrs: { checked: item.done },
  content: [paragraph(text(item.text))],
})

export const attachmentsText = ({ attachments }: ShownCard): JSONContent[] =>
  attachments.map(({ file, name, mime, size }) => ({
    type: 'attachment',
    attrs: { file, name, mime, size },
  }))

export const learningText = ({ goals, learned }: ShownCard, words: Words): JSONContent[] => [
  ...goals.flatMap(({ person, text: goal, helpers }) => {
    const helping = peopleAfter(words.helpers, helpers)
    const lines = [[text(`${words.wantsToLearn} ${goal}`)], ...helping]
    return said(person, lines)
  }),
  ...learned.flatMap(({ person, text: note }) =>
    said(person, [[text(`${words.learned} ${note}`)]]),
  ),
]

const said = (person: PersonContent, lines: JSONContent[][]): JSONContent[] => {
  const who = person.name === '' ? [] : [text(`${person.name} · `)]
  return [paragraph(...who, ...joined(lines, ' · '))]
}
