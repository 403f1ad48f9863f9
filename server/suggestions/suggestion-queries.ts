/** Forks of docs and of sections of journals in which people suggest, and what became of their suggestions. */

import { refuse } from '@atelier/shared/refusals'
import type { OpenFork } from '@atelier/shared/suggestions/suggestion-contract'
import { and, asc, eq, gt, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import type { Database, Queryable } from '../db/database'
import { docSuggestionDecisions, docSuggestions } from '../db/doc-tables'
import { roomUpdates } from '../db/log-tables'
import { people } from '../db/tables'
import { insertRoom } from '../projects/room-queries'

/** What people suggest in: its room, by its id. */
export type Forked = { kind: 'doc' | 'section'; id: string }
/** The kind of a fork's own room. */
export const forkKinds = { doc: 'suggestion', section: 'section-suggestion' } as const

const isOpen = isNull(docSuggestions.closedAt)
/** The rows of its forks. */
export const isForkOf = ({ kind, id }: Forked) =>
  eq(kind === 'doc' ? docSuggestions.docId : docSuggestions.sectionId, id)
const isThis = (forked: Forked, id: string) =>
  and(eq(docSuggestions.id, id), isForkOf(forked), isOpen)

/** The oldest first. */
export const listOpenForks = (db: Queryable, forked: Forked): Promise<OpenFork[]> =>
  db
    .select({
      id: docSuggestions.id,
      author: { id: people.id, name: people.name, colour: people.colour },
    })
    .from(docSuggestions)
    .innerJoin(people, eq(people.id, docSuggestions.authorId))
    .where(and(isForkOf(forked), isOpen))
    .orderBy(asc(docSuggestions.createdAt), asc(docSuggestions.id))

export async function findFork(db: Queryable, forked: Forked, authorId: string) {
  const [row] = await db
    .select({ id: docSuggestions.id })
    .from(docSuggestions)
    .where(and(isForkOf(forked), eq(docSuggestions.authorId, authorId), isOpen))
  return row?.id ?? null
}

type NewFork = { workspaceId: string; authorId: string } & (
  | { projectId: string; docId: string }
  | { sectionId: string }
)

/**
 * `update` is all the doc holds (S13). One an author has already is theirs; `isNew` says so. `requireStill` refuses
 * where what was asked before is not so any more.
 */
export async function insertFork(
  db: Database,
  { workspaceId, authorId, ...place }: NewFork,
  update: Uint8Array,
  requireStill?: (tx: Queryable) => Promise<void>,
): Promise<{ id: string; isNew: boolean }> {
  const forked: Forked =
    'docId' in place ? { kind: 'doc', id: place.docId } : { kind: 'section', id: place.sectionId }
  const of =
    'docId' in place
      ? ({ kind: forkKinds.doc, projectId: place.projectId } as const)
      : ({ kind: forkKinds.section, projectId: null } as const)
  const pointing = 'docId' in place ? { docId: place.docId } : { sectionId: place.sectionId }
  try {
    const room = { ...of, workspaceId, createdBy: authorId, update }
    const id = await insertRoom(db, room, async (tx, id) => {
      await requireStill?.(tx)
      await tx.insert(docSuggestions).values({ id, ...pointing, authorId })
    })
    return { id, isNew: true }
  } catch (error) {
    // Another tab of theirs was quicker.
    const id = await findFork(db, forked, authorId)
    if (id === null) throw error
    return { id, isNew: false }
  }
}

/** Through what it is of, as long as it is open; or not-found. */
export async function requireFork(db: Queryable, forked: Forked, id: string) {
  const [row] = await db
    .select({ id: docSuggestions.id, authorId: docSuggestions.authorId })
    .from(docSuggestions)
    .where(isThis(forked, id))
  return row ?? refuse('not-found')
}

export const closeFork = (db: Queryable, forked: Forked, id: string) =>
  db.update(docSuggestions).set({ closedAt: new Date() }).where(isThis(forked, id))

/** What its author may not have read: it comes with what somebody else decides. */
export const noteTakenIn = (db: Queryable, id: string) =>
  db.update(docSuggestions).set({ tookIn: true }).where(eq(docSuggestions.id, id))

/**
 * Until when somebody may decide about this fork on their own, on any node; null while somebody else
 * does. No two have the same moment, so it also says whose turn it is. Whole milliseconds: a Date
 * has no more, and must find its turn again.
 */
export async function takeDecidingTurn(db: Queryable, id: string, ms: number) {
  const { decidingUntil } = docSuggestions
  const isFree = or(isNull(decidingUntil), lt(decidingUntil, sql`now()`))
  return setTurn(db, and(eq(docSuggestions.id, id), isFree), inFuture(ms))
}

/** As long again from now on; null where it ran out and somebody else came. */
export const renewDecidingTurn = (db: Queryable, id: string, until: Date, ms: number) =>
  setTurn(db, isTurn(id, until), inFuture(ms))

export const endDecidingTurn = (db: Queryable, id: string, until: Date) =>
  setTurn(db, isTurn(id, until), null)

const isTurn = (id: string, until: Date) =>
  and(eq(docSuggestions.id, id), eq(docSuggestions.decidingUntil, until))

const inFuture = (ms: number) =>
  sql<Date>`date_trunc('milliseconds', now()) + ${ms} * interval '1 millisecond'`

async function setTurn(db: Queryable, where: SQL | undefined, decidingUntil: SQL<Date> | null) {
  const [turn] = await db
    .update(docSuggestions)
    .set({ decidingUntil })
    .where(where)
    .returning({ until: docSuggestions.decidingUntil })
  return turn?.until ?? null
}

/** What is stored of a room, whichever node has written it. */
export async function loggedUpdates(db: Queryable, roomId: string): Promise<Uint8Array[]> {
  const rows = await db
    .select({ bytes: roomUpdates.bytes })
    .from(roomUpdates)
    .where(eq(roomUpdates.roomId, roomId))
    .orderBy(asc(roomUpdates.seq))
  return rows.map(({ bytes }) => bytes)
}

export type NewDecision = { accepted: boolean; removed: string; inserted: string; about: string }
export type Undo = { doc: Uint8Array | null; fork: Uint8Array | null }

/** In the order of the text, which their ids keep to: all of them have the same moment. */
export async function insertDecisions(
  db: Queryable,
  common: { suggestionId: string; decidedBy: string },
  decisions: readonly NewDecision[],
  undo: Undo,
): Promise<string> {
  const batchId = crypto.randomUUID()
  const ids = decisions.map(() => crypto.randomUUID()).sort()
  const rows = decisions.map((decision, place) => ({
    id: ids[place],
    ...common,
    ...decision,
    batchId,
    ...(place === 0 && { undoDoc: undo.doc, undoFork: undo.fork }),
  }))
  await db.insert(docSuggestionDecisions).values(rows)
  return batchId
}

/** What takes back a decision of this person's, if it is not long ago. */
export async function findUndo(
  db: Queryable,
  of: { suggestionId: string; batchId: string; decidedBy: string; since: Date },
): Promise<Undo | null> {
  const table = docSuggestionDecisions
  const [row] = await db
    .select({ doc: table.undoDoc, fork: table.undoFork })
    .from(table)
    .where(
      and(
        eq(table.batchId, of.batchId),
        eq(table.suggestionId, of.suggestionId),
        eq(table.decidedBy, of.decidedBy),
        gt(table.decidedAt, of.since),
        or(isNotNull(table.undoDoc), isNotNull(table.undoFork)),
      ),
    )
  return row ?? null
}

export const deleteBatch = (db: Queryable, batchId: string) =>
  db.delete(docSuggestionDecisions).where(eq(docSuggestionDecisions.batchId, batchId))
