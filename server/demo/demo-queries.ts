import { eq } from 'drizzle-orm'
import { comments, commentThreads } from '../db/comment-tables'
import type { Queryable } from '../db/database'
import { docs } from '../db/doc-tables'
import { agreements, mentorships } from '../db/mentorship-tables'
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

/** Asked for, begun and agreed on so many days ago. */
export async function datesMentorship(tx: Queryable, id: string, days: number): Promise<void> {
  const then = new Date(Date.now() - days * 86_400_000)
  await tx.update(mentorships).set({ createdAt: then, beganAt: then }).where(eq(mentorships.id, id))
  await tx.update(agreements).set({ createdAt: then }).where(eq(agreements.mentorshipId, id))
}

/** One after the other, a few minutes apart, beginning so many days ago. */
export async function datesThread(
  tx: Queryable,
  threadId: string,
  commentIds: readonly string[],
  days: number,
): Promise<void> {
  const begun = Date.now() - days * 86_400_000
  const createdAt = new Date(begun)
  await tx.update(commentThreads).set({ createdAt }).where(eq(commentThreads.id, threadId))
  for (const [nth, id] of commentIds.entries()) {
    const then = new Date(begun + nth * 17 * 60_000)
    await tx.update(comments).set({ createdAt: then }).where(eq(comments.id, id))
  }
}
