/** One's own journal as it is stored beside its text. Asks for nobody else's, by its very first word. */
import { gather } from '@atelier/shared/basics/gather'
import { byOrder } from '@atelier/shared/basics/order'
import type { ExportedEntry, ExportedSection } from '@atelier/shared/journals/export-contract'
import { asc, desc, eq, inArray } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { entries, moods, sectionSharings, sections } from '../db/journal-tables'

type Untold = Omit<ExportedEntry, 'sections'> & {
  sections: Omit<ExportedSection, 'body' | 'isLost' | 'margin'>[]
}

/** By day, the oldest first, without what is in the rooms. */
export async function loadOwnJournal(db: Queryable, authorId: string): Promise<Untold[]> {
  const rows = await db
    .select({ entry: entries, mood: moods.mood, energy: moods.energy })
    .from(entries)
    .leftJoin(moods, eq(moods.entryId, entries.id))
    .where(eq(entries.authorId, authorId))
    .orderBy(asc(entries.on), asc(entries.createdAt), asc(entries.id))
  const own = db.select({ id: entries.id }).from(entries).where(eq(entries.authorId, authorId))
  const parts = await db.select().from(sections).where(inArray(sections.entryId, own))
  parts.sort((a, b) => byOrder({ id: a.id, order: a.rank }, { id: b.id, order: b.rank }))
  const parted = await db
    .select()
    .from(sectionSharings)
    .where(
      inArray(
        sectionSharings.sectionId,
        db.select({ id: sections.id }).from(sections).where(inArray(sections.entryId, own)),
      ),
    )
    .orderBy(desc(sectionSharings.at))
  const sharingsOf = new Map<string, ExportedSection['sharings']>()
  for (const { sectionId, audience, at } of parted)
    gather(sharingsOf, sectionId, { audience, at: at.toISOString() })
  const partsOf = new Map<string, typeof parts>()
  for (const part of parts) gather(partsOf, part.entryId, part)
  return rows.map(({ entry, mood, energy }) => ({
    id: entry.id,
    on: entry.on,
    title: entry.title,
    mentorshipId: entry.mentorshipId,
    sessionId: entry.sessionId,
    begunWith:
      entry.promptSet === null || entry.promptVersion === null
        ? null
        : { set: entry.promptSet, version: entry.promptVersion },
    ...{ mood, energy },
    sections: (partsOf.get(entry.id) ?? []).map(({ id, prompt, audience, frozenAt }) => ({
      ...{ id, prompt, audience, isFrozen: frozenAt !== null, sharings: sharingsOf.get(id) ?? [] },
    })),
  }))
}
