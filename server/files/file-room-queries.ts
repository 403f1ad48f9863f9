/** What somebody may do with the files of a room. They are as private as the room, and belong to a doc rather than to its forks. */
import { type Actor, can } from '@atelier/shared/access/can'
import { refuse } from '@atelier/shared/refusals'
import { and, eq } from 'drizzle-orm'
import { loadBoard } from '../access/board-access-queries'
import { loadDoc } from '../access/doc-access-queries'
import type { Queryable } from '../db/database'
import { docSuggestions } from '../db/doc-tables'
import { rooms } from '../db/tables'

/** `id` is the room its files belong to: of a suggestion that is its doc. */
export type FileRoom = { id: string; workspaceId: string; mayAdd: boolean }

/** A room as the actor may read it, or not-found. */
export async function loadFileRoom(db: Queryable, actor: Actor, roomId: string): Promise<FileRoom> {
  const [room] = await db
    .select({ kind: rooms.kind, fork: docSuggestions })
    .from(rooms)
    .leftJoin(docSuggestions, eq(docSuggestions.id, rooms.id))
    .where(and(eq(rooms.id, roomId), eq(rooms.workspaceId, actor.workspaceId)))
  if (!room) return refuse('not-found')
  const { workspaceId } = actor
  if (room.kind === 'board') {
    const board = await loadBoard(db, actor, roomId)
    return { id: roomId, workspaceId, mayAdd: can(actor, 'edit', board) }
  }
  const { fork } = room
  const doc = await loadDoc(db, actor, fork?.docId ?? roomId)
  if (!fork) return { id: doc.id, workspaceId, mayAdd: can(actor, 'edit', doc) }
  const isMine = fork.authorId === actor.personId && fork.closedAt === null
  return { id: doc.id, workspaceId, mayAdd: isMine && can(actor, 'comment', doc) }
}
