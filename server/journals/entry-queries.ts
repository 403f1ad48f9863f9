/** Entries of journals, each with the sections its reader may read. */
import { type Actor, can } from '@atelier/shared/access/can'
import type { EntrySubject } from '@atelier/shared/access/can-in-journals'
import { byOrder } from '@atelier/shared/basics/order'
import {
  type AskEntries,
  type ChangeEntry,
  type Entry,
  type EntryPage,
  entryPageSize,
  type NewEntry,
} from '@atelier/shared/journals/journal'
import { refuse } from '@atelier/shared/refusals'
import { and, desc, eq, inArray, lt, not, or, sql } from 'drizzle-orm'
import {
  type SectionRow,
  sectionVisibleTo,
  withSectionRights,
} from '../access/section-access-queries'
import { noteReaders } from '../access/section-reader-queries'
import { requireStillHere } from '../access/still-here-queries'
import type { Database, Queryable } from '../db/database'
import { eraseWith } from '../db/erase-with'
import { entries, sectionReaders, sectionSharings, sections } from '../db/journal-tables'
import { requireSession } from '../mentorships/mentoring-queries'
import { projectsOfSections } from '../publications/publication-queries'
import { type BegunSection, eraseSections, insertSections } from './section-queries'

type EntryRow = typeof entries.$inferSelect

export type LoadedEntry = EntrySubject & { entry: Entry }

/** One as the actor may read it, or not-found: the way to everything inside it. */
export async function loadEntry(db: Queryable, actor: Actor, id: string): Promise<LoadedEntry> {
  const [row] = await db
    .select()
    .from(entries)
    .where(and(eq(entries.id, id), eq(entries.workspaceId, actor.workspaceId)))
  if (!row) return refuse('not-found')
  const rows = await withSectionRights(db, actor).where(
    and(sectionVisibleTo(actor), eq(sections.entryId, id)),
  )
  const subject: EntrySubject = {
    kind: 'entry',
    workspaceId: row.workspaceId,
    isAuthor: row.authorId === actor.personId,
    readsSome: rows.length > 0,
    frozen: rows.some(({ section }) => section.frozenAt !== null),
  }
  if (!can(actor, 'read', subject)) return refuse('not-found')
  await notePrompts(db, actor, rows)
  return { ...subject, entry: entryOf(row, rows, await pastOf(db, rows)) }
}

/** The latest day first. */
export async function listEntries(
  db: Queryable,
  actor: Actor,
  { whose, mentorship, before }: AskEntries,
): Promise<EntryPage> {
  const readable = withSectionRights(db, actor).where(sectionVisibleTo(actor)).as('readable')
  const isMine = eq(entries.authorId, actor.personId)
  const isRead = inArray(entries.id, db.select({ id: readable.section.entryId }).from(readable))
  const [day = '', after = ''] = before?.split('_') ?? []
  const rows = await db
    .select()
    .from(entries)
    .where(
      and(
        eq(entries.workspaceId, actor.workspaceId),
        whose === 'mine' ? isMine : or(isMine, isRead),
        whose === 'others' ? not(isMine) : undefined,
        mentorship === undefined ? undefined : eq(entries.mentorshipId, mentorship),
        before === undefined
          ? undefined
          : or(lt(entries.on, day), and(eq(entries.on, day), lt(entries.id, after))),
      ),
    )
    .orderBy(desc(entries.on), desc(entries.id))
    .limit(entryPageSize + 1)
  const page = rows.slice(0, entryPageSize)
  const last = rows.length > entryPageSize ? page.at(-1) : undefined
  return {
    entries: await withSections(db, actor, page),
    next: last ? `${last.on}_${last.id}` : null,
  }
}

async function withSections(db: Queryable, actor: Actor, rows: readonly EntryRow[]) {
  if (rows.length === 0) return []
  const found = await withSectionRights(db, actor).where(
    and(
      sectionVisibleTo(actor),
      inArray(
        sections.entryId,
        rows.map(({ id }) => id),
      ),
    ),
  )
  await notePrompts(db, actor, found)
  const past = await pastOf(db, found)
  return rows.map((row) =>
    entryOf(
      row,
      found.filter(({ entry }) => entry.id === row.id),
      past,
    ),
  )
}

/** Before they are sent: nobody is to hear that a section was not seen, whose prompt was. */
const notePrompts = (db: Queryable, { personId }: Actor, rows: readonly SectionRow[]) =>
  noteReaders(
    db,
    personId,
    rows.flatMap(({ isAuthor, section }) =>
      isAuthor || section.prompt === '' ? [] : [section.id],
    ),
  )

type Past = { seenBy: number; sharings: number }

