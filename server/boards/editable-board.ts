import type { Context } from 'hono'
import { requireCan } from '../access/require-can'
import type { Deps } from '../http/deps'
import type { WithActor } from '../http/with-actor'
import { loadRoom } from '../projects/room-queries'

/** The board, for who may change it. */
export async function editableBoard(deps: Deps, c: Context<WithActor>, boardId: string) {
  const room = await loadRoom(deps.db, c.var.actor, 'board', boardId)
  requireCan(c.var.actor, 'edit', { kind: 'project', ...room.project })
  return room
}
