/** How somebody felt, read and written by themself alone: nothing else in the house asks this table. */
import type { Mood } from '@atelier/shared/journals/journal'
import { and, eq } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { moods } from '../db/journal-tables'

const noMood: Mood = { mood: null, energy: null }

export async function loadMood(db: Queryable, personId: string, entryId: string): Promise<Mood> {
  const [row] = await db
    .select({ mood: moods.mood, energy: moods.energy })
    .from(moods)
    .where(and(eq(moods.entryId, entryId), eq(moods.authorId, personId)))
  return row ?? noMood
}

export async function putMood(db: Queryable, authorId: string, entryId: string, mood: Mood) {
  await db
    .insert(moods)
    .values({ entryId, authorId, ...mood })
    .onConflictDoUpdate({ target: moods.entryId, set: mood })
}
