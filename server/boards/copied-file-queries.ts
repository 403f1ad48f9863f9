/** Files of a board as files of its copy. */
import { and, eq, inArray } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { files } from '../db/doc-tables'
import { inPieces } from '../db/in-pieces'

/** A new id for each that is the board's own. */
export async function newFileIds(
  db: Queryable,
  boardId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const there = new Map<string, string>()
  for (const piece of inPieces(ids)) {
    const own = and(eq(files.roomId, boardId), inArray(files.id, [...piece]))
    const rows = await db.select({ id: files.id }).from(files).where(own)
    for (const { id } of rows) there.set(id, crypto.randomUUID())
  }
  return there
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
