/** What is kept of a board's cards beside its room. Without a database: also where boards are converted. */
import { type Board, type Column, readBoard } from '@atelier/shared/boards/board'
import { rootOf } from '@atelier/shared/boards/board-shape'
import type { Card } from '@atelier/shared/boards/card'
import { progressOf } from '@atelier/shared/boards/checklist'
import type { Label } from '@atelier/shared/boards/label'
import { type Relations, readRelations } from '@atelier/shared/boards/relations'
import { readMentions } from '@atelier/shared/docs/read-mentions'
import { mostContributions } from '@atelier/shared/outcomes/outcome'
import { id as uuid } from '@atelier/shared/people/person'
import { cardId } from '@atelier/shared/references/reference'
import * as Y from 'yjs'
import type { boardCardPeople, boardCards } from '../db/card-tables'
import { cardTextOf, mostLetters } from './card-text'

export type CardPerson = Omit<Required<typeof boardCardPeople.$inferInsert>, 'boardId' | 'cardId'>
export type CardRow = Omit<Required<typeof boardCards.$inferInsert>, 'boardId' | 'changedAt'> & {
  people: CardPerson[]
  /** It went to another board. Not kept, and not said of a row that is read. */
  isLeft?: true
  /** Ids, sorted. */
  outcomes: string[]
  /** What is written on it, for search: at most `mostLetters`. */
  text: string
}

/** Of a board with more than this the lists know so many: first those that are not archived. */
export const mostCards = 10_000
const mostLabels = 20
const mostPeople = 50
const mostAwaited = 20

/** The same for every replica of the board. `board` where it was read already. */
export function cardRowsOf(doc: Y.Doc, board = readBoard(doc)): CardRow[] {
  const cards = rootOf(doc, 'cards')
  const descriptionOf = ({ id, hasDescription }: Card): unknown => {
    const entry = hasDescription ? cards?.get(id) : null
    return entry instanceof Y.Map ? entry.get('description') : null
  }
  const known = {
    columns: new Map(board.columns.map((column) => [column.id, column])),
    labels: new Map(board.labels.map((label) => [label.id, label])),
    relations: readRelations(board.cards),
  }
  return kept(board).map((card) => {
    const description = descriptionOf(card)
    return {
      ...rowOf(card, board, known),
      people: peopleOf(card, [...readMentions(description).keys()]),
      // What was left behind by a move is found where it is now.
      text: card.movedTo === null ? plain(cardTextOf(card, description), mostLetters) : '',
      ...(card.movedTo !== null && { isLeft: true }),
    }
  })
}

function kept(board: Board): Card[] {
  const cards = [...board.cards.values()].filter(
    (card) => !card.isTemplate && cardId.safeParse(card.id).success,
  )
  if (cards.length <= mostCards) return cards
  const rank = (card: Card) => (card.archivedAt === null ? `0 ${card.id}` : `1 ${card.id}`)
  return cards.sort((a, b) => (rank(a) < rank(b) ? -1 : 1)).slice(0, mostCards)
}

type Known = {
  columns: ReadonlyMap<string, Column>
  labels: ReadonlyMap<string, Label>
  relations: Relations
}

function rowOf(card: Card, board: Board, known: Known): Omit<CardRow, 'people' | 'text'> {
  const { columns, relations } = known
  const column = columns.get(card.column)
  const checked = progressOf(card.checklists)
  const isOpen = (id: string) => {
    const other = board.cards.get(id)
    return other?.archivedAt === null && !columns.get(other.column)?.done && !other.isTemplate
  }
  return {
    id: card.id,
    title: plain(card.title, 300),
    column: plain(column?.name ?? '', 80),
    columnId: plain(card.column, 64),
    rank: card.order,
    done: column?.done ?? false,
    archived: card.archivedAt !== null,
    labels: labelsOf(card, known.labels),
    startOn: card.start,
    dueOn: card.due,
    // Minus nought is nought in some databases only.
    estimate: card.estimate === null ? null : card.estimate + 0,
    itemsDone: checked.done,
    items: checked.total,
    waitsFor: JSON.stringify(
      (relations.blockedBy.get(card.id) ?? [])
        .filter((id) => isOpen(id) && cardId.safeParse(id).success)
        .slice(0, mostAwaited),
    ),
    hasGoal: card.learning.goals.length > 0,
    hasLearned: card.learning.learned.length > 0,
    peopleKnown: true,
    textKnown: true,
    learnedNotes: card.learning.learned.length,
    // What was left behind by a move contributes where it is now.
    outcomes:
      card.movedTo === null ? card.outcomes.filter(isOneId).slice(0, mostContributions) : [],
  }
}

const labelsOf = (card: Card, labels: ReadonlyMap<string, Label>): string =>
  JSON.stringify(
    card.labels
      .slice(0, mostLabels)
      .flatMap((id) => labels.get(id) ?? [])
      .map(({ name, colour }) => ({ name: plain(name, 40), colour })),
  )

/** Anything may stand in a room; and one id in capitals is another one to Postgres' eyes, not to a document's. */
const isOneId = (id: string): boolean => uuid.safeParse(id).success && id === id.toLowerCase()

/**
 * By person. Whoever is no person's id is left out: anything may stand in a room. Of too many those stay whom
 * it concerns most: a description full of mentions takes the card from nobody to whom it is assigned.
 */
function peopleOf({ assignees, learning }: Card, mentioned: readonly string[]): CardPerson[] {
  const groups = {
    assigned: new Set(assignees),
    asked: new Set(learning.asked),
    learned: new Set(learning.learned.map(({ person }) => person)),
    helps: new Set(learning.goals.flatMap(({ helpers }) => helpers)),
    mentioned: new Set(mentioned),
  }
  const { assigned, asked, helps, learned } = groups
  const byWeight = [assigned, asked, helps, learned, groups.mentioned]
  const all = new Set(byWeight.flatMap((group) => [...group].filter(isOneId).sort()))
  return [...all]
    .slice(0, mostPeople)
    .sort()
    .map((id) => ({
      personId: id,
      assigned: groups.assigned.has(id),
      asked: groups.asked.has(id),
      learned: groups.learned.has(id),
      helps: groups.helps.has(id),
      mentioned: groups.mentioned.has(id),
    }))
}

/** Postgres has no room for U+0000 or half a surrogate pair in a text, a Yjs document does. */
const plain = (text: string, longest: number) =>
  text
    .slice(0, longest)
    .replaceAll('\u0000', '')
    .replace(/\p{Surrogate}/gu, '')
