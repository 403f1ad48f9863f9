/** Sections of an entry: begun, put in order, shared, erased. Who may is asked before. */
import { byOrder, orderAt, type Spot } from '@atelier/shared/basics/order'
import { docOf } from '@atelier/shared/docs/new-doc'
import type {
  ChangeSection,
  NewSection,
  SectionPast,
  ShareSection,
} from '@atelier/shared/journals/journal'
import { mostSections } from '@atelier/shared/journals/limits'
import { newSectionUpdate } from '@atelier/shared/journals/new-section'
import { refuse } from '@atelier/shared/refusals'
import type { JSONContent } from '@tiptap/core'
import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { roomsOfSections } from '../access/section-fork-queries'
import { requireStillHere } from '../access/still-here-queries'
import type { Database, Queryable } from '../db/database'
import { docSuggestions } from '../db/doc-tables'
import { eraseWith } from '../db/erase-with'
import { entries, sectionReaders, sectionSharings, sections } from '../db/journal-tables'
import { people, rooms } from '../db/tables'
import { insertRoom } from '../projects/room-queries'
import { writeSectionText } from './section-text-queries'

/** Where they belong, and whoever writes them. */
export type SectionPlace = { entryId: string; workspaceId: string; createdBy: string }

/** With what it says from its first moment on; nothing where that is left out. */
export type BegunSection = NewSection & { body?: JSONContent }

/** In this order, each with a room of its own. One that is there already is left as it is. */
export async function insertSections(
  tx: Queryable,
  { entryId, ...place }: SectionPlace,
  wanted: readonly BegunSection[],
): Promise<void> {
  for (const { id, prompt, after, body } of wanted) {
    const known = await inOrder(tx, entryId)
    if (known.some((one) => one.id === id)) continue
    if (known.length >= mostSections) refuse('too-many')
    const rank = orderAt(known, id, spotOf(after))
    const room = { ...place, id, kind: 'section', projectId: null } as const
    const update = newSectionUpdate(body)
    await insertRoom(tx as Database, { ...room, update }, (within) =>
      within.insert(sections).values({ id, entryId, rank, prompt }),
    )
    if (body) await writeSectionText(tx, id, docOf(update))
  }
}

export const insertSection = (db: Database, place: SectionPlace, section: NewSection) =>
  db.transaction(async (tx) => {
    await requireStillHere(tx, place.createdBy)
    const [entry] = await lockEntryOf(tx, place.entryId)
    if (!entry) refuse('not-found')
    await insertSections(tx, place, [section])
  })

/** To stand after one that is gone is to come last. */
export const changeSectionRow = (
  db: Database,
  { entryId, id }: { entryId: string; id: string },
  { prompt, after }: ChangeSection,
): Promise<void> =>
  db.transaction(async (tx) => {
    await lockEntryOf(tx, entryId)
    const rank =
      after === undefined ? undefined : orderAt(await inOrder(tx, entryId), id, spotOf(after))
    if (prompt === undefined && rank === undefined) return
    await tx
      .update(sections)
      .set({ ...(prompt !== undefined && { prompt }), ...(rank !== undefined && { rank }) })
      .where(and(eq(sections.id, id), eq(sections.entryId, entryId)))
  })

const spotOf = (after: string | null | undefined): Spot => {
  if (after === undefined) return 'end'
  return after === null ? 'top' : { after }
}

async function inOrder(tx: Queryable, entryId: string) {
  const rows = await tx
    .select({ id: sections.id, order: sections.rank })
    .from(sections)
    .where(eq(sections.entryId, entryId))
  return rows.sort(byOrder)
}

/** Two who add, or move, at the same moment queue up here: no two stand in one place. */
const lockEntryOf = (tx: Queryable, entryId: string) =>
  tx
    .select({ mentorshipId: entries.mentorshipId })
    .from(entries)
    .where(eq(entries.id, entryId))
    .for('no key update')

/**
 * From its commit on it is for these alone; whoever is in its room is to be asked again. Refuses with `conflict` where
 * the entry is among other people than it was when this was asked, or the section is for others than its author saw.
 */