/** By how many each of these was seen that were ever shared, and how often that was. */
async function pastOf(db: Queryable, rows: readonly SectionRow[]): Promise<Map<string, Past>> {
  const shared = rows.filter(({ isAuthor, section }) => isAuthor && section.sharedAt !== null)
  if (shared.length === 0) return new Map()
  const ids = shared.map(({ section }) => section.id)
  const counted = await db
    .select({
      id: sections.id,
      seenBy: db.$count(sectionReaders, eq(sectionReaders.sectionId, sections.id)),
      sharings: db.$count(sectionSharings, eq(sectionSharings.sectionId, sections.id)),
    })
    .from(sections)
    .where(inArray(sections.id, ids))
  return new Map(counted.map(({ id, ...past }) => [id, past]))
}

const entryOf = (
  { promptSet, promptVersion, ...row }: EntryRow,
  rows: readonly SectionRow[],
  past: ReadonlyMap<string, Past>,
): Entry => ({
  id: row.id,
  authorId: row.authorId,
  mentorshipId: row.mentorshipId,
  sessionId: row.sessionId,
  begunWith:
    promptSet === null || promptVersion === null
      ? null
      : { set: promptSet, version: promptVersion },
  title: row.title,
  on: row.on,
  sections: rows
    .toSorted((a, b) => byOrder(placeOf(a), placeOf(b)))
    .map(({ section, isAuthor }) => ({
      id: section.id,
      prompt: section.prompt,
      audience: section.audience,
      shared:
        isAuthor && section.sharedAt !== null
          ? {
              ...(past.get(section.id) ?? { seenBy: 0, sharings: 0 }),
              since: section.sharedAt.toISOString(),
            }
          : null,
      isFrozen: section.frozenAt !== null,
    })),
})

const placeOf = ({ section }: SectionRow) => ({ id: section.id, order: section.rank })

export type BegunEntry = Omit<NewEntry, 'sections'> & { sections: readonly BegunSection[] }

/** One that has come already is left as it is; an id of somebody else's is refused. */
export async function insertEntry(
  db: Database,
  { workspaceId, personId }: Actor,
  { sections: begun, begunWith, ...entry }: BegunEntry,
): Promise<void> {
  await db.transaction(async (tx) => {
    await requireStillHere(tx, personId)
    await requireSession(tx, entry.mentorshipId, entry.sessionId)
    const inserted = await tx
      .insert(entries)
      .values({
        ...entry,
        workspaceId,
        authorId: personId,
        promptSet: begunWith?.set ?? null,
        promptVersion: begunWith?.version ?? null,
      })
      .onConflictDoNothing()
      .returning({ id: entries.id })
    if (inserted.length > 0) {
      await insertSections(tx, { entryId: entry.id, workspaceId, createdBy: personId }, begun)
      return
    }
    const mine = await tx
      .select({ id: entries.id })
      .from(entries)
      .where(and(eq(entries.id, entry.id), eq(entries.authorId, personId)))
    if (mine.length === 0) refuse('conflict')
  })
}

/** Refuses with `conflict` to put among other people what is shared with some. */
export async function changeEntryRow(db: Database, id: string, change: ChangeEntry): Promise<void> {
  if (Object.keys(change).length === 0) return
  await db.transaction(async (tx) => {
    const before = await lockEntry(tx, id)
    const moves = change.mentorshipId !== undefined && change.mentorshipId !== before.mentorshipId
    if (moves && (await isShared(tx, id))) refuse('conflict')
    await tx
      .update(entries)
      .set({ ...change, ...(moves && { sessionId: null }) })
      .where(eq(entries.id, id))
  })
}

async function isShared(tx: Queryable, entryId: string): Promise<boolean> {
  const shared = await tx
    .select({ id: sections.id })
    .from(sections)
    .where(and(eq(sections.entryId, entryId), sql`${sections.audience} <> 'private'`))
  return shared.length > 0
}

/** Until the transaction ends, nobody adds, moves or shares anything in it. */
async function lockEntry(tx: Queryable, id: string): Promise<EntryRow> {
  const [row] = await tx.select().from(entries).where(eq(entries.id, id)).for('no key update')
  return row ?? refuse('not-found')
}

/** For good, with its rooms and all that was written in them; answers which these were, and where any of it was published. */
export async function eraseEntry(
  db: Database,
  id: string,
): Promise<{ roomIds: string[]; published: string[] }> {
  return db.transaction(async (tx) => {
    await lockEntry(tx, id)
    const rows = await tx
      .select({ id: sections.id, frozenAt: sections.frozenAt })
      .from(sections)
      .where(eq(sections.entryId, id))
    // Signed while this was asked.
    if (rows.some(({ frozenAt }) => frozenAt !== null)) refuse('forbidden')
    const ids = rows.map((row) => row.id)
    const published = await projectsOfSections(tx, ids)
    const roomIds = await eraseSections(tx, ids)
    await eraseWith(tx, 'entries', eq(entries.id, id))
    return { roomIds, published }
  })
}
