/** Sections over real sockets. */
import { randomInt } from 'node:crypto'
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

/** The same by plain requests, as where a network lets no websocket through. */
async function everythingSlowly(
  { app }: Pick<LiveApp, 'app'>,
  path: string,
  headers: Record<string, string>,
): Promise<{ said: Uint8Array; code: number }> {
  // As many addresses as people: nobody is to be refused for asking often.
  const from = { ...headers, 'x-forwarded-for': `10.0.${randomInt(256)}.${randomInt(256)}` }
  const init = { method: 'POST', headers: from }
  const { line } = await (await app.request(path.replace('/ws/', '/slow/'), init)).json()
  const parts: Uint8Array[] = []
  for (let after = 0; ; ) {
    const answer = await app.request(`/slow/lines/${line}?after=${after}`, { headers })
    parts.push(new Uint8Array(await answer.arrayBuffer()))
    after = Number(answer.headers.get('x-line-up-to'))
    const closed = answer.headers.get('x-line-closed')
    if (closed !== null) return { said: Buffer.concat(parts), code: Number(closed) }
  }
}

/** By websocket and by plain requests: all that came, and with which codes it was closed. */
export async function everythingHeard(
  app: LiveApp,
  path: string,
  headers: Record<string, string>,
): Promise<{ said: Uint8Array; codes: number[] }> {
  const fast = await everythingOn(app.open(path, headers))
  const slow = await everythingSlowly(app, path, headers)
  return { said: Buffer.concat([fast.said, slow.said]), codes: [fast.code, slow.code] }
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
