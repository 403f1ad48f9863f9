/** A board as people read it in Markdown: a heading for each column, and below it for each card. */
import type { BoardContent } from '@atelier/shared/exchange/board-content'
import type { JSONContent } from '@tiptap/core'
import type { PageWords } from './page-words'

type Words = PageWords['board']
type Shown = BoardContent['columns'][number]['cards'][number]

export function boardText(board: BoardContent, words: Words): JSONContent {
  const labels = new Map(board.labels.map(({ id, name }) => [id, name]))
  const cards = (shown: readonly Shown[]) => shown.flatMap((card) => cardText(card, labels, words))
  const content = [
    ...board.columns.flatMap(({ name, cards: shown }) => [
      heading(2, name || words.untitledColumn),
      ...cards(shown),
    ]),
    ...(board.archive.length > 0 ? [heading(2, words.archive), ...cards(board.archive)] : []),
  ]
  return { type: 'doc', content }
}

function cardText(card: Shown, labels: ReadonlyMap<string, string>, words: Words): JSONContent[] {
  const description = card.description as JSONContent | null
  return [
    heading(3, card.title || words.untitledCard),
    ...facts(card, labels, words),
    ...(description?.content ?? []).map(below),
  ]
}

/** Who, until when, and labels, in one line. */
function facts(
  { assignee, due, labels: own }: Shown,
  labels: ReadonlyMap<string, string>,
  words: Words,
): JSONContent[] {
  const names = own.flatMap((id) => labels.get(id) || [])
  const parts = [
    ...(assignee?.name
      ? [
          text(`${words.assignee} `),
          { type: 'mention', attrs: { kind: 'person', id: assignee.id, label: assignee.name } },
          text(' · '),
        ]
      : []),
    ...(due ? [text(`${words.due} ${due}`), text(' · ')] : []),
    ...(names.length > 0 ? [text(`${words.labels} ${names.join(', ')}`), text(' · ')] : []),
  ].slice(0, -1)
  return parts.length > 0 ? [{ type: 'paragraph', content: parts }] : []
}

const text = (words: string): JSONContent => ({ type: 'text', text: words })

const heading = (level: number, words: string): JSONContent => ({
  type: 'heading',
  attrs: { level },
  content: [text(words)],
})

/** A description’s headings stand below its card’s. */
const below = (node: JSONContent): JSONContent =>
  node.type === 'heading'
    ? { ...node, attrs: { ...node.attrs, level: Math.min(6, (node.attrs?.level ?? 1) + 3) } }
    : node
