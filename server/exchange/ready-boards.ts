/** Boards that were brought in, as they are stored: with the files that are kept and the people who are here. */
import { mostParts } from '@atelier/shared/exchange/board-content'
import type { Skipped, SkipReason } from '@atelier/shared/exchange/exchange'
import type { ImportedCard } from '@atelier/shared/exchange/imported-board'
import { limits } from '@atelier/shared/sync/limits'
import type { ReadyBoard } from './board-import-queries'
import { partsIn } from './count-parts'
import type { ExchangeThread } from './exchange-thread'
import type { FoundBoard, FoundCardComment } from './jobs'
import { type Here, keptIn, peopleIn } from './settle-body'
import { filesOfCard, settledCard } from './settle-card'

/** Everybody it names by id. */
export const peopleOn = ({ cards, comments = [] }: FoundBoard): string[] => [
  ...cards.flatMap(peopleOfCard),
  ...comments.flatMap(({ author, reactions = [] }) => [
    ...(author === null ? [] : [author]),
    ...reactions.flatMap(({ people }) => people),
  ]),
]

const peopleOfCard = (card: ImportedCard): string[] => [
  ...card.assignees,
  ...card.asked,
  ...card.goals.flatMap(({ person, helpers }) => [person, ...helpers]),
  ...card.learned.map(({ person }) => person),
  ...(card.description === null ? [] : peopleIn(card.description)),
]

/** What is not as it was is said in `skipped`. */
export async function readyBoards(
  thread: ExchangeThread,
  boards: readonly FoundBoard[],
  { here, createdBy, skipped }: { here: Here; createdBy: string; skipped: Skipped[] },
): Promise<ReadyBoard[]> {
  const ready: ReadyBoard[] = []
  for (const found of boards) {
    const { id, title } = found
    const say = (why: SkipReason) => skipped.push({ name: title, why })
    if (found.cards.flatMap(peopleOfCard).some((person) => !here.people.has(person)))
      say('no-such-person')
    if (partsIn(found) > mostParts) {
      say('too-long')
      continue
    }
    const board = { ...found, cards: found.cards.map((card) => settledCard(card, here)) }
    const { update, cards } = await thread.run({ kind: 'make-board', board, createdBy })
    if (update.length > limits.roomBytes) {
      say('too-long')
      continue
    }
    if (found.hasPast !== false) say('board-past')
    const files = board.cards.flatMap(filesOfCard)
    if (found.comments?.some(hasStrangers(here))) say('reactions-left')
    const comments = (found.comments ?? []).map((comment) => settledComment(comment, here))
    const parts = { columns: columnsOf(board), cards, comments, files: keptIn(files, here) }
    ready.push({ id, title, update, ...parts })
  }
  return ready
}

const hasStrangers =
  ({ readers }: Here) =>
  ({ reactions = [] }: FoundCardComment) =>
    reactions.some(({ people: by }) => by.some((person) => !readers.has(person)))

/** Of somebody who is not here the name stays, and what they gave does not: nor of who may not read what it is about. */
const settledComment = (
  comment: FoundCardComment,
  { people, readers }: Here,
): FoundCardComment => ({
  ...comment,
  author: comment.author !== null && people.has(comment.author) ? comment.author : null,
  reactions: (comment.reactions ?? []).map(({ emoji, people: by }) => ({
    ...{ emoji, people: by.filter((person) => readers.has(person)) },
  })),
})

/** As lists show them. */
function columnsOf({ columns, cards }: FoundBoard): ReadyBoard['columns'] {
  const counts = new Map<string, number>()
  for (const { column, archivedAt } of cards)
    if (archivedAt === null) counts.set(column, (counts.get(column) ?? 0) + 1)
  return columns.slice(0, 50).map(({ id, name }) => ({ title: name, cards: counts.get(id) ?? 0 }))
}
