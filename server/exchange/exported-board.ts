/** All of a board that goes into a project's zip, read from its room. */
import { readBoard } from '@atelier/shared/boards/board'
import { entryOf, type Root } from '@atelier/shared/boards/board-shape'
import type { Card } from '@atelier/shared/boards/card'
import { cardDescription } from '@atelier/shared/boards/card-edits'
import { leftOutcomes } from '@atelier/shared/boards/card-history'
import { unknownIn } from '@atelier/shared/boards/unknown-keys'
import { readFragment } from '@atelier/shared/docs/read-body'
import type { BoardContent } from '@atelier/shared/exchange/board-content'
import {
  type CardContent,
  type CommentContent,
  mostOfCard,
  peopleOfCard,
  type ShownCard,
  timeOf,
} from '@atelier/shared/exchange/card-content'
import type { JSONContent } from '@tiptap/core'
import type * as Y from 'yjs'
import {
  attachmentsOf,
  checklistsOf,
  learningOf,
  lineOf,
  named,
  outcomesOf,
  relationsOf,
} from './exported-card'
import { peopleIn } from './settle-body'

/** Never throws, whatever somebody wrote there. Nobody has a name yet: `namePeople`. */
export function exportedBoard(doc: Y.Doc): BoardContent {
  const { title, labels, columns, archive, templates } = readBoard(doc)
  const putAway = (card: Card): CardContent => {
    const { column, archivedAt, isTemplate } = card
    return { ...cardOf(doc, card), column, archivedAt: timeOf(archivedAt), isTemplate }
  }
  return {
    title: lineOf(title),
    labels: labels.map(({ id, name, colour }) => ({
      ...{ id, name: lineOf(name), colour },
      ...unknownOf(doc, 'labels', id),
    })),
    columns: columns.map(({ id, name, limit, done, cards }) => ({
      ...{ id, name: lineOf(name), limit, done },
      ...unknownOf(doc, 'columns', id),
      cards: cards.map((card) => cardOf(doc, card)),
    })),
    archive: archive.map(putAway),
    templates: templates.map(putAway),
  }
}

function cardOf(doc: Y.Doc, card: Card): ShownCard {
  const { id, title, labels, assignees, start, due, estimate, hasDescription } = card
  const text = hasDescription ? cardDescription(doc, id) : null
  const entry = entryOf(doc, 'cards', id)
  return {
    id,
    title: lineOf(title),
    labels: labels.slice(0, mostOfCard.labels),
    assignees: named(assignees),
    outcomes: outcomesOf(card, entry ? leftOutcomes(entry) : new Map()),
    ...{ start, due, estimate },
    checklists: checklistsOf(card),
    ...attachmentsOf(card),
    ...relationsOf(card),
    ...learningOf(card),
    comments: [],
    createdAt: timeOf(entry?.get('createdAt')),
    ...unknownOf(doc, 'cards', id),
    description: text ? readFragment(text) : null,
  }
}

const unknownOf = (doc: Y.Doc, root: Root, id: string) => {
  const entry = entryOf(doc, root, id)
  const unknownKeys = entry ? unknownIn(root, entry) : undefined
  return unknownKeys && { unknownKeys }
}

const cardsOf = ({ columns, archive, templates }: BoardContent) => [
  ...columns.flatMap(({ cards }) => cards),
  ...archive,
  ...templates,
]

export const descriptionsOf = (board: BoardContent): JSONContent[] =>
  cardsOf(board).flatMap(({ description }) => (description as JSONContent | null) ?? [])

/** Those that hang on cards, and that they wear. */
export const attachedTo = (board: BoardContent): string[] =>
  cardsOf(board).flatMap(({ attachments, cover }) => [
    ...attachments.map(({ file }) => file),
    ...(cover && 'file' in cover ? [cover.file] : []),
  ])

/** Everybody it names by id. */
export const peopleOnBoard = (board: BoardContent): string[] => [
  ...new Set([
    ...cardsOf(board)
      .flatMap(peopleOfCard)
      .map(({ id }) => id),
    ...descriptionsOf(board).flatMap(peopleIn),
  ]),
]

/** What is said about its cards, by card, once for all. */
export function putComments(
  board: BoardContent,
  said: ReadonlyMap<string, CommentContent[]>,
): BoardContent {
  for (const card of cardsOf(board)) card.comments = said.get(card.id) ?? []
  return board
}

/** Outcomes of its project by what they are called; of others only what the card says. */
export function nameOutcomes(board: BoardContent, names: ReadonlyMap<string, string>): void {
  for (const outcome of cardsOf(board).flatMap(({ outcomes }) => outcomes))
    outcome.name = names.get(outcome.id) ?? outcome.name
}

/** Names by id: only of those whoever takes it along may read. */
export function namePeople(board: BoardContent, names: Record<string, string>): void {
  for (const person of cardsOf(board).flatMap(peopleOfCard)) person.name = names[person.id] ?? ''
}
