/** Walls, pads and notices over real sockets, for guests and members. */
import { contentVersions, wireVersion } from '@atelier/shared/sync/messages'
import { type RoomKind, roomName } from '@atelier/shared/sync/room-name'
import { guestCookie } from '../access/guest-token'
import { type ProtocolClient, protocolClient } from '../bench/protocol-client'
import type { LiveApp } from './live-app'
import { testOrigin } from './test-app'

/** Of a guest, `workshop` says of which one. */
export const workshopRoomPath = (kind: RoomKind, id: string, workshop?: string) =>
  `/ws/rooms/${roomName(kind, id)}?wire=${wireVersion}&content=${contentVersions[kind]}${
    workshop ? `&workshop=${workshop}` : ''
  }`

export const noticesPath = (workshop: string) => `/ws/notices?workshop=${workshop}`

/** The headers of a browser that was given this token at the door. */
export const guestHeaders = ({ deps }: LiveApp, workshop: string, token: string) => ({
  cookie: `${guestCookie(deps.cookie, workshop).name}=${token}`,
  origin: testOrigin,
})

export async function enterRoom(
  app: LiveApp,
  path: string,
  headers: Record<string, string>,
): Promise<ProtocolClient> {
  const client = protocolClient(() => ({ url: `${app.origin}${path}`, headers }))
  await client.enter()
  return client
}
