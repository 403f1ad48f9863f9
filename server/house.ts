/** Wires rooms, rights, notices and routes together: the same for the real server and the tests. */

import { isUuid } from '@atelier/shared/basics/uuid'
import type { PresentPerson } from '@atelier/shared/sync/messages'
import type { RoomName } from '@atelier/shared/sync/room-name'
import type { Context } from 'hono'
import type { Logger } from 'pino'
import { type AccessChanges, accessChanges } from './access/access-changes'
import { deviceCookieOn, sessionCookieOn } from './access/cookie'
import { deleteEndedDevices } from './access/known-device-queries'
import { passwords } from './access/passwords'
import { deleteForgivenFailures } from './access/sign-in-delay-queries'
import { deleteExpiredSessions, signInSessions } from './access/sign-in-session'
import { createApp } from './app'
import { eraseLongGone } from './bin/erase-long-gone'
import { tellDue } from './boards/due-sweep-queries'
import { endCutOffMoves } from './boards/ending-moves'
import type { OpenDatabase } from './db/connect'
import type { Database } from './db/database'
import { sweepFiles } from './files/sweep-files'
import type { Deps } from './http/deps'
import { roomSocket } from './http/room-socket'
import { allowedOrigins } from './http/same-origin'
import { setUpDoor } from './http/set-up-door'
import { slowLineRoutes } from './http/slow-line-routes'
import { staticFiles } from './http/static-files'
import { whoAsks } from './http/with-actor'
import { guestOf } from './http/with-visit'
import { deleteOldItems } from './inbox/drop-item-queries'
import { tellInbox } from './inbox/tell-inbox'
import { eraseClosedForks } from './journals/closed-fork-queries'
import { type LiveRooms, liveRooms } from './live-rooms'
import { type NodeEvents, type Nodes, noOtherNodes } from './nodes/nodes'
import { loadListeners, pickAudience } from './notices/listener-queries'
import { noticeSocket } from './notices/notice-socket'
import { createNotices, type Notices } from './notices/notices'
import type { FileStore } from './storage/file-store'
import { type FileTypes, usualFileTypes } from './storage/file-types'
import type { Ticket } from './sync/admission'

export type HouseSettings = {
  database: Pick<OpenDatabase, 'db' | 'pool'> & Partial<Pick<OpenDatabase, 'appendPool'>>
  files: FileStore
  fileLimitBytes: number
  fileTypes?: FileTypes
  log: Logger
  port: number
  publicOrigin: string | null
  trustProxy: boolean
  /** The built client, null to serve no pages. */
  clientDir: string | null
  /** Left out where this server is alone. */
  openNodes?(events: NodeEvents): Nodes
}

export type House = Awaited<ReturnType<typeof buildHouse>>

export async function buildHouse(settings: HouseSettings) {
  const { log, port, publicOrigin } = settings
  const { db, pool, appendPool } = settings.database
  const origins = allowedOrigins(publicOrigin, port)
  const ownNotices = noticesOver(db, log)
  const nodes: Nodes = settings.openNodes?.(hearNodes(() => rooms, ownNotices)) ?? noOtherNodes
  const notices = toldToNodes(ownNotices, nodes)
  const rooms: LiveRooms = liveRooms({ db, pool, appendPool, notices, nodes, log })
  const deps: Deps = {
    db,
    sessions: signInSessions(db),
    passwords: passwords(),
    accessChanges: changesToldTo(rooms, notices, nodes),
    notices,
    rooms,
    whoIsHere: (names) => whoIsHere(names, rooms, nodes),
    files: settings.files,
    fileLimitBytes: settings.fileLimitBytes,
    fileTypes: settings.fileTypes ?? usualFileTypes,
    cookie: sessionCookieOn(publicOrigin),
    deviceCookie: deviceCookieOn(publicOrigin),
    origins,
    trustProxy: settings.trustProxy,
    setUpDoor: setUpDoor(settings),
    log,
  }
  let draining = false
  const app = createApp(deps, {
    isReady: async () => !draining && (await answers(pool)),
    roomSocket: roomSocket({ rooms, ticketOf: (c) => ticketOf(c, deps) }),
    noticeSocket: noticeSocket(notices, (c) => ticketOf(c, deps)),
    slowLines: slowLineRoutes({
      ...{ rooms, notices, trustProxy: settings.trustProxy },
      ticketOf: (c) => ticketOf(c, deps),
    }),
    ...(settings.clientDir && { pages: await staticFiles(settings.clientDir) }),
  })
  const stopTimers = startTimers(deps)
  sayWhatIsDue(deps).catch((error: unknown) =>
    log.warn({ err: error }, 'could not tell what is due'),
  )
  rooms
    .resumeRules()
    .catch((error: unknown) =>
      log.warn({ err: error }, 'could not follow the rules that were left'),
    )
  rooms
    .resumeReveals()
    .catch((error: unknown) =>
      log.warn({ err: error }, 'could not bring the notes that were left to their walls'),
    )

  return {
    app,
    deps,
    rooms,
    /** The port is only known once listening when it was left to the system. */
    listensOn(actual: number) {
      for (const origin of allowedOrigins(publicOrigin, actual)) origins.add(origin)
    },
    drain() {
      draining = true
    },
    async close() {
      stopTimers()
      await rooms.close()
      notices.sendBack()
      await nodes.close()
    },
  }
}

