/** A board of another program as one of ours, under new ids; what it holds too much of is left out, and said. */
import { randomUUID } from 'node:crypto'
import { mostInColumn } from '@atelier/shared/boards/board'
import { longest, newId } from '@atelier/shared/boards/board-shape'
import { mostIn, mostParts } from '@atelier/shared/exchange/board-content'
import type { BoardFigures } from '@atelier/shared/exchange/board-import'
import { mostOfCard } from '@atelier/shared/exchange/card-content'
import type { ImportedCard, ImportedColumn } from '@atelier/shared/exchange/imported-board'
import { tellNowAndThen } from '@atelier/shared/exchange/tell-now-and-then'
import { refuse } from '@atelier/shared/refusals'
import { partsOfCard } from '../../count-parts'
import type { FoundBoard, FoundCardComment, NamedOutcome } from '../../jobs'
import type { ImportWords } from '../../page-words'
import { lineOf } from '../board-parts'
import { type Collected, skip } from '../pack'
import { isDoneName } from './done-names'
import type { Draft, DraftCard, DraftColumn } from './draft'
import { commentsOf, commentTaker } from './draft-comments'
import { filesOf } from './draft-files'
import { labelTaker } from './draft-labels'
import { outcomeTaker } from './draft-outcomes'
import { parentsOf } from './draft-parents'
import { descriptionOf } from './draft-text'

export type DraftWishes = {
  /** Who of theirs is whom here. */
  people: ReadonlyMap<string, string>
  /** What they are called, by their keys. */
  names: ReadonlyMap<string, string>
  /** The project’s. */
  outcomes: readonly NamedOutcome[]
  words: ImportWords
  into: Collected
  /** How many cards are read. */
  tell?(done: number, of: number): void
}

/** They write what became of a board into its export. */
const withPast: ReadonlySet<Draft['source']> = new Set(['trello', 'wekan'] as const)

/** Ids here by keys there. */
type Ids = Record<'labels' | 'columns' | 'cards', ReadonlyMap<string, string>>

export function boardOfDraft(draft: Draft, wishes: DraftWishes): FoundBoard {
  const title = lineOf(draft.title, longest.boardTitle) || wishes.words.board
  const most = <T>(items: readonly T[], limit: number) => {
    if (items.length > limit) skip(wishes.into, `${title}: +${items.length - limit}`, 'too-many')
    return items.slice(0, limit)
  }
  const labels = most(usedFirst(draft), mostIn.labels)
  const columns = most(draft.columns, mostIn.columns)
  const cards = most(shownFirst(draft.cards), mostIn.cards)
  const ids: Ids = { labels: idsOf(labels), columns: idsOf(columns), cards: cardIdsOf(cards) }
  const first = [...ids.columns.values()][0] ?? newId()
  const parents = parentsOf(cards, wishes.into)
  const removed = new Set(columns.flatMap(({ key, isRemoved }) => (isRemoved ? key : [])))
  const taken = new Set<string>()
  const taker = commentTaker(wishes)
  const outcomesOf = outcomeTaker(wishes)
  const labelsOf = labelTaker(draft.labels, ids.labels, wishes.words)
  let parts = 0
  const read = tellNowAndThen(cards.length, wishes.tell)
  const comments: FoundCardComment[] = []
  const id = randomUUID()
  const board = {
    ...{ id, title, hasPast: withPast.has(draft.source) },
    labels: labels.map(({ key, name, colour }) => ({
      ...{ id: ids.labels.get(key) ?? newId(), colour },
      name: lineOf(name, longest.labelName) || wishes.words.label,
    })),
    columns:
      columns.length > 0
        ? columns.map((column) => columnOf(column, ids))
        : [{ id: first, name: wishes.words.board, limit: null, done: false }],
    cards: cards.map((card, nth): ImportedCard => {
      read(nth + 1)
      // Of two that say they are the same, what speaks of either means the first.
      const cardId = taken.has(card.key) ? newId() : (ids.cards.get(card.key) ?? newId())
      taken.add(card.key)
      comments.push(...commentsOf(card, cardId, taker))
      const place = { id: cardId, column: ids.columns.get(card.column) ?? first }
      const isGone = removed.has(card.column)
      const known = { outcomes: outcomesOf(card), labels: labelsOf(card) }
      const found = {
        ...place,
        ...known,
        isGone,
        parent: parents.get(card),
        ...filesOf(card, id, wishes),
      }
      const made = cardOf(card, found, ids, draft, wishes)
      parts += partsOfCard(made)
      if (parts > mostParts) refuse('invalid', tooManyParts)
      return made
    }),
  }
  saySigned(title, comments, wishes.into)
  return { ...board, comments, figures: figuresOf(draft, board.cards, comments, wishes) }
}

