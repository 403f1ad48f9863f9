/** Every way in that is no route: asked of the server, so that one that is added is noticed. */
import type { RoomKind } from '@atelier/shared/sync/room-name'
import { isNull } from 'drizzle-orm'
import { rooms } from '../db/tables'
import type { TestApp } from './test-app'

/** Whatever the server answers but the routes of `routesOf`: sockets, and what is asked before any route. */
export const otherWaysInto = ({ app }: TestApp): string[] => [
  ...new Set(
    app.routes
      .filter(({ path, method }) => !path.startsWith('/api/') || method === 'ALL')
      .map(({ path, method }) => `${method} ${path}`),
  ),
]

export type SecretRoom = { id: string; kind: RoomKind }

/** Rooms that are in no project: of journals, and of whatever is as confidential one day. */
export const secretRooms = ({ deps: { db } }: TestApp): Promise<SecretRoom[]> =>
  db.select({ id: rooms.id, kind: rooms.kind }).from(rooms).where(isNull(rooms.projectId))
