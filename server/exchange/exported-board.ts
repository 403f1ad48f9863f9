/** All of a board that goes into a project's zip, read from its room. */
import { isUuid } from '@atelier/shared/basics/uuid'
import { readBoard } from '@atelier/shared/boards/board'
import { entryOf } from '@atelier/shared/boards/board-shape'
import type { Card } from '@atelier/shared/boards/card'
import { cardDescription } from '@atelier/shared/boards/card-edits'
import { readFragment } from '@atelier/shared/docs/read-body'
import { oneLine } from '@atelier/shared/docs/tidy-inlines'
import {
  type BoardContent,
  lineLength,
  mostIn,
  timeOf,
} from '@atelier/shared/exchange/board-content'
import type { JSONContent } from '@tiptap/core'
import type * as Y from 'yjs'
import { peopleIn } from './settle-body'

type Archived = BoardContent['archive'][number]

/** Never throws, whatever somebody wrote there. Nobody has a name yet: `nameAssignees`. */
export function exportedBoard(doc: Y.Doc): BoardContent {
  const { title, labels, columns, archive } = readBoard(doc)
  return {
    title: lineOf(title),
    labels: labels.map(({ id, name, colour }) => ({ id, name: lineOf(name), colour })),
    columns: columns.map(({ id, name, cards }) => ({
      id,
      name: lineOf(name),
      cards: cards.map((card) => cardOf(doc, card)),
    })),
    archive: archive.map((card): Archived => {
      const { column, archivedAt } = card
      return { ...cardOf(doc, card), column, archivedAt: timeOf(archivedAt) }
    }),
  }
}

function cardOf(doc: Y.Doc, { id, title, labels, assignees, due, hasDescription }: Card) {
  const [assignee = null] = assignees
  const text = hasDescription ? cardDescription(doc, id) : null
  return {
    id,
    title: lineOf(title),
    labels: labels.slice(0, mostIn.labels),
    assignee: assignee !== null && isUuid(assignee) ? { id: assignee, name: '' } : null,
    due,
    createdAt: timeOf(entryOf(doc, 'cards', id)?.get('createdAt')),
    description: text ? readFragment(text) : null,
  }
}

/** No longer than it is read again. */
const lineOf = (text: string) => oneLine(text).slice(0, lineLength)

const cardsOf = ({ columns, archive }: BoardContent) => [
  ...columns.flatMap(({ cards }) => cards),
  ...archive,
]

export const descriptionsOf = (board: BoardContent): JSONContent[] =>
  cardsOf(board).flatMap(({ description }) => (description as JSONContent | null) ?? [])

/** Everybody it names by id. */
export const peopleOnBoard = (board: BoardContent): string[] => [
  ...new Set([
    ...cardsOf(board).flatMap(({ assignee }) => assignee?.id ?? []),
    ...descriptionsOf(board).flatMap(peopleIn),
  ]),
]

/** Names by id: only of those whoever takes it along may read. */
export function nameAssignees(board: BoardContent, names: Record<string, string>): void {
  for (const { assignee } of cardsOf(board)) if (assignee) assignee.name = names[assignee.id] ?? ''
}
