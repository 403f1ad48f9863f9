/** The boards in a project's zip, under new ids. Part by part: a spoiled card costs nobody the others. */
import { randomUUID } from 'node:crypto'
import { longest } from '@atelier/shared/boards/board-shape'
import {
  type BoardEntry,
  boardContent,
  boardEntry,
  columnContent,
  labelContent,
  mostBoardBytes,
  mostBoards,
  mostCards,
  mostIn,
} from '@atelier/shared/exchange/board-content'
import { mostImportedComments } from '@atelier/shared/exchange/board-import'
import {
  type CardContent,
  type CommentContent,
  cardContent,
  isSpoiled,
  peopleOfCard,
  timeOf,
} from '@atelier/shared/exchange/card-content'
import type { SkipReason } from '@atelier/shared/exchange/exchange'
import type * as z from 'zod'
import type { FoundBoard, FoundCardComment } from '../jobs'
import { lineOf, newIdsOf, type Parts, wholeParts } from './board-parts'
import { takeLatest } from './boards/draft-comments'
import type { BodyReader } from './body-reader'
import { commentPieces } from './comment-pieces'
import type { NewBoardIds } from './new-ids'
import { type Collected, type Pack, skip } from './pack'
import { type AllParts, cardOf, withFiles } from './read-card'
import { readJson, sizeOf } from './read-json'

/** Descriptions wait, by their card's id, until it is known what all boards and docs are called here. */
export type OpenBoard = {
  board: FoundBoard
  ids: NewBoardIds
  descriptions: ReadonlyMap<string, unknown>
  /** What those are called who are named by an id. */
  people: ReadonlyMap<string, string>
}

/** By the ids they had. */
export function openBoards(
  entries: readonly unknown[],
  pack: Pack,
  into: Collected,
): Map<string, OpenBoard> {
  const opened = new Map<string, OpenBoard>()
  const budget: Budget = { cards: mostCards, bytes: mostBoardBytes, taken: new Set() }
  for (const [nth, found] of entries.slice(0, mostBoards).entries()) {
    const entry = boardEntry.safeParse(found).data
    const board = entry ? openNext(entry, pack, budget, into) : 'damaged'
    if (entry && typeof board === 'object') opened.set(entry.id, board)
    else if (typeof board === 'string') skip(into, entry?.path || `boards #${nth + 1}`, board)
  }
  if (entries.length > mostBoards) skip(into, `boards +${entries.length - mostBoards}`, 'too-many')
  return opened
}

/** What all boards share. `taken` are the ids and the files of those that were there before. */
type Budget = { cards: number; bytes: number; taken: Set<string> }

/** A file that many entries name is one board: or a small zip would hold as much as it likes. */
function openNext(
  { id, content }: BoardEntry,
  pack: Pack,
  budget: Budget,
  into: Collected,
): OpenBoard | SkipReason {
  const file = `file ${content.normalize('NFC')}`
  if (budget.taken.has(id) || budget.taken.has(file)) return 'duplicate'
  budget.taken.add(id).add(file)
  const bytes = sizeOf(pack, content)
  if (bytes > budget.bytes) return 'too-large'
  budget.bytes -= bytes
  const board = openBoard(pack, content, budget.cards, into)
  budget.cards -= board?.board.cards.length ?? 0
  return board ?? 'damaged'
}

export function withDescriptions(
  { board, descriptions }: OpenBoard,
  readerFor: BodyReader,
): FoundBoard {
  const read = readerFor(board.id)
  const cards = board.cards.map((card) => {
    const description = descriptions.get(card.id)
    return {
      ...card,
      ...withFiles(card, read),
      description: description ? read.body(description) : null,
    }
  })
  return { ...board, cards }
}

export function openBoard(
  pack: Pack,
  name: string,
  cardsLeft: number,
  into: Collected,
): OpenBoard | null {
  const content = readJson(pack, name, boardContent)
  if (!content) return null
  const title = lineOf(content.title, longest.boardTitle)
  const said = { of: title || name, into }
  const labels = wholeParts(content.labels, labelContent, { most: mostIn.labels, ...said })
  const columns = columnsIn(content.columns, said)
  const placed = placedCards(columns, content)
  const most = Math.min(mostIn.cards, cardsLeft)
  const cards = wholeParts(placed, cardContent, { most, isSpoiled, ...said })
  const comments = saidOn(cards.values(), said)
  const board = { id: randomUUID(), title, comments, ...boardOf({ labels, columns, cards }) }
  return {
    board,
    ids: { id: board.id, columns: newIdsOf(columns), cards: newIdsOf(cards) },
    descriptions: new Map([...cards.values()].map(({ newId, part }) => [newId, part.description])),
    people: new Map(
      [...cards.values()].flatMap(({ part }) =>
        peopleOfCard(part).map(({ id, name }) => [id, name] as const),
      ),
    ),
  }
}

