/** Every open room of this page: on screen, or left with something that is still to be stored. */
import type { RoomClient } from './room-client'

/** Of the visitors, `seen` are those that others are told of. */
type Entry = { client: RoomClient; visitors: number; seen: number; unwatch: () => void }

/** `unseen`: the room is shown as a part of another page, and nobody is said to be in it. */
export type Visit = { unseen?: boolean }

const open = new Map<string, Entry>()
const watching = new Set<() => void>()

/** Told of whatever becomes of any room of this page: it is opened, it is otherwise than it was, it is over. */
export function watchRooms(listener: () => void): () => void {
  watching.add(listener)
  return () => void watching.delete(listener)
}

const tellWatching = () => {
  for (const listener of watching) listener()
}

/** The room somebody has left with unstored changes, or a new one. `key` names room and person. */
export function enterRoom(key: string, create: () => RoomClient, visit: Visit = {}): RoomClient {
  const entry = open.get(key) ?? begin(key, create())
  entry.unwatch()
  entry.visitors++
  if (!visit.unseen) entry.seen++
  entry.client.setPresent(entry.seen > 0)
  return entry.client
}

/**
 * Opens a room that somebody is about to enter; until then nobody is said to be in it. Answers how
 * to give it up, which does nothing once somebody has been in it.
 */
export function openAhead(key: string, create: () => RoomClient): () => void {
  if (open.has(key)) return () => undefined
  const entry = begin(key, create())
  entry.client.setPresent(false)
  return () => {
    if (open.get(key) === entry && entry.visitors === 0) endOnceStored(key, entry)
  }
}

/** Ends the room, as soon as nothing of it would be lost. */
export function leaveRoom(key: string, visit: Visit = {}): void {
  const entry = open.get(key)
  if (!entry) return
  if (!visit.unseen) entry.seen--
  entry.client.setPresent(entry.seen > 0)
  if (--entry.visitors === 0) endOnceStored(key, entry)
}

function endOnceStored(key: string, entry: Entry): void {
  entry.unwatch()
  const endWhenStored = () => {
    if (!entry.client.unstored) end(key, entry)
  }
  entry.unwatch = entry.client.shown.subscribeToAll(endWhenStored)
  endWhenStored()
}

/** At signing out: what nobody looks at any more is given up, stored or not. */
export function forgetRooms(): void {
  for (const [key, entry] of open) if (entry.visitors === 0) end(key, entry)
}

export const openRoomClients = (): RoomClient[] => [...open.values()].map(({ client }) => client)

/** Of a room that is open here and let nobody in: they may be let in by now. */
export const askRoomAgain = (room: string): void =>
  openRoomClients()
    .find(({ name }) => name === room)
    ?.askAgain()

/** Once the server has what was written here in the room; never, where the page ends or the room closes before. */
export const whenStored = (room: string): Promise<void> =>
  new Promise((resolve) => {
    const client = openRoomClients().find(({ name }) => name === room)
    if (!client) return resolve()
    const look = () => {
      if (client.unstored) return
      stop()
      resolve()
    }
    const stop = client.shown.subscribeToAll(look)
    look()
  })

/** Whether that is so of all of them, waiting for it no longer than this. */
export const areStored = (rooms: readonly string[], withinMs: number): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), withinMs)
    void Promise.all(rooms.map(whenStored)).then(() => {
      clearTimeout(timer)
      resolve(true)
    })
  })

function begin(key: string, client: RoomClient): Entry {
  if (open.size === 0) globalThis.addEventListener?.('beforeunload', warn)
  const entry = { client, visitors: 0, seen: 0, unwatch: () => undefined }
  open.set(key, entry)
  client.shown.subscribeToAll(tellWatching)
  tellWatching()
  return entry
}

function end(key: string, entry: Entry): void {
  entry.unwatch()
  entry.client.close()
  open.delete(key)
  if (open.size === 0) globalThis.removeEventListener?.('beforeunload', warn)
  tellWatching()
}

function warn(event: BeforeUnloadEvent): void {
  if (openRoomClients().some((client) => client.unstored)) event.preventDefault()
}
