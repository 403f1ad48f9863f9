import { eq } from 'drizzle-orm'
import type { Database } from '../db/database'
import { roomUpdates } from '../db/log-tables'

/** As if all of it had been written in this room long ago, and nothing else. Nothing is left as it is. */
export async function insertLog(db: Database, roomId: string, log: readonly Uint8Array[]) {
  if (log.length > 0) await db.delete(roomUpdates).where(eq(roomUpdates.roomId, roomId))
  for (let from = 0; from < log.length; from += 500) {
    const values = log.slice(from, from + 500).map((bytes) => ({ roomId, bytes }))
    await db.insert(roomUpdates).values(values)
  }
}
