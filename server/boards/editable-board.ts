import type { Actor } from '@atelier/shared/access/can'
import type { Context } from 'hono'
import { requireCan } from '../access/require-can'
import type { Deps } from '../http/deps'
import type { WithActor } from '../http/with-actor'
import { loadRoom } from '../projects/room-queries'

/** The board, for who may change it. */
export const editableBoard = (deps: Deps, c: Context<WithActor>, boardId: string) =>
  editableBoardOf(deps, c.var.actor, boardId)

export async function editableBoardOf(deps: Pick<Deps, 'db'>, actor: Actor, boardId: string) {
  const room = await loadRoom(deps.db, actor, 'board', boardId)
  requireCan(actor, 'edit', { kind: 'project', ...room.project })
  return room
}
