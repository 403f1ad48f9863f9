/** Sections over real sockets. */
import { contentVersions, wireVersion } from '@atelier/shared/sync/messages'
import { type JournalKind, type RoomKind, roomName } from '@atelier/shared/sync/room-name'
import { type ProtocolClient, protocolClient } from '../bench/protocol-client'
import type { LiveApp, OpenSocket } from './live-app'
import type { MadePerson } from './make'

/** The address of a section's room, or what would be one of another kind. */
export const sectionPath = (id: string, kind: RoomKind = 'section') =>
  `/ws/rooms/${roomName(kind, id)}?wire=${wireVersion}&content=${contentVersions[kind]}`

export async function enterSection(
  app: LiveApp,
  person: MadePerson,
  id: string,
  kind: JournalKind = 'section',
): Promise<ProtocolClient> {
  const headers = await app.signedIn(person)
  const client = protocolClient(() => ({ url: `${app.origin}${sectionPath(id, kind)}`, headers }))
  await client.enter()
  return client
}

/** All that came on a socket before it was closed, and with which code. */
export async function everythingOn(
  socket: OpenSocket,
): Promise<{ said: Uint8Array; code: number }> {
  const parts: Uint8Array[] = []
  for (;;) {
    const heard = await socket.next()
    if ('bytes' in heard) parts.push(heard.bytes)
    else if ('text' in heard) parts.push(Buffer.from(heard.text))
    else return { said: Buffer.concat(parts), code: 'closed' in heard ? heard.closed : 0 }
  }
}

/** All the texts of a socket until one `holds`, or until it is closed. */
export async function textsUntil(
  socket: OpenSocket,
  holds: (text: string) => boolean,
): Promise<string[]> {
  const said: string[] = []
  for (;;) {
    const heard = await socket.next()
    if (!('text' in heard)) return said
    said.push(heard.text)
    if (holds(heard.text)) return said
  }
}
