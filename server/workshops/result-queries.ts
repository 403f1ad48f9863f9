import { refuse } from '@atelier/shared/refusals'
import {
  type ChangeResult,
  mostResults,
  type newResult,
  type Result,
  type SentCard,
} from '@atelier/shared/workshops/result'
import { and, asc, count, eq, inArray, isNull, sql } from 'drizzle-orm'
import type * as z from 'zod'
import { boardCards } from '../db/card-tables'
import type { Database, Queryable } from '../db/database'
import { boards, rooms } from '../db/tables'
import { workshopParticipants, workshopResults, workshops } from '../db/workshop-tables'

type NewResult = z.infer<typeof newResult>

/** One that is there already is left as it is; an id of another workshop is refused. */
export const insertResult = (db: Database, workshopId: string, result: NewResult): Promise<void> =>
  db.transaction(async (tx) => {
    await tx
      .select({ id: workshops.id })
      .from(workshops)
      .where(eq(workshops.id, workshopId))
      .for('no key update')
    const [known] = await tx
      .select({ workshopId: workshopResults.workshopId })
      .from(workshopResults)
      .where(eq(workshopResults.id, result.id))
    if (known) return known.workshopId === workshopId ? undefined : refuse('conflict')
    await requireParticipant(tx, workshopId, result.ownerId)
    const [all] = await tx
      .select({ results: count() })
      .from(workshopResults)
      .where(eq(workshopResults.workshopId, workshopId))
    if ((all?.results ?? 0) >= mostResults) refuse('too-many')
    await tx.insert(workshopResults).values({ ...result, workshopId })
    return undefined
  })

async function requireParticipant(db: Queryable, workshopId: string, ownerId: string | null) {
  if (ownerId === null) return
  const [owner] = await db
    .select({ id: workshopParticipants.id })
    .from(workshopParticipants)
    .where(
      and(
        eq(workshopParticipants.id, ownerId),
        eq(workshopParticipants.workshopId, workshopId),
        inArray(workshopParticipants.state, ['in', 'left']),
      ),
    )
  if (!owner) refuse('invalid', { fields: [{ field: 'ownerId', problem: 'unknown' }] })
}

type Place = { workshopId: string; resultId: string }
const one = ({ workshopId, resultId }: Place) =>
  and(eq(workshopResults.workshopId, workshopId), eq(workshopResults.id, resultId))

export async function changeResultRow(db: Queryable, place: Place, change: ChangeResult) {
  await requireParticipant(db, place.workshopId, change.ownerId ?? null)
  const [row] = await db
    .update(workshopResults)
    .set({ ...change, id: place.resultId })
    .where(one(place))
    .returning({ id: workshopResults.id })
  if (!row) refuse('not-found')
}

/** Whatever went onto a board stays there. One that is gone already is. */
export const deleteResult = (db: Queryable, place: Place) =>
  db.delete(workshopResults).where(one(place))

/** In the order they were written. `readsBoards` is whether the asking person reads the boards of its project. */
export async function loadResults(
  db: Queryable,
  workshopId: string,
  readsBoards: boolean,
): Promise<Result[]> {
  const rows = await db
    .select({
      result: workshopResults,
      ownerName: workshopParticipants.name,
      boardThere: boards.id,
      done: boardCards.done,
    })
    .from(workshopResults)
    .leftJoin(workshopParticipants, eq(workshopParticipants.id, workshopResults.ownerId))
    .leftJoin(boards, and(eq(boards.id, workshopResults.boardId), isNull(boards.trashedAt)))
    .leftJoin(
      boardCards,
      and(eq(boardCards.boardId, boards.id), eq(boardCards.id, workshopResults.cardId)),
    )
    .where(eq(workshopResults.workshopId, workshopId))
    .orderBy(asc(workshopResults.createdAt), workshopResults.id)
  return rows.map(({ result, ownerName, boardThere, done }) => {
    const { id, kind, words, ownerId, due, noteId, cardId, createdAt } = result
    const card = cardId && {
      id: cardId,
      boardId: readsBoards ? boardThere : null,
      done: readsBoards ? done : null,
    }
    return {
      ...{ id, kind, words, ownerId, ownerName, due, noteId },
      card: card || null,
      createdAt: createdAt.toISOString(),
    }
  })
}

/** Of notes and groups that went onto a board of the project under their own id. */
export async function loadSentNotes(
  db: Queryable,
  projectId: string,
  noteIds: readonly string[],
): Promise<Map<string, SentCard>> {
  const rows = await db
    .select({ id: boardCards.id, boardId: boardCards.boardId, done: boardCards.done })
    .from(boardCards)
    .innerJoin(boards, and(eq(boards.id, boardCards.boardId), isNull(boards.trashedAt)))
    .innerJoin(rooms, and(eq(rooms.id, boards.id), eq(rooms.projectId, projectId)))
    .where(sql`${boardCards.id} = any(${sql.param([...noteIds])}::text[])`)
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * Says of these results that they lie on this board, under their own id, before they do: whoever sends them to another
 * one meanwhile finds them taken. Resolves with those that are to be put there, which may be there already.
 */
export async function claimResults(
  db: Queryable,
  { workshopId, boardId }: { workshopId: string; boardId: string },
  ids: readonly string[],
) {
  if (ids.length === 0) return []
  const asked = and(
    eq(workshopResults.workshopId, workshopId),
    inArray(workshopResults.id, [...ids]),
  )
  const claimed = await db
    .update(workshopResults)
    .set({ boardId, cardId: sql`${workshopResults.id}::text` })
    .where(and(asked, isNull(workshopResults.cardId)))
    .returning({ id: workshopResults.id })
  const isNew = new Set(claimed.map(({ id }) => id))
  const rows = await db
    .select({ result: workshopResults, ownerPersonId: workshopParticipants.personId })
    .from(workshopResults)
    .leftJoin(workshopParticipants, eq(workshopParticipants.id, workshopResults.ownerId))
    .where(and(asked, eq(workshopResults.boardId, boardId)))
    .orderBy(asc(workshopResults.createdAt), workshopResults.id)
  return rows.map(({ result, ownerPersonId }) => ({
    ...result,
    ownerPersonId,
    isNew: isNew.has(result.id),
  }))
}

export const giveBackResults = (db: Queryable, ids: readonly string[]) =>
  ids.length === 0
    ? null
    : db
        .update(workshopResults)
        .set({ boardId: null, cardId: null })
        .where(inArray(workshopResults.id, [...ids]))
