/** What docs and boards have in common: a room inside a project. What is in journals are rooms in none. */
import { type Actor, can } from '@atelier/shared/access/can'
import type { BoardPage, RoomPage } from '@atelier/shared/projects/project'
import { refuse } from '@atelier/shared/refusals'
import type { JournalKind, RoomKind } from '@atelier/shared/sync/room-name'
import { inArray, type SQLWrapper, sql } from 'drizzle-orm'
import { type LoadedBoard, loadBoard } from '../access/board-access-queries'
import { checksumOf } from '../db/checksum'
import type { Database, Queryable } from '../db/database'
import { roomUpdates } from '../db/log-tables'
import { rooms } from '../db/tables'

type FirstContent = {
  /** Where its maker has chosen one, on a device without a network. */
  id?: string | undefined
  workspaceId: string
  createdBy: string
  /** Its whole first content, one Yjs V1 update. */
  update: Uint8Array
  /** Now, where it is not said: all of one transaction share that. */
  writtenAt?: Date | undefined
}
export type NewRoom = FirstContent & { projectId: string }
type RoomOfAnyKind =
  | (NewRoom & { kind: Exclude<RoomKind, JournalKind> })
  | (FirstContent & { kind: JournalKind; projectId: null })

/** The room, its first content and `insertNoun`'s row: all of it or nothing (S13). */
export async function insertRoom(
  db: Database,
  { createdBy, update, writtenAt, ...room }: RoomOfAnyKind,
  insertNoun: (tx: Queryable, id: string) => Promise<unknown>,
): Promise<string> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .insert(rooms)
      .values(room)
      .onConflictDoNothing()
      .returning({ id: rooms.id })
    const roomId = row?.id ?? refuse('conflict')
    await insertNoun(tx, roomId)
    const first = { bytes: update, checksum: checksumOf(update), personId: createdBy }
    await tx.insert(roomUpdates).values({ roomId, ...first, createdAt: writtenAt })
    return roomId
  })
}

/** As the history keeps times: of the same moment a database knows more. */
export const inMilliseconds = (time: SQLWrapper) => sql`date_trunc('milliseconds', ${time})`

/**
 * When anything in a room was last written, as its log and its history say: a squash writes nothing.
 * `otherwise` for rooms in which that is not known. In milliseconds.
 */
export const lastWrittenIn = (roomId: string, otherwise: SQLWrapper) =>
  inMilliseconds(sql`coalesce(greatest(
    (select max(created_at) from room_updates where room_id = ${roomId} and not in_history),
    (select ended_at from room_history where room_id = ${roomId} order by last_seq desc limit 1)
  ), ${otherwise})`)

/** A board as the actor may read it, or not-found: also where it lies in the bin, for whoever asks. */
export async function loadRoom(
  db: Queryable,
  actor: Actor,
  _kind: 'board',
  roomId: string,
): Promise<RoomPage> {
  const page = boardPageOf(actor, await loadBoard(db, actor, roomId))
  return page.trashed ? refuse('not-found') : page
}

export function boardPageOf(actor: Actor, board: LoadedBoard): BoardPage {
  const { id, title, workspaceId, role, archived, trashed } = board
  return {
    id,
    title,
    project: { id: board.projectId, title: board.projectTitle, workspaceId, role, archived },
    access: can(actor, 'edit', board) ? 'write' : 'read',
    trashed,
  }
}

/** The projects these rooms belong to, whoever asks: for notices. */
export async function projectsOfRooms(db: Queryable, roomIds: string[]): Promise<string[]> {
  if (roomIds.length === 0) return []
  const rows = await db
    .selectDistinct({ projectId: rooms.projectId })
    .from(rooms)
    .where(inArray(rooms.id, roomIds))
  return rows.flatMap(({ projectId }) => projectId ?? [])
}
