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
