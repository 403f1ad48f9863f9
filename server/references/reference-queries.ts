/** What people, docs, boards and cards are called now, for who may read them. */
import type { Actor } from '@atelier/shared/access/can'
import type { FoundReference, Reference } from '@atelier/shared/references/reference'
import { and, inArray } from 'drizzle-orm'
import { readableDocs } from '../access/doc-access-queries'
import { visibleTo } from '../access/project-access-queries'
import { boardCards } from '../db/card-tables'
import type { Queryable } from '../db/database'
import { boards } from '../db/tables'
import { readablePeople } from '../people/person-queries'
import { boardsFor, cardsFor } from './visible-board-queries'

/** In the order they were asked for; null for what is not there, or not for this actor. */
export async function findReferences(
  db: Queryable,
  actor: Actor,
  wanted: readonly Reference[],
): Promise<(FoundReference | null)[]> {
  const ids = (kind: Reference['kind']) =>
    wanted.flatMap((one) => (one.kind === kind ? one.id : []))
  const boardsOfCards = wanted.flatMap((one) => (one.kind === 'card' ? one.boardId : []))
  const people = titled(await readablePeople(db, actor, ids('person')))
  const docs = titled(await readableDocs(db, actor, ids('doc')))
  const boards = titled(await readableBoards(db, actor, [...ids('board'), ...boardsOfCards]))
  const cards = await readableCards(db, actor, boardsOfCards, ids('card'))
  return wanted.map((one): FoundReference | null => {
    const { kind, id } = one
    if (kind === 'person') {
      const found = people.get(id)
      return found ? { kind, name: found.name, colour: found.colour } : null
    }
    if (kind === 'card') {
      const board = boards.get(one.boardId)
      const card = cards.get(cardKey(one.boardId, id)) ?? notYetKnown
      return board ? { kind, board: board.title, ...card } : null
    }
    if (kind === 'board') {
      const found = boards.get(id)
      return found ? { kind, title: found.title } : null
    }
    const found = docs.get(id)
    return found ? { kind, title: found.title, excerpt: found.excerpt } : null
  })
}

const titled = <Row extends { id: string }>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [row.id, row]))

const notYetKnown = { title: null, column: '', archived: false }
const cardKey = (boardId: string, id: string) => `${boardId} ${id}`

async function readableBoards(db: Queryable, actor: Actor, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await boardsFor(db, actor).where(and(visibleTo(actor), inArray(boards.id, [...ids])))
  return rows.map(({ board: { id, title } }) => ({ id, title }))
}

async function readableCards(
  db: Queryable,
  actor: Actor,
  boardIds: readonly string[],
  ids: readonly string[],
) {
  if (boardIds.length === 0) return new Map<string, never>()
  const rows = await cardsFor(db, actor).where(
    and(
      visibleTo(actor),
      inArray(boardCards.boardId, [...boardIds]),
      inArray(boardCards.id, [...ids]),
    ),
  )
  return new Map(
    rows.map(({ card: { boardId, id, title, column, archived } }) => [
      cardKey(boardId, id),
      { title, column, archived },
    ]),
  )
}
