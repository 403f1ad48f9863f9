/** A board as people read it in Markdown: a heading for each column, and below it for each card. */
import type { BoardContent } from '@atelier/shared/exchange/board-content'
import type { JSONContent } from '@tiptap/core'
import { attachmentsText, checklistsText, factsText, learningText, type Names } from './card-text'
import type { PageWords } from './page-words'
import { heading } from './text-nodes'

type Words = PageWords['board']
type Shown = BoardContent['columns'][number]['cards'][number]

export function boardText(board: BoardContent, words: Words): JSONContent {
  const { columns, archive, templates } = board
  const all = [...columns.flatMap(({ cards }) => cards), ...archive, ...templates]
  const names: Names = {
    labels: new Map(board.labels.map(({ id, name }) => [id, name])),
    cards: new Map(all.map(({ id, title }) => [id, title || words.untitledCard])),
  }
  const section = (name: string, cards: readonly Shown[]) => [
    heading(2, name),
    ...cards.flatMap((card) => cardText(card, names, words)),
  ]
  const content = [
    ...columns.flatMap(({ name, cards }) => section(name || words.untitledColumn, cards)),
    ...(archive.length > 0 ? section(words.archive, archive) : []),
    ...(templates.length > 0 ? section(words.templates, templates) : []),
  ]
  return { type: 'doc', content }
}

function cardText(card: Shown, names: Names, words: Words): JSONContent[] {
  const description = card.description as JSONContent | null
  return [
    heading(3, card.title || words.untitledCard),
    ...factsText(card, names, words),
    ...(description?.content ?? []).map(below),
    ...checklistsText(card, words),
    ...attachmentsText(card),
    ...learningText(card, words),
  ]
}

/** A description’s headings stand below its card’s. */
const below = (node: JSONContent): JSONContent =>
  node.type === 'heading'
    ? { ...node, attrs: { ...node.attrs, level: Math.min(6, (node.attrs?.level ?? 1) + 3) } }
    : node
