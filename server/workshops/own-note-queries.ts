/** Whose a note is that was written unseen. Nobody is told but whoever wrote it. */
import { and, eq } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { workshopNotes } from '../db/workshop-tables'

type Author = { workshopId: string; participantId: string }

const isOwn = ({ workshopId, participantId }: Author) =>
  and(eq(workshopNotes.workshopId, workshopId), eq(workshopNotes.participantId, participantId))

export async function listOwnNotes(db: Queryable, author: Author): Promise<string[]> {
  const rows = await db
    .select({ id: workshopNotes.noteId })
    .from(workshopNotes)
    .where(isOwn(author))
    .orderBy(workshopNotes.noteId)
  return rows.map(({ id }) => id)
}

export async function isOwnNote(db: Queryable, author: Author, noteId: string): Promise<boolean> {
  const found = await db
    .select({ id: workshopNotes.noteId })
    .from(workshopNotes)
    .where(and(isOwn(author), eq(workshopNotes.noteId, noteId)))
  return found.length > 0
}
