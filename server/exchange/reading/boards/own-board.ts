/** A board as we write it in JSON, or as it lies in a project’s zip. Its files do not lie beside it. */

import { mostIn } from '@atelier/shared/exchange/board-content'
import { Refusal } from '@atelier/shared/refusals'
import type { BoardJob, FoundBoard } from '../../jobs'
import { matchPeople } from '../../match-people'
import { bodyReader } from '../body-reader'
import type { Collected, Pack } from '../pack'
import { openBoard, withDescriptions } from '../read-boards'
import { type Draft, type DraftComment, emptyCard } from './draft'
import type { Loose } from './loose-json'

export const isOwnBoard = ({ columns, title }: Loose): boolean =>
  Array.isArray(columns) && typeof title === 'string'

const file = 'board.json'

/** The draft is only what is shown of it before it comes in. */
export function ownBoard(
  bytes: Uint8Array,
  job: BoardJob,
  into: Collected,
): { draft: Draft; own: FoundBoard } {
  const pack: Pack = { files: new Map([[file, bytes]]), skipped: [] }
  const opened = openBoard(pack, file, mostIn.cards, into)
  if (!opened) throw new Refusal('invalid', { fields: [{ field: 'file', problem: 'damaged' }] })
  const nothing = { docs: new Map(), boards: new Map() }
  const readerFor = bodyReader({ files: [] }, nothing, pack, into)
  const board = withDescriptions(opened, readerFor)
  const draft = draftOf(board, opened.people)
  const people = matchPeople(draft.people, job.members, job.plan.people)
  const nobody = new Set(job.plan.people?.flatMap((wish) => (wish.person === null ? wish.key : [])))
  // Whoever is in the workspace, and not in the project, is kept.
  const here = (id: string) => (nobody.has(id) ? [] : [people.get(id) ?? id])
  const cards = board.cards.map((card) => withPeople(card, here))
  const comments = board.comments?.map((said) => {
    const [author = null] = said.author === null ? [] : here(said.author)
    const reactions = said.reactions?.map(({ emoji, people: by }) => ({
      ...{ emoji, people: by.flatMap(here) },
    }))
    return { ...said, author, ...(reactions && { reactions }) }
  })
  return { draft, own: { ...board, cards, comments: comments ?? [] } }
}

type Card = FoundBoard['cards'][number]

const withPeople = (card: Card, here: (id: string) => string[]): Card => ({
  ...card,
  assignees: [...new Set(card.assignees.flatMap(here))],
  asked: [...new Set(card.asked.flatMap(here))],
  goals: card.goals.flatMap(({ person, text, helpers }) =>
    here(person).map((one) => ({ person: one, text, helpers: helpers.flatMap(here) })),
  ),
  learned: card.learned.flatMap(({ person, text }) =>
    here(person).map((one) => ({ person: one, text })),
  ),
})

function draftOf(board: FoundBoard, people: ReadonlyMap<string, string>): Draft {
  const said = new Map<string, DraftComment[]>()
  for (const { card, author, name, at, text } of board.comments ?? []) {
    const comment = { name, text, author: author ?? '', at: at ?? '' }
    said.set(card, [...(said.get(card) ?? []), comment])
  }
  return {
    ...{ source: 'atelier', title: board.title, isPlainText: false, labels: [] },
    columns: board.columns.map(({ id, name, limit }) => ({
      ...{ key: id, name, limit },
      isRemoved: false,
    })),
    people: [...people].map(([key, name]) => ({ key, name: name || key, knownAs: [] })),
    cards: board.cards.map((card) => ({
      ...emptyCard(card.id, card.column),
      people: [...card.assignees],
      comments: said.get(card.id) ?? [],
      archivedAt: card.archivedAt,
    })),
  }
}
