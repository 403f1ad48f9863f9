import { sql } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { sectionReaders } from '../db/journal-tables'

/** That somebody has a section before them that is not theirs: written down before a word of it is sent. */
export async function noteReader(
  db: Queryable,
  reader: { sectionId: string; personId: string },
): Promise<void> {
  await db
    .insert(sectionReaders)
    .values(reader)
    .onConflictDoUpdate({
      target: [sectionReaders.sectionId, sectionReaders.personId],
      set: { lastAt: sql`now()` },
    })
}
