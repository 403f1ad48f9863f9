/** What of the files nobody has ever used. Wrong once is a loss: so whatever is in doubt is used. */
import { and, eq, inArray, or, sql } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { files } from '../db/doc-tables'
import { workspaces } from '../db/tables'
import type { FileKey } from '../storage/file-store'

const mostAtOnce = 500

/**
 * Deletes rows made between `from` and `until` whose id was never written in any room of their
 * workspace: not in the log, and not in the history, where all is that was ever deleted. An id is
 * written in an update as its 36 letters.
 */
export async function deleteNeverUsed(db: Queryable, from: Date, until: Date): Promise<number> {
  const written = (rooms: ReturnType<typeof sql>) => sql`exists (
    select 1 from (
      select room_id, bytes from room_updates
      union all select room_id, bytes from room_history
      union all select room_id, bytes from room_updates_replaced
      union all select room_id, bytes from room_updates_quarantined
    ) as updates
    where updates.room_id in (${rooms})
      and position(convert_to(files.id::text, 'UTF8') in updates.bytes) > 0
  )`
  const own = sql`select files.room_id union all
    select id from doc_suggestions where doc_suggestions.doc_id = files.room_id`
  const all = sql`select id from rooms where rooms.workspace_id = files.workspace_id`
  const { rowCount } = await db.execute(sql`
    with doubtful as materialized (
      select * from files
      where created_at >= ${from.toISOString()} and created_at < ${until.toISOString()}
        and not ${written(own)}
      limit ${mostAtOnce}
    )
    delete from files where id in (select files.id from doubtful as files where not ${written(all)})
  `)
  return rowCount ?? 0
}

/** Of these, the keys no row names; none of a workspace this database does not know. */
export async function keysWithoutRow(db: Queryable, keys: readonly FileKey[]): Promise<FileKey[]> {
  if (keys.length === 0) return []
  const ids = [...new Set(keys.map(({ workspaceId }) => workspaceId))]
  const hashes = keys.map(({ sha256 }) => sha256)
  const known = await db
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(inArray(workspaces.id, ids))
  const rows = await db
    .select({
      workspaceId: files.workspaceId,
      sha256: files.sha256,
      thumbnail: files.thumbnailSha256,
    })
    .from(files)
    .where(
      and(
        inArray(files.workspaceId, ids),
        or(inArray(files.sha256, hashes), inArray(files.thumbnailSha256, hashes)),
      ),
    )
  const ours = new Set(known.map(({ id }) => id))
  const named = new Set(
    rows.flatMap(({ workspaceId, sha256, thumbnail }) => [
      `${workspaceId}/${sha256}`,
      `${workspaceId}/${thumbnail}`,
    ]),
  )
  return keys.filter(
    ({ workspaceId, sha256 }) => ours.has(workspaceId) && !named.has(`${workspaceId}/${sha256}`),
  )
}

/** Asked once more right before bytes are dropped. */
export async function hasRow(db: Queryable, { workspaceId, sha256 }: FileKey): Promise<boolean> {
  const [row] = await db
    .select({ id: files.id })
    .from(files)
    .where(
      and(
        eq(files.workspaceId, workspaceId),
        or(eq(files.sha256, sha256), eq(files.thumbnailSha256, sha256)),
      ),
    )
    .limit(1)
  return row !== undefined
}
