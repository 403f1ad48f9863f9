/** What people, docs, boards and cards are called now, for who may read them. */
import type { Actor } from '@atelier/shared/access/can'
import type { FoundCard, FoundReference, Reference } from '@atelier/shared/references/reference'
import { and, inArray } from 'drizzle-orm'
import { boardInSight } from '../access/board-access-queries'
import { readableDocs } from '../access/doc-access-queries'
import { boardCards } from '../db/card-tables'
import type { Queryable } from '../db/database'
import { boards } from '../db/tables'
import { readablePeople } from '../people/person-queries'
import { type CardAt, homesOf, keyOfCard } from './moved-card-queries'
import { boardsFor, cardsFor } from './visible-board-queries'

/** In the order they were asked for; null for what is not there, or not for this actor. */
export async function findReferences(
  db: Queryable,
  actor: Actor,
  wanted: readonly Reference[],
): Promise<(FoundReference | null)[]> {
  const ids = (kind: Reference['kind']) =>
    wanted.flatMap((one) => (one.kind === kind ? one.id : []))
  const asked = wanted.flatMap((one) => (one.kind === 'card' ? one : []))
  const homes = await homesOf(db, asked)
  const places = [...asked, ...homes.values()]
  const boardsOfCards = places.map(({ boardId }) => boardId)
  const people = titled(await readablePeople(db, actor, ids('person')))
  const docs = titled(await readableDocs(db, actor, ids('doc')))
  const boards = titled(await readableBoards(db, actor, [...ids('board'), ...boardsOfCards]))
  const cards = await readableCards(db, actor, places)
  const cardAt = (place: CardAt, words = notYetKnown): FoundCard | null => {
    const board = boards.get(place.boardId)
    const { boardId } = place
    const card = cards.get(keyOfCard(place)) ?? words
    return board ? { kind: 'card', boardId, board: board.title, isAway: false, ...card } : null
  }
  return wanted.map((one): FoundReference | null => {
    const { kind, id } = one
    if (kind === 'person') {
      const found = people.get(id)
      return found ? { kind, name: found.name, colour: found.colour } : null
    }
    if (kind === 'card') {
      const home = homes.get(keyOfCard(one))
      const left = cardAt(one)
      if (!home) return left
      // Where it is the lists may not know it yet: then it is called what it was called when it left.
      const called = { ...notYetKnown, title: left?.title ?? null }
      return cardAt(home, called) ?? (left && { ...left, isAway: true })
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

type Words = { title: string | null; column: string; archived: boolean }

const notYetKnown: Words = { title: null, column: '', archived: false }

async function readableBoards(db: Queryable, actor: Actor, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await boardsFor(db, actor).where(
    and(boardInSight(actor), inArray(boards.id, [...ids])),
  )
  return rows.map(({ board: { id, title } }) => ({ id, title }))
}

async function readableCards(
  db: Queryable,
  actor: Actor,
  places: readonly CardAt[],
): Promise<Map<string, Words>> {
  if (places.length === 0) return new Map()
  const boardIds = places.map(({ boardId }) => boardId)
  const ids = places.map(({ id }) => id)
  const rows = await cardsFor(db, actor).where(
    and(boardInSight(actor), inArray(boardCards.boardId, boardIds), inArray(boardCards.id, ids)),
  )
  return new Map(
    rows.map(({ card }) => {
      const { title, column, archived } = card
      return [keyOfCard(card), { title, column, archived }]
    }),
  )
}
