/** Files of a board as files of its copy. */
import { eq, inArray } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { files } from '../db/doc-tables'
import { inPieces } from '../db/in-pieces'

/** A new id for each of the board’s own. */
export async function newFileIds(db: Queryable, boardId: string): Promise<Map<string, string>> {
  const rows = await db.select({ id: files.id }).from(files).where(eq(files.roomId, boardId))
  return new Map(rows.map(({ id }) => [id, crypto.randomUUID()]))
}

export async function insertFilesAs(
  db: Queryable,
  there: ReadonlyMap<string, string>,
  to: { roomId: string; createdBy: string },
): Promise<void> {
  for (const piece of inPieces([...there.keys()])) {
    const rows = await db.select().from(files).where(inArray(files.id, piece))
    const copies = rows.map((file) => ({
      ...file,
      ...to,
      id: there.get(file.id) ?? crypto.randomUUID(),
      createdAt: new Date(),
    }))
    if (copies.length > 0) await db.insert(files).values(copies)
  }
}
