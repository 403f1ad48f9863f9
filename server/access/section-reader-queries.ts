import { sql } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { sectionReaders, sections } from '../db/journal-tables'

/**
 * That somebody has a section before them that is not theirs: written down before a word of it is sent. Says whether
 * it is still there.
 */
export async function noteReader(
  db: Queryable,
  { sectionId, personId }: { sectionId: string; personId: string },
): Promise<boolean> {
  const { rowCount } = await db.execute(sql`
    insert into ${sectionReaders} (section_id, person_id)
    select id, ${personId}::uuid from ${sections} where id = ${sectionId} for key share
    on conflict (section_id, person_id) do update set last_at = now()`)
  return (rowCount ?? 0) > 0
}

/**
 * Likewise of all of these, whose prompts are sent: what stands above a section is as private as it is. Once in a
 * while, where somebody looks again and again.
 */
export async function noteReaders(
  db: Queryable,
  personId: string,
  sectionIds: readonly string[],
): Promise<void> {
  if (sectionIds.length === 0) return
  await db.execute(sql`
    insert into ${sectionReaders} (section_id, person_id)
    select id, ${personId}::uuid from ${sections}
    where id = any(${sql.param(sectionIds)}::uuid[]) order by id for key share
    on conflict (section_id, person_id) do update set last_at = now()
    where ${sectionReaders.lastAt} < now() - interval '5 minutes'`)
}
