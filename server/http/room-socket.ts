import type { Context, Handler } from 'hono'
import type { Ticket } from '../sync/admission'
import type { Rooms } from '../sync/rooms'

export type RoomSocketDeps = {
  rooms: Pick<Rooms, 'join'>
  ticketOf: (c: Context) => Promise<Ticket | null>
}

/** `GET /ws/rooms/:room`. */
export function roomSocket(_deps: RoomSocketDeps): Handler {
  throw new Error('being built')
}
