/** Who wrote what in a room, as its log still says: for what nobody on this node has heard of. */
import type { RoomName } from '@atelier/shared/sync/room-name'
import { sql } from 'drizzle-orm'
import { checksumOf } from '../db/checksum'
import type { Queryable } from '../db/database'
import { type Authors, editAuthors } from './edit-authors'

type Row = { bytes: Uint8Array; checksum: number | null; person_id: string }

/** More than a log has before it is squashed, twice. */
const mostRows = 2_000

/** `heard` comes first. What the last squash has replaced is known, too. */
export async function withLogged(db: Queryable, roomId: string, heard: Authors): Promise<Authors> {
  const { rows } = await db.execute<Row>(sql`
    select seq, bytes, checksum, person_id from room_updates
      where room_id = ${roomId} and person_id is not null
    union all
    select seq, bytes, checksum, person_id from room_updates_replaced
      where room_id = ${roomId} and person_id is not null
    order by seq desc limit ${mostRows}`)
  const log = editAuthors()
  const room = roomId as RoomName
  for (const { bytes, checksum, person_id } of rows.reverse())
    if (checksum === null || checksumOf(bytes) === checksum) log.hear(room, bytes, person_id)
  const logged = log.take(room)
  return {
    writerOf: (id) => heard.writerOf(id) ?? logged.writerOf(id),
    deleterOf: (id) => heard.deleterOf(id) ?? logged.deleterOf(id),
  }
}
