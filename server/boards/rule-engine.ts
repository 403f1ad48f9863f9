/**
 * Follows the rules of boards: once, on whichever node hears first, soon after a card came into a column.
 * First what is to be done is noted, with where the cards are, in one transaction; then it is done; then the
 * note goes. After a crash in between it is done again, which changes nothing more.
 */
import { assigneesOf } from '@atelier/shared/boards/card'
import { applyRules } from '@atelier/shared/boards/rule-edits'
import { parseRoomName, type RoomName, roomName } from '@atelier/shared/sync/room-name'
import type { Logger } from 'pino'
import { rightsInRoom } from '../access/project-access-queries'
import type { Database } from '../db/database'
import { tellInbox } from '../inbox/tell-inbox'
import type { Notices } from '../notices/notices'
import type { Rooms } from '../sync/rooms'
import { Authors } from './authors'
import { type CardPlace, cardPlaces } from './card-places'
import { closeRuns } from './rule-news-queries'
import { boardsWithRuns, hasRules, listRuns, noteEntered } from './rule-queries'

export type RuleEngine = {
  hear(room: RoomName, update: Uint8Array, personId: string | null): void
  /** Does what a crash has left undone. */
  resume(): Promise<void>
  /** Begins nothing more; resolves once nothing is under way. */
  close(): Promise<void>
}

type Deps = {
  db: Database
  rooms: () => Pick<Rooms, 'look' | 'edit'>
  notices: Pick<Notices, 'tell'>
  log: Logger
  later(work: () => void, ms: number): void
  now?(): number
}

/** Moves that come one after the other are looked at together. */
const soonMs = 400
const againMs = 10_000
/** Where there were no rules, it is asked so often whether there are any now. */
const noRulesMs = 3_000
/** So many boards, before all are forgotten: then more is asked, and nothing missed. */
const mostRemembered = 1_000

/** `seen`: the last known place of every card, so that only what moved is asked about. */
type Watched = { authors: Authors; isDue: boolean; seen: Map<string, string> }

export function ruleEngine({ db, rooms, notices, log, later, now = Date.now }: Deps): RuleEngine {
  const watched = new Map<string, Watched>()
  const without = new Map<string, number>()
  const running = new Map<string, Promise<void>>()

  let isClosed = false

  function hear(room: RoomName, update: Uint8Array, personId: string | null) {
    const parsed = parseRoomName(room)
    if (parsed?.kind !== 'board') return
    const board = watch(parsed.id)
    if (personId !== null) board.authors.hear(update, personId)
    const asked = without.get(parsed.id) ?? Number.NEGATIVE_INFINITY
    askSoon(parsed.id, board, now() - asked < noRulesMs ? noRulesMs : soonMs)
  }

  function watch(boardId: string): Watched {
    const known = watched.get(boardId)
    if (known) return known
    if (watched.size >= mostRemembered) watched.clear()
    const made: Watched = { authors: new Authors(), isDue: false, seen: new Map() }
    watched.set(boardId, made)
    return made
  }

  function askSoon(boardId: string, board: Watched, ms: number) {
    if (board.isDue || isClosed) return
    board.isDue = true
    later(() => {
      board.isDue = false
      if (!isClosed) void follow(boardId)
    }, ms)
  }

  /** One after the other for each board. */
  function follow(boardId: string): Promise<void> {
    const before = running.get(boardId) ?? Promise.resolve()
    const done = before
      .then(() => followNow(boardId))
      .catch((error: unknown) => {
        log.error(
          { err: error, board: boardId },
          'could not follow the rules of a board, trying again',
        )
        askSoon(boardId, watch(boardId), againMs)
      })
    running.set(boardId, done)
    void done.then(() => running.get(boardId) === done && running.delete(boardId))
    return done
  }

  async function followNow(boardId: string) {
    const board = watch(boardId)
    if (!(await hasRules(db, boardId))) {
      await doRuns(boardId)
      return forget(boardId)
    }
    const heard = board.authors
    const places = await rooms().look(roomName('board', boardId), (doc) => {
      // Whoever is heard of from here on moved something that is looked at next time.
      board.authors = new Authors()
      return cardPlaces(doc, heard)
    })
    const moved = places.filter(({ card, key }) => board.seen.get(card) !== key)
    try {
      await noteEntered(db, boardId, moved)
    } catch (error) {
      board.authors = heard.add(board.authors)
      throw error
    }
    board.seen = new Map(places.map(({ card, key }: CardPlace) => [card, key]))
    await doRuns(boardId)
  }

  function forget(boardId: string) {
    watched.delete(boardId)
    if (without.size >= mostRemembered) without.clear()
    without.set(boardId, now())
  }

  async function doRuns(boardId: string) {
    for (;;) {
      const runs = await listRuns(db, boardId)
      if (runs.length === 0) return
      const reach = await rightsInRoom(db, boardId)
      const assigned = new Map<string, readonly string[]>()
      await rooms().edit(roomName('board', boardId), (doc) => {
        for (const { id, actions, ...entered } of runs) {
          if (!applyRules(doc, actions, { reach, ...entered })) continue
          assigned.set(id, assigneesOf(doc, entered.card))
        }
      })
      tellInbox({ notices }, await closeRuns(db, boardId, runs, assigned))
    }
  }

  return {
    hear,
    async resume() {
      for (const boardId of await boardsWithRuns(db)) await follow(boardId)
    },
    async close() {
      isClosed = true
      while (running.size > 0) await Promise.all(running.values())
    },
  }
}