const noticesOver = (db: Database, log: Logger): Notices =>
  createNotices({
    loadListeners: (sessionIds) => loadListeners(db, sessionIds),
    pickAudience: (audience, listeners) => pickAudience(db, audience, listeners),
    onError: (error) => log.warn({ err: error }, 'could not tell what changed, trying again'),
    later: (work, ms) => setTimeout(work, ms),
  })

/** Whoever is connected is asked again as soon as a right may have changed (S5). */
function changesToldTo(rooms: LiveRooms, notices: Notices, nodes: Nodes): AccessChanges {
  const changes = accessChanges()
  changes.onChange((change) => {
    rooms.recheck(change)
    notices.recheck()
    nodes.tell({ kind: 'access', change })
  })
  return changes
}

const toldToNodes = (notices: Notices, nodes: Nodes): Notices => ({
  ...notices,
  tell(notice, audience) {
    notices.tell(notice, audience)
    nodes.tell({ kind: 'notice', notice, audience })
  },
})

/** `notices` are those of this node: what came from another is not passed on. */
const hearNodes = (rooms: () => LiveRooms, notices: Notices): NodeEvents => ({
  onAccessChange(change) {
    rooms().recheck(change)
    notices.recheck()
  },
  onNotice: ({ notice, audience }) => notices.tell(notice, audience),
  onMissed() {
    rooms().askEverybody()
    notices.sendBack()
  },
  onPeopleGone: (names) => rooms().peopleChangedElsewhere(names),
})

function whoIsHere(names: RoomName[], rooms: LiveRooms, nodes: Nodes) {
  const here = rooms.whoIsHere(names)
  const everywhere = new Map<RoomName, PresentPerson[]>()
  for (const name of names) {
    const people = [...(here.get(name) ?? []), ...nodes.peopleElsewhere(name)]
    if (people.length === 0) continue
    everywhere.set(name, [...new Map(people.map((person) => [person.id, person])).values()])
  }
  return everywhere
}

/** A guest says of which workshop: `?workshop=`. */
async function ticketOf(c: Context, deps: Deps): Promise<Ticket | null> {
  const found = await whoAsks(c, deps)
  if (found) return { sessionId: found.session.id, personId: found.actor.personId }
  const workshopId = c.req.query('workshop') ?? ''
  const guest = isUuid(workshopId) ? await guestOf(c, deps, workshopId) : null
  return guest === null ? null : { sessionId: guest, personId: guest, guest: true }
}

const answers = (pool: OpenDatabase['pool']) =>
  pool.query('select 1').then(
    () => true,
    () => false,
  )

const housekeepingMs = 60 * 60 * 1000
const endingMovesMs = 60 * 1000
const sweepingMs = 24 * 60 * 60 * 1000
/** Sessions also end by themselves, with nobody to report it. Below the idle minute of usual proxies. */
const recheckMs = 25_000

async function sayWhatIsDue({ db, notices }: Deps): Promise<void> {
  tellInbox({ notices }, await tellDue(db, new Date()))
}

function startTimers(deps: Deps) {
  const { db, notices, log } = deps
  let sweptAt = 0
  const sweep = () => {
    if (Date.now() - sweptAt < sweepingMs) return
    sweptAt = Date.now()
    return sweepFiles(deps)
  }
  const keepHouse = () =>
    Promise.all([
      deleteExpiredSessions(db),
      deleteForgivenFailures(db),
      deleteEndedDevices(db),
      eraseLongGone(db),
      eraseClosedForks(db),
      sweep(),
      deleteOldItems(db),
      sayWhatIsDue(deps),
    ]).catch((error: unknown) => log.warn({ err: error }, 'could not clear away what has expired'))
  const endMoves = () =>
    endCutOffMoves(deps).catch((error: unknown) =>
      log.warn({ err: error }, 'could not look for moves that were cut off'),
    )
  void endMoves()
  const timers = [
    setInterval(keepHouse, housekeepingMs).unref(),
    setInterval(endMoves, endingMovesMs).unref(),
    setInterval(() => {
      notices.recheck()
      notices.beat()
    }, recheckMs).unref(),
  ]
  return () => timers.forEach(clearInterval)
}