/** Whoever is nobody here keeps the name they have there. */
function saySigned(title: string, comments: readonly FoundCardComment[], into: Collected) {
  if (comments.some(({ author }) => author === null)) skip(into, title, 'comments-signed')
}

function figuresOf(
  { people, cards: drafts }: Draft,
  cards: readonly ImportedCard[],
  comments: readonly FoundCardComment[],
  wishes: DraftWishes,
): BoardFigures {
  const matched = people.filter(({ key }) => wishes.people.has(key)).length
  return {
    cards: cards.length,
    archived: cards.filter(({ archivedAt }) => archivedAt !== null).length,
    checklists: cards.reduce((sum, { checklists }) => sum + checklists.length, 0),
    comments: comments.length,
    people: { matched, unmatched: people.length - matched },
    links: drafts.reduce((sum, { links }) => sum + links.length, 0),
  }
}

export const tooManyParts = { fields: [{ field: 'file', problem: 'too-many-parts' }] }

const idsOf = (parts: readonly { key: string }[]) => {
  const ids = new Map<string, string>()
  for (const { key } of parts) if (!ids.has(key)) ids.set(key, newId())
  return ids
}

function cardIdsOf(cards: readonly DraftCard[]): Map<string, string> {
  const ids = idsOf(cards)
  for (const { key, otherKeys } of cards)
    for (const other of otherKeys) if (!ids.has(other)) ids.set(other, ids.get(key) ?? newId())
  return ids
}

/** Each once. */
function usedFirst({ labels, cards }: Draft): Draft['labels'] {
  const used = new Set(cards.flatMap((card) => card.labels))
  const once = [...new Map(labels.map((label) => [label.key, label])).values()]
  return [...once.filter(({ key }) => used.has(key)), ...once.filter(({ key }) => !used.has(key))]
}

const shownFirst = (cards: readonly DraftCard[]) => [
  ...cards.filter(({ archivedAt }) => archivedAt === null),
  ...cards.filter(({ archivedAt }) => archivedAt !== null),
]

const columnOf = ({ key, name, limit, isRemoved }: DraftColumn, ids: Ids): ImportedColumn => ({
  id: ids.columns.get(key) ?? newId(),
  name: lineOf(name, longest.columnName),
  limit: limit !== null && limit >= 1 && limit <= mostInColumn ? Math.floor(limit) : null,
  done: isDoneName(name),
  ...(isRemoved && { removedAt: new Date().toISOString() }),
})

type Place = Pick<
  ImportedCard,
  'id' | 'column' | 'outcomes' | 'labels' | 'attachments' | 'cover'
> & {
  isGone: boolean
  parent: string | undefined
}

function cardOf(
  card: DraftCard,
  { isGone, parent, ...place }: Place,
  ids: Ids,
  draft: Draft,
  wishes: DraftWishes,
): ImportedCard {
  const { start, due, estimate, createdAt, isTemplate } = card
  const goesWithColumn = isGone && card.archivedAt === null && !isTemplate
  return {
    ...{ ...place, start, due, estimate, createdAt, isTemplate },
    title: lineOf(card.title, longest.cardTitle),
    assignees: [...new Set(card.people.flatMap((key) => wishes.people.get(key) ?? []))],
    checklists: checklistsOf(card, wishes.into),
    blocks: blockedBy(card, place.id, ids),
    partOf: parent === undefined ? null : (ids.cards.get(parent) ?? null),
    ...{ duplicates: null, goals: [], learned: [], asked: [] },
    archivedAt: card.archivedAt ?? (goesWithColumn ? new Date().toISOString() : null),
    isArchivedWithColumn: goesWithColumn,
    description: descriptionOf(card, draft, wishes),
  }
}

const blockedBy = ({ blocks }: DraftCard, own: string, { cards }: Ids): string[] =>
  [...new Set(blocks.flatMap((key) => cards.get(key) ?? []))].filter((id) => id !== own)

/** What is longer than an item may be is cut, and said. */
function checklistsOf({ title, checklists }: DraftCard, into: Collected) {
  const isCut = checklists.some(
    ({ items }) =>
      items.length > mostOfCard.items ||
      items.some(({ text }) => lineOf(text, text.length).length > longest.itemText),
  )
  if (isCut || checklists.length > mostOfCard.lists) skip(into, title, 'cut')
  return checklists.slice(0, mostOfCard.lists).map(({ name, items }) => ({
    name: lineOf(name, longest.checklistName),
    items: items.slice(0, mostOfCard.items).flatMap(({ text, done }) => {
      const said = lineOf(text, longest.itemText)
      return said === '' ? [] : [{ text: said, done }]
    }),
  }))
}