export const shareSection = (
  db: Database,
  { entryId, id, mentorshipId }: { entryId: string; id: string; mentorshipId: string | null },
  { audience, from, sharings }: ShareSection,
): Promise<void> =>
  db.transaction(async (tx) => {
    const [entry] = await lockEntryOf(tx, entryId)
    if (entry?.mentorshipId !== mentorshipId) return refuseShared()
    const [row] = await tx
      .select({ audience: sections.audience })
      .from(sections)
      .where(and(eq(sections.id, id), eq(sections.entryId, entryId)))
    if (!row) return refuse('not-found')
    if (row.audience === audience) return
    const isAsSeen = sharings === undefined || sharings === (await countSharings(tx, id))
    if (row.audience !== from || !isAsSeen) return refuseShared()
    await tx
      .update(sections)
      .set({
        audience,
        ...(audience !== 'private' && { sharedAt: sql`coalesce(${sections.sharedAt}, now())` }),
      })
      .where(eq(sections.id, id))
    await tx.insert(sectionSharings).values({ sectionId: id, audience })
  })

/** Another tab or device was first. */
const refuseShared = (): never =>
  refuse('conflict', { fields: [{ field: '', problem: 'shared-elsewhere' }] })

const countSharings = (tx: Queryable, id: string): Promise<number> =>
  tx.$count(sectionSharings, eq(sectionSharings.sectionId, id))

export async function loadSectionPast(db: Queryable, id: string): Promise<SectionPast> {
  const sharings = await db
    .select({ audience: sectionSharings.audience, at: sectionSharings.at })
    .from(sectionSharings)
    .where(eq(sectionSharings.sectionId, id))
    .orderBy(desc(sectionSharings.at))
  const readers = await db
    .select({
      person: { id: people.id, name: people.name },
      firstAt: sectionReaders.firstAt,
      lastAt: sectionReaders.lastAt,
    })
    .from(sectionReaders)
    .innerJoin(people, eq(people.id, sectionReaders.personId))
    .where(eq(sectionReaders.sectionId, id))
    .orderBy(desc(sectionReaders.lastAt))
  return {
    sharings: sharings.map(({ audience, at }) => ({ audience, at: at.toISOString() })),
    readers: readers.map(({ person, firstAt, lastAt }) => ({
      person,
      firstAt: firstAt.toISOString(),
      lastAt: lastAt.toISOString(),
    })),
  }
}

/** Through its entry, and refused where it was signed while this was asked. Answers which rooms are gone. */
export const eraseSection = (
  db: Database,
  { entryId, id }: { entryId: string; id: string },
): Promise<string[]> =>
  db.transaction(async (tx) => {
    await lockEntryOf(tx, entryId)
    const [row] = await tx
      .select({ frozenAt: sections.frozenAt })
      .from(sections)
      .where(and(eq(sections.id, id), eq(sections.entryId, entryId)))
    if (!row) return refuse('not-found')
    if (row.frozenAt !== null) return refuse('forbidden')
    return eraseSections(tx, [id])
  })

/**
 * With their rooms and those of their forks, which it answers: all that was ever written in them, and who has read it.
 */
export async function eraseSections(tx: Queryable, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  await lockRooms(tx, ids)
  // What is being published of them, or forked, at this moment is waited for, and goes with them.
  await tx
    .select({ id: sections.id })
    .from(sections)
    .where(inArray(sections.id, ids))
    .orderBy(sections.id)
    .for('update')
  const roomIds = await roomsOfSections(tx, ids)
  await eraseRooms(tx, roomIds)
  return roomIds
}

/** What somebody would have had others say, decided or not: with their account it goes. Answers the rooms. */
export async function eraseForksBy(tx: Queryable, personId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: docSuggestions.id })
    .from(docSuggestions)
    .where(and(eq(docSuggestions.authorId, personId), isNotNull(docSuggestions.sectionId)))
  const roomIds = rows.map(({ id }) => id)
  await eraseRooms(tx, roomIds)
  return roomIds
}

async function eraseRooms(tx: Queryable, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await lockRooms(tx, ids)
  await eraseWith(tx, 'rooms', inArray(rooms.id, ids))
}

const lockRooms = (tx: Queryable, ids: string[]) =>
  tx
    .select({ id: rooms.id })
    .from(rooms)
    .where(inArray(rooms.id, ids))
    .orderBy(rooms.id)
    .for('update')
