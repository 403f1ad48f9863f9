import { eq } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { docs } from '../db/doc-tables'
import { boards, projects, rooms } from '../db/tables'

/** A workspace in which everything was made this minute does not look lived in. */
export async function datesBack(
  tx: Queryable,
  what: 'project' | 'doc' | 'board',
  id: string,
  days: number,
): Promise<void> {
  const then = new Date(Date.now() - days * 86_400_000)
  if (what === 'project') {
    await tx.update(projects).set({ createdAt: then }).where(eq(projects.id, id))
    return
  }
  await tx.update(rooms).set({ createdAt: then }).where(eq(rooms.id, id))
  const table = what === 'doc' ? docs : boards
  await tx.update(table).set({ changedAt: then }).where(eq(table.id, id))
}
