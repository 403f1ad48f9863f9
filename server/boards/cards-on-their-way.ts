/** What is looked at once, of all the cards that go from one board to another. */
import { readBoard } from '@atelier/shared/boards/board'
import type { Card } from '@atelier/shared/boards/card'
import { cardFiles } from '@atelier/shared/boards/card-files'
import { learnersOn } from '@atelier/shared/boards/learning'
import type { LeftBehind } from '@atelier/shared/boards/move-card'
import type { Arrival } from '@atelier/shared/boards/transfer-edits'
import { outcomesLeft } from '@atelier/shared/outcomes/outcome-pass'
import * as Y from 'yjs'
import { readersOfRoom } from '../access/project-access-queries'
import { projectReadersAmong } from '../access/project-reader-queries'
import type { Queryable } from '../db/database'
import { loadOutcomePass } from '../outcomes/outcome-pass-queries'

type Pass = Pick<Arrival, 'mayRead' | 'couldRead' | 'outcomes'>

/** `remains`: whom they named when they were there before. */
type Way = { from: string; project: string; remains?: readonly string[] }

/** Who may read them in the project they go to, and what they contribute to there. */
export async function loadPass(
  db: Queryable,
  parcel: Y.Doc,
  { from, project, remains = [] }: Way,
): Promise<Pass> {
  const cards = [...readBoard(parcel).cards.values()]
  const readers = await projectReadersAmong(db, project, [...all(cards, namedOn), ...remains])
  const before = remains.length > 0 ? await readersOfRoom(db, from) : new Set<string>()
  const outcomes = await loadOutcomePass(db, from, project)
  return {
    mayRead: (id) => readers.has(id),
    couldRead: (id) => before.has(id),
    outcomes,
  }
}

/** `people`: of each card, those who stay behind where they may not read it. */
export function leftOf(
  parcel: Y.Doc,
  ids: readonly string[],
  { mayRead, outcomes }: Pass,
): Omit<LeftBehind, 'relations'> {
  const there = readBoard(parcel).cards
  const cards = ids.flatMap((id) => there.get(id) ?? [])
  return {
    people: all(cards, namedOn).filter((id) => !mayRead(id)),
    outcomes: outcomesLeft(
      all(cards, (card) => card.outcomes),
      outcomes,
    ),
  }
}

/** Those whose card it is, who want to learn by doing it, and who would help. */
export const namedOn = (card: Card): string[] => [...card.assignees, ...learnersOn(card)]

const all = (cards: readonly Card[], of: (card: Card) => readonly string[]): string[] => [
  ...new Set(cards.flatMap(of)),
]

export const filesOf = (parcel: Y.Doc, ids: readonly string[]): string[] => [
  ...new Set(ids.flatMap((id) => cardFiles(parcel, id))),
]

/** In bytes: what everybody in a room is sent in one go. */
const mostInOneEdit = 1024 * 1024

/** As many edits of the board they come to as it takes that none of them is too large: almost always one. */
export function inEdits(parcel: Y.Doc, ids: readonly string[]): string[][] {
  const bytes = Y.encodeStateAsUpdate(parcel).length
  const size = Math.max(
    1,
    Math.floor((ids.length * mostInOneEdit) / Math.max(bytes, mostInOneEdit)),
  )
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, nth) =>
    ids.slice(nth * size, (nth + 1) * size),
  )
}
