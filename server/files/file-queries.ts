/** Rows of files. Rights: file-room-queries.ts. */
import { refuse } from '@atelier/shared/refusals'
import { and, eq, gte, inArray, sql } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { files } from '../db/doc-tables'
import { roomUpdates } from '../db/log-tables'
import { boards, rooms } from '../db/tables'

export type FileRow = typeof files.$inferSelect
export type NewFile = Omit<typeof files.$inferInsert, 'id' | 'createdAt'>

export async function insertFile(db: Queryable, file: NewFile): Promise<FileRow> {
  const [row] = await db.insert(files).values(file).returning()
  return row ?? refuse('unavailable')
}

/** Whoever asks: the rights of its room decide. */
export async function findFiles(
  db: Queryable,
  workspaceId: string,
  ids: readonly string[],
): Promise<FileRow[]> {
  if (ids.length === 0) return []
  return db
    .select()
    .from(files)
    .where(and(eq(files.workspaceId, workspaceId), inArray(files.id, [...ids])))
}

export const filesOf = (db: Queryable, roomId: string): Promise<FileRow[]> =>
  db.select().from(files).where(eq(files.roomId, roomId)).orderBy(files.createdAt, files.id)

/** How many bytes somebody has brought here since then: files, and what is in their new boards. */
export async function bytesBroughtSince(db: Queryable, by: string, since: Date): Promise<number> {
  const [sum] = await db
    .select({ bytes: sql<string | null>`sum(${files.size})` })
    .from(files)
    .where(and(eq(files.createdBy, by), gte(files.createdAt, since)))
  return Number(sum?.bytes ?? 0) + (await bytesInBoardsSince(db, by, since))
}

async function bytesInBoardsSince(db: Queryable, by: string, since: Date): Promise<number> {
  const [sum] = await db
    .select({ bytes: sql<string | null>`sum(octet_length(${roomUpdates.bytes}))` })
    .from(boards)
    .innerJoin(rooms, eq(rooms.id, boards.id))
    .innerJoin(roomUpdates, eq(roomUpdates.roomId, boards.id))
    .where(and(eq(boards.createdBy, by), gte(rooms.createdAt, since)))
  return Number(sum?.bytes ?? 0)
}