type Reactions = CommentContent['reactions']

/** Of one board: each is a row. */
const mostReactions = 20_000

/** Each person once, as long as there is room. */
function reactionTaker(into: Collected, of: string) {
  let left = mostReactions
  return (reactions: Reactions): FoundCardComment['reactions'] =>
    reactions.map(({ emoji, people }) => {
      const all = [...new Set(people.map(({ id }) => id))]
      const taken = all.slice(0, left)
      left -= taken.length
      if (taken.length < all.length) skip(into, of, 'reactions-left')
      return { emoji, people: taken }
    })
}

/** Words that can be shown. */
function saidOn(
  cards: Iterable<{ newId: string; part: CardContent }>,
  { of, into }: { of: string; into: Collected },
): FoundCardComment[] {
  const taker = { left: mostImportedComments, into }
  const take = reactionTaker(into, of)
  return [...cards].flatMap(({ newId: card, part }) => {
    const said = part.comments.flatMap(({ author, name, at, text, reactions }) =>
      commentPieces(text).map((piece, nth) => ({
        ...{ card, at, text: piece, author: author?.id ?? null },
        reactions: nth === 0 ? take(reactions) : [],
        name: lineOf(name || author?.name || '', 200),
      })),
    )
    return takeLatest(said, lineOf(part.title, longest.cardTitle), taker)
  })
}

/** Two of one id are one, with the cards of both. */
function columnsIn(
  items: readonly unknown[],
  said: { of: string; into: Collected },
): Parts<typeof columnContent> {
  const most = mostIn.columns
  const lost = items.slice(most).reduce((sum: number, item) => sum + cardsIn(item), 0)
  if (lost > 0) skip(said.into, `${said.of}: +${lost}`, 'too-many')
  return wholeParts(items, columnContent, {
    ...{ most, ...said },
    isSpoiled: (column, { name, cards }) =>
      column.name !== name || !Array.isArray(column.cards ?? cards),
    again: (first, { cards }) => ({ ...first, cards: first.cards.concat(cards) }),
  })
}

function cardsIn(column: unknown): number {
  const { cards } = (column ?? {}) as { cards?: unknown }
  return Array.isArray(cards) ? cards.length : 0
}

const boardOf = ({ labels, columns, cards }: AllParts): Omit<FoundBoard, 'id' | 'title'> => ({
  labels: [...labels.values()].map(({ newId: id, part: { name, colour, unknownKeys } }) => ({
    id,
    name: lineOf(name, longest.labelName),
    colour,
    unknownKeys,
  })),
  columns: [...columns.values()].map(({ newId: id, part: { name, limit, done, unknownKeys } }) => ({
    ...{ id, limit, done, unknownKeys },
    name: lineOf(name, longest.columnName),
  })),
  cards: [...cards.values()].map((card) => cardOf(card, { columns, labels, cards })),
})

/** All cards, each with where it lies: it may be in two columns by mistake. */
function placedCards(
  columns: Parts<typeof columnContent>,
  { archive, templates }: z.output<typeof boardContent>,
): unknown[] {
  const now = new Date().toISOString()
  const shown = [...columns].flatMap(([column, { part }]) =>
    part.cards.map((card) => placed(card, () => ({ column, archivedAt: null, isTemplate: false }))),
  )
  const archived = archive.map((card) =>
    placed(card, ({ archivedAt }) => ({ archivedAt: timeOf(archivedAt) ?? now })),
  )
  const others = templates.map((card) =>
    placed(card, () => ({ archivedAt: null, isTemplate: true })),
  )
  return [...shown, ...archived, ...others]
}

const placed = (card: unknown, place: (card: { archivedAt?: unknown }) => object): unknown =>
  typeof card === 'object' && card !== null ? { ...card, ...place(card) } : card
