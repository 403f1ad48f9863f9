/** Somebody who speaks to a doc with a program of their own, which has none of our manners. */
import { type ProtocolClient, protocolClient } from '@atelier/server/bench/protocol-client'
import { docBody } from '@atelier/shared/docs/doc'
import { contentVersions, wireVersion } from '@atelier/shared/sync/messages'
import { type RoomName, roomName } from '@atelier/shared/sync/room-name'
import type { House } from './house'

export type Program = ProtocolClient & {
  /** The text as it has heard it. */
  heard(): string
}

export const enterWithoutBrowser = (
  house: House,
  person: { id: string },
  doc: { id: string },
): Promise<Program> => enterRoomWithoutBrowser(house, person, roomName('doc', doc.id))

/** Signed in once more as this person; it asks again whenever it is sent away. */
export async function enterRoomWithoutBrowser(
  house: House,
  person: { id: string },
  room: RoomName,
): Promise<Program> {
  const { name, value } = await house.signIn(person.id)
  const query = `wire=${wireVersion}&content=${contentVersions.doc}`
  const client = protocolClient(() => ({
    url: `${house.origin.replace('http', 'ws')}/ws/rooms/${room}?${query}`,
    headers: { cookie: `${name}=${value}`, origin: house.origin },
  }))
  await client.enter()
  return Object.assign(client, { heard: () => docBody(client.doc).toString() })
}
