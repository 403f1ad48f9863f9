import { isUuid } from '../basics/uuid'

/** A room is one live Yjs document with people in it: the unit of sync and of permission. */
export const roomKinds = [
  'doc',
  'board',
  'suggestion',
  'section',
  'section-suggestion',
  'workshop',
  'pad',
] as const
export type RoomKind = (typeof roomKinds)[number]
/** Of journals, and in no project. Told from its name alone: whatever is as confidential never has to be looked up. */
export type JournalKind = 'section' | 'section-suggestion'
export const isInJournal = (kind: RoomKind | undefined): kind is JournalKind =>
  kind === 'section' || kind === 'section-suggestion'
/** `workshop` is a wall, `pad` what one participant writes unseen: besides people, guests come into both. */
export type WorkshopKind = 'workshop' | 'pad'
export const isInWorkshop = (kind: RoomKind | undefined): kind is WorkshopKind =>
  kind === 'workshop' || kind === 'pad'
/** Of these nothing is kept that was deleted, and nobody is told who wrote when. */
export const isConfidential = (kind: RoomKind | undefined): boolean =>
  isInJournal(kind) || kind === 'pad'
/** Rooms of a project that can be begun without a network. A `suggestion` is seen in its doc, a `section` in its journal. */
export type PageKind = Exclude<RoomKind, 'suggestion' | JournalKind | WorkshopKind>
export type RoomName = `${RoomKind}:${string}`

export const roomName = (kind: RoomKind, id: string): RoomName => `${kind}:${id}`

/** The kind and id (a lower-case uuid) a name carries, or null for anything else. */
export function parseRoomName(name: string): { kind: RoomKind; id: string } | null {
  const at = name.indexOf(':')
  const kind = roomKinds.find((known) => known === name.slice(0, at))
  const id = name.slice(at + 1)
  return kind && isUuid(id) ? { kind, id } : null
}
