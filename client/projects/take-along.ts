/** Brings the rooms of pinned projects onto this device, without joining them. */
import type { ProjectPage, RoomPage } from '@atelier/shared/projects/project'
import type { PresentPerson } from '@atelier/shared/sync/messages'
import { type PageKind, type RoomName, roomName } from '@atelier/shared/sync/room-name'
import { requireRemembered } from '../access/require-person'
import { api, askBytes } from '../api/api'
import { codeOf } from '../api/request-failed'
import { askThreads } from '../comments/comment-records'
import { alone } from '../offline/alone'
import { type CopyIdentity, databaseName } from '../offline/device-databases'
import { listPinned } from '../offline/pinned'
import { eraseUnlessOwed, holdsCopy, openOfflineCopy } from '../sync/offline-copy'
import { openRoomClients } from '../sync/room-clients'
import { squashUpdates } from '../sync/squash-updates'
import { keepRoomPage } from './project-records'
import { type FilesTaken, filesShownIn, takeFiles } from './take-files'
import { type TakenMark, TakenMarks } from './taken-marks'

/** Whoever takes along, and as whom a room knows them. */
export type Traveller = { who: CopyIdentity; me: PresentPerson }

/** `openThreads` of a doc only. */
export type Wanted = { kind: PageKind; id: string; changedAt: string; openThreads?: number }

/** A pinned project, and what is in it for this person: null as long as nobody knows. */
export type Luggage = { projectId: string; wanted: Wanted[] | null }

/** Each resolves once this device has it. */
export type Bring = {
  room: (one: Wanted, room: RoomName, traveller: Traveller) => Promise<void>
  threads: (docId: string) => Promise<void>
}

const threadsAgeMs = 60 * 60_000

const fromServer: Bring = { room: bringRoom, threads: bringThreads }

export const wantedOf = ({ docs, boards }: ProjectPage): Wanted[] => [
  ...docs.map(({ id, changedAt, openThreads }) => ({
    kind: 'doc' as const,
    id,
    changedAt,
    openThreads,
  })),
  ...boards.map(({ id, changedAt }) => ({ kind: 'board' as const, id, changedAt })),
]

/**
 * Brings what has changed, and lets go of what this person may not see any more. All projects
 * together, for what leaves one may stand in another. Rooms that are open look after themselves.
 */
export const takeAlong = (
  luggage: readonly Luggage[],
  traveller: Traveller,
  bring: Bring = fromServer,
): Promise<FilesTaken> =>
  alone(databaseName(traveller.who, 'taking'), async () => {
    const { who } = traveller
    // Another tab may have pinned others meanwhile.
    const pinned = await listPinned(who)
    const marks = await TakenMarks.read(who, pinned)
    await letGo(luggage, pinned, marks, who)
    const shown = new Map<string, RoomName>()
    for (const one of wantedFirst(luggage, pinned)) {
      const room = roomName(one.kind, one.id)
      for (const file of await takeRoom(one, marks, traveller, bring)) shown.set(file, room)
    }
    for (const [room, { files }] of marks.all()) for (const id of files ?? []) shown.set(id, room)
    return takeFiles(who, shown)
  })

type InProject = Wanted & { projectId: string }

/** What has changed last comes first. */
const wantedFirst = (luggage: readonly Luggage[], pinned: readonly string[]): InProject[] =>
  luggage
    .filter(({ projectId }) => pinned.includes(projectId))
    .flatMap(({ projectId, wanted }) => (wanted ?? []).map((one) => ({ ...one, projectId })))
    .sort((a, b) => b.changedAt.localeCompare(a.changedAt))

/** Answers with the files it shows. */
async function takeRoom(
  { projectId, ...one }: InProject,
  marks: TakenMarks,
  traveller: Traveller,
  bring: Bring,
): Promise<string[]> {
  requireRemembered(traveller.who)
  const room = roomName(one.kind, one.id)
  const before = marks.of(room)
  const look = async (news: Partial<TakenMark>) => {
    // Also to read a copy is to make one, where they have signed out and all was erased.
    requireRemembered(traveller.who)
    const files = await filesShownIn(traveller.who, room)
    await marks.note(room, { changedAt: '', ...before, ...news, projectId, files })
    return files
  }
  // Brought once it is closed.
  if (isOpen(room)) return look({})
  const { changedAt, openThreads } = one
  const isNew = before?.changedAt !== changedAt || !(await isStillHere(traveller.who, room))
  // First: a page that goes before it has noted anything would leave a copy that nobody lets go of.
  if (!before) await marks.note(room, { projectId, changedAt: '' })
  if (isNew) await bring.room(one, room, traveller)
  const isTalked = openThreads !== undefined && (isNew || mayBeSaid(before, openThreads))
  if (isTalked) await bring.threads(one.id)
  if (!isNew && !isTalked && before.projectId === projectId && before.files) return before.files
  return look({ changedAt, ...(isTalked && { openThreads, talkedAt: Date.now() }) })
}

/** Since this page began: by then the browser may have dropped it, for want of space. */
const foundHere = new Set<string>()

async function isStillHere(who: CopyIdentity, room: RoomName): Promise<boolean> {
  const name = databaseName(who, room)
  if (!foundHere.has(name) && (await holdsCopy(who, room))) foundHere.add(name)
  return foundHere.has(name)
}

/** Nobody tells this device of an answer in a doc that is not open. */
const mayBeSaid = (before: TakenMark, openThreads: number): boolean =>
  before.openThreads !== openThreads || Date.now() - (before.talkedAt ?? 0) > threadsAgeMs

/** What a pinned project had and none has now. Of projects that are not pinned any more, it stays. */
async function letGo(
  luggage: readonly Luggage[],
  pinned: readonly string[],
  marks: TakenMarks,
  who: CopyIdentity,
): Promise<void> {
  const wanted = luggage.flatMap(({ wanted }) => wanted ?? [])
  const names = new Set<string>(wanted.map(({ kind, id }) => roomName(kind, id)))
  for (const [room, { projectId }] of marks.all()) {
    if (names.has(room) || isOpen(room)) continue
    const isKnown = luggage.some((one) => one.projectId === projectId && one.wanted)
    if (!pinned.includes(projectId)) await marks.forget(room)
    else if (isKnown && (await eraseUnlessOwed(who, room))) await marks.forget(room)
  }
}

const isOpen = (room: RoomName) => openRoomClients().some((client) => client.name === room)

async function bringRoom(
  { kind, id }: Wanted,
  room: RoomName,
  { who, me }: Traveller,
): Promise<void> {
  const { access, title }: RoomPage = await keepRoomPage(kind, id)
  const route = kind === 'doc' ? api.docs[':id'].content : api.boards[':id'].content
  const update = await askBytes(route.$get({ param: { id } }))
  requireRemembered(who)
  const copy = await openOfflineCopy(databaseName(who, room), squashUpdates)
  try {
    const welcome = { access, reload: false, me }
    await copy.take(update, { welcome, unstored: 0, owedFrom: [], refused: null, title })
  } finally {
    copy.close()
  }
}

/** Also of docs whose comments are not for this person: then there are none. */
async function bringThreads(docId: string): Promise<void> {
  await askThreads(docId).catch((error: unknown) => {
    if (codeOf(error) === 'unreachable') throw error
    console.warn('The comments of a doc could not be brought along.', error)
  })
}
