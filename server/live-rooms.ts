import {
  isConfidential,
  isInWorkshop,
  parseRoomName,
  type RoomName,
} from '@atelier/shared/sync/room-name'
import type { Logger } from 'pino'
import type * as Y from 'yjs'
import { admitFrom } from './access/admit'
import { settleBoard } from './boards/board-summary'
import { ruleEngine } from './boards/rule-engine'
import type { OpenDatabase } from './db/connect'
import { postgresRoomStore } from './db/postgres-room-store'
import { settleDoc } from './docs/doc-summary'
import { tellDocs } from './docs/tell-docs'
import { editAuthors } from './inbox/edit-authors'
import { tellInbox } from './inbox/tell-inbox'
import { bringForkForward } from './journals/bring-fork-forward'
import { writeSectionText } from './journals/section-text-queries'
import type { Nodes } from './nodes/nodes'
import type { Notices } from './notices/notices'
import { tellWhoIsHere } from './notices/presence-notices'
import { projectsOfRooms } from './projects/room-queries'
import { tellProject } from './projects/tell-project'
import { createRooms, type Rooms } from './sync/rooms'
import { handOver } from './workshops/hand-over'
import { bringLateNotes, resumeReveals } from './workshops/reveal-stages'

export type LiveRoomsDeps = Pick<OpenDatabase, 'db' | 'pool'> &
  Partial<Pick<OpenDatabase, 'appendPool'>> & {
    notices: Notices
    nodes: Pick<Nodes, 'bus' | 'tellPeople' | 'peopleElsewhere'>
    log: Logger
  }

export type LiveRooms = Rooms & {
  /** Rules of boards that a crash has left undone are followed now. */
  resumeRules(): Promise<void>
  /** What a crash has left in pads of revealed stages comes onto the wall now. */
  resumeReveals(): Promise<void>
  /** Somebody came or went in these rooms on another node. */
  peopleChangedElsewhere(rooms: readonly RoomName[]): void
}

/** The rooms, given what they must not know of: the database, rights, and the nouns they are. */
export function liveRooms(deps: LiveRoomsDeps): LiveRooms {
  const { db, pool, appendPool, notices, nodes, log } = deps
  const tellLists = tellWhoIsHere({
    notices,
    projectsOf: (names) => projectsOfRooms(db, names.flatMap(idOf)),
    later: (work, ms) => setTimeout(work, ms),
    onError: (error) => log.warn({ err: error }, 'could not tell who is here'),
  })

  const passOn = handOver({
    db,
    notices,
    peopleAt: (wall) => [
      ...(rooms.whoIsHere([wall]).get(wall) ?? []),
      ...nodes.peopleElsewhere(wall),
    ],
    later: (work, ms) => setTimeout(work, ms).unref(),
    onError: (error) => log.warn({ err: error }, 'could not see who facilitates, looking again'),
  })

  function onPeopleChanged(name: RoomName) {
    nodes.tellPeople(name, () => rooms.whoIsHere([name]).get(name) ?? [])
    hearPeople(name)
  }

  /** On whichever node. */
  function hearPeople(name: RoomName) {
    const room = parseRoomName(name)
    // Lists show who is in docs and boards.
    if (!isInWorkshop(room?.kind)) tellLists(name)
    if (room?.kind === 'workshop') passOn(room.id)
  }

  /** When a room is quiet, lists learn its title and what it holds. */
  async function onSettled(name: RoomName, doc: Y.Doc) {
    const room = parseRoomName(name)
    // Of a suggestion lists know nothing, and of a journal only its author's own search.
    if (!room || room.kind === 'suggestion' || room.kind === 'section-suggestion') return
    if (room.kind === 'pad') await bringLateNotes({ db, rooms, notices }, room.id, doc)
    if (room.kind === 'workshop' || room.kind === 'pad') return
    if (room.kind === 'section') {
      await writeSectionText(db, room.id, doc)
      return
    }
    if (room.kind === 'doc') {
      notices.tell({ what: 'versions', id: room.id }, { kind: 'doc', docId: room.id })
    }
    const settle = room.kind === 'doc' ? settleDoc : settleBoard
    const by = authors.take(name)
    const { isNews, told } = await settle(db, room.id, doc, by).catch((error: unknown) => {
      by.giveBack()
      throw error
    })
    tellInbox({ notices }, told)
    if (!isNews) return
    for (const projectId of await projectsOfRooms(db, [room.id])) {
      if (room.kind === 'doc') tellDocs({ notices }, { id: room.id, projectId })
      else tellProject({ notices }, projectId)
    }
  }

  async function beforeJoin(name: RoomName) {
    const room = parseRoomName(name)
    if (room?.kind !== 'pad') return bringForkForward({ db, rooms }, name)
    await bringLateNotes({ db, rooms, notices }, room.id).catch((error: unknown) =>
      // It is tried again when the pad is quiet, and keeps nobody from writing.
      log.warn({ err: error, room: name }, 'could not bring late notes to a wall'),
    )
  }

  const store = postgresRoomStore(pool, { log, appendPool })
  const { bus } = nodes
  const authors = editAuthors()
  const rules = ruleEngine({
    db,
    notices,
    rooms: () => rooms,
    log,
    later: (work, ms) => setTimeout(work, ms).unref(),
  })
  const rooms = createRooms({
    store,
    admit: admitFrom(db),
    onSettled,
    onPeopleChanged,
    isConfidential: forgets,
    beforeJoin,
    onWritten(room, ...written) {
      if (forgets(room)) return
      if (hasAuthors(room)) authors.hear(room, ...written)
      rules.hear(room, ...written)
    },
    bus,
    log,
  })
  return {
    ...rooms,
    resumeRules: rules.resume,
    resumeReveals: () => resumeReveals({ db, rooms, notices, log }),
    async close() {
      await rules.close()
      await rooms.close()
    },
    peopleChangedElsewhere: (names) => names.forEach(hearPeople),
  }
}

/** Of a wall nobody ever asks who wrote what: heard, it would only fill what there is for the others. */
function hasAuthors(name: RoomName): boolean {
  const kind = parseRoomName(name)?.kind
  return kind === 'doc' || kind === 'board'
}

const forgets = (name: RoomName) => isConfidential(parseRoomName(name)?.kind)

const idOf = (name: RoomName) => parseRoomName(name)?.id ?? []
