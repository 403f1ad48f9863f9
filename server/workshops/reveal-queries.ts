/**
 * What was written unseen comes onto the wall: which notes, whose they are, and that it has happened, in one
 * transaction. A note comes once: its row in `workshop_notes` says so.
 */
import { createHash, randomInt } from 'node:crypto'
import { isUuid } from '@atelier/shared/basics/uuid'
import { refuse } from '@atelier/shared/refusals'
import {
  docOf,
  notesOf,
  type RevealedNote,
  revealedUpdate,
  wasOnWall,
  whatFits,
} from '@atelier/shared/workshops/new-revealed'
import type { Note } from '@atelier/shared/workshops/note'
import { readWall } from '@atelier/shared/workshops/wall'
import { wallLimits } from '@atelier/shared/workshops/wall-shape'
import { and, asc, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm'
import type * as Y from 'yjs'
import { checksumOf } from '../db/checksum'
import type { Database, Queryable } from '../db/database'
import { roomUpdates } from '../db/log-tables'
import {
  workshopNotes,
  workshopParticipants,
  workshopStages,
  workshops,
} from '../db/workshop-tables'

type StageRow = Pick<typeof workshopStages.$inferSelect, 'id' | 'rules'>
/** What somebody wrote in their pad. */
type Written = { participantId: string; padId: string; notes: readonly Note[] }

/**
 * Of these stages, in all pads but those of people who were removed; answers whether anything came onto the wall. What
 * is revealed already stays as it is, but for what has come into a pad since.
 */
export const revealNotes = (
  db: Database,
  workshopId: string,
  stageIds: readonly string[],
): Promise<boolean> =>
  db.transaction(async (tx) => {
    await lockWorkshop(tx, workshopId)
    const stages = await loadIdeation(tx, workshopId, stageIds)
    if (stages.length < new Set(stageIds).size) refuse('invalid')
    const shown = await tx
      .update(workshopStages)
      .set({ revealedAt: new Date() })
      .where(and(inArray(workshopStages.id, [...stageIds]), isNull(workshopStages.revealedAt)))
      .returning({ id: workshopStages.id })
    const written: Written[] = []
    for (const pad of await loadPads(tx, workshopId)) {
      written.push({ ...pad, notes: notesOf(await loadDoc(tx, pad.padId), stages) })
    }
    return putOnWall(tx, { workshopId, stages, written, isLate: shown.length === 0 })
  })

/** Onto which wall something of this pad came late, and whose it is; null where there was nothing. */
export async function revealLateNotes(
  db: Database,
  padId: string,
  load: (db: Queryable) => Promise<Y.Doc>,
): Promise<{ workshopId: string; authorId: string } | null> {
  const found = await findRevealed(db, padId)
  if (!found) return null
  const { workshopId, participantId, personId, stages } = found
  const written = { participantId, padId, notes: notesOf(await load(db), stages) }
  // Mostly there is none, and a wall is much to hold and to read for that.
  if (!(await hasNews(db, workshopId, written))) return null
  const hasCome = await db.transaction(async (tx) => {
    await lockWorkshop(tx, workshopId)
    return putOnWall(tx, { workshopId, stages, written: [written], isLate: true })
  })
  return hasCome ? { workshopId, authorId: personId ?? participantId } : null
}

/** The pads of workshops that go on and of which something is revealed: what a crash kept in them comes, too. */
export async function findPadsRevealed(db: Queryable): Promise<string[]> {
  const rows = await db
    .selectDistinct({ padId: workshopParticipants.padId })
    .from(workshopParticipants)
    .innerJoin(workshops, eq(workshops.id, workshopParticipants.workshopId))
    .innerJoin(workshopStages, eq(workshopStages.workshopId, workshops.id))
    .where(and(isRevealed, goesOn, isHeard))
  return rows.map(({ padId }) => padId)
}

const isRevealed = and(eq(workshopStages.kind, 'ideate'), isNotNull(workshopStages.revealedAt))
const goesOn = and(isNull(workshops.trashedAt), ne(workshops.state, 'ended'))
const isHeard = inArray(workshopParticipants.state, ['in', 'left'])

/** Of two who reveal at once one waits, and finds it done. */
async function lockWorkshop(tx: Queryable, workshopId: string): Promise<void> {
  await tx
    .select({ id: workshops.id })
    .from(workshops)
    .where(eq(workshops.id, workshopId))
    .for('no key update')
}

const loadIdeation = (tx: Queryable, workshopId: string, ids: readonly string[]) =>
  tx
    .select({ id: workshopStages.id, rules: workshopStages.rules })
    .from(workshopStages)
    .where(
      and(
        eq(workshopStages.workshopId, workshopId),
        inArray(workshopStages.id, [...ids]),
        eq(workshopStages.kind, 'ideate'),
      ),
    )

const loadPads = (tx: Queryable, workshopId: string) =>
  tx
    .select({ participantId: workshopParticipants.id, padId: workshopParticipants.padId })
    .from(workshopParticipants)
    .where(and(eq(workshopParticipants.workshopId, workshopId), isHeard))

/** Null while nothing of its workshop is revealed, and for who is not heard in it any more. */
async function findRevealed(db: Queryable, padId: string) {
  const rows = await db
    .select({
      workshopId: workshops.id,
      participantId: workshopParticipants.id,
      personId: workshopParticipants.personId,
      stage: { id: workshopStages.id, rules: workshopStages.rules },
    })
    .from(workshopParticipants)
    .innerJoin(workshops, eq(workshops.id, workshopParticipants.workshopId))
    .innerJoin(workshopStages, eq(workshopStages.workshopId, workshops.id))
    .where(and(eq(workshopParticipants.padId, padId), isRevealed, goesOn, isHeard))
  const [first] = rows
  return first ? { ...first, stages: rows.map(({ stage }) => stage) } : null
}

/** As it is stored. Rows that are damaged are left out: what can be read of a pad is read. */
export async function loadDoc(db: Queryable, roomId: string): Promise<Y.Doc> {
  const rows = await db
    .select({ bytes: roomUpdates.bytes, checksum: roomUpdates.checksum })
    .from(roomUpdates)
    .where(eq(roomUpdates.roomId, roomId))
    .orderBy(asc(roomUpdates.seq))
  const whole = rows.filter(({ bytes, checksum }) => checksumOf(bytes) === checksum)
  return docOf(whole.map(({ bytes }) => bytes))
}

type Reveal = {
  workshopId: string
  stages: readonly StageRow[]
  written: readonly Written[]
  isLate: boolean
}

async function putOnWall(
  tx: Queryable,
  { workshopId, stages, written, isLate }: Reveal,
): Promise<boolean> {
  const wall = await loadDoc(tx, workshopId)
  const owners = await loadOwners(tx, workshopId)
  const seen = readWall(wall)
  const ofEach = written.map((one) => newsOf(one, owners, wall))
  const news = shuffled(whatFits(wall, ofEach))
  const revealed = news.slice(0, Math.max(0, wallLimits.notes - seen.notes.length))
  if (revealed.length === 0) return false
  await tx.insert(workshopNotes).values(
    revealed.map(({ id: noteId, participantId, note }) => ({
      ...{ workshopId, noteId, participantId },
      stageId: note.stage,
    })),
  )
  const bytes = revealedUpdate(seen, revealed, { stages, isLate })
  await tx.insert(roomUpdates).values({ roomId: workshopId, bytes, checksum: checksumOf(bytes) })
  await tx.update(workshops).set({ changedAt: new Date() }).where(eq(workshops.id, workshopId))
  return true
}

async function loadOwners(db: Queryable, workshopId: string): Promise<Owners> {
  const known = await db
    .select({ noteId: workshopNotes.noteId, participantId: workshopNotes.participantId })
    .from(workshopNotes)
    .where(eq(workshopNotes.workshopId, workshopId))
  return new Map(known.map(({ noteId, participantId }) => [noteId, participantId]))
}

async function hasNews(db: Queryable, workshopId: string, one: Written): Promise<boolean> {
  if (one.notes.length === 0) return false
  const owners = await loadOwners(db, workshopId)
  const hasCome = (id: string) => owners.get(id) === one.participantId
  return !one.notes.every(({ id }) => hasCome(id) || hasCome(ownId(one.padId, id)))
}

type News = RevealedNote & { participantId: string }

/** Those of one person that have not come yet, each with the id it has on the wall. */
function newsOf({ participantId, padId, notes }: Written, owners: Owners, wall: Y.Doc): News[] {
  return notes.flatMap((note) => {
    const isMine = owners.get(note.id) === participantId
    const isFree = isUuid(note.id) && !owners.has(note.id) && !wasOnWall(wall, note.id)
    const id = isMine || isFree ? note.id : ownId(padId, note.id)
    if (owners.has(id)) return []
    owners.set(id, participantId)
    return [{ id, participantId, note }]
  })
}

type Owners = Map<string, string>

/** The same each time, for a note whose own id is none, or somebody else's. */
function ownId(padId: string, noteId: string): string {
  const hex = createHash('sha256').update(`${padId} ${noteId}`).digest('hex')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5')
}

/** In an order that tells nothing of who wrote what, or when. */
function shuffled<T>(items: readonly T[]): T[] {
  const left = [...items]
  for (let last = left.length - 1; last > 0; last--) {
    const other = randomInt(last + 1)
    const [a, b] = [left[last] as T, left[other] as T]
    left[last] = b
    left[other] = a
  }
  return left
}
