/** Wires rooms, rights, notices and routes together: the same for the real server and the tests. */
import type { Context } from 'hono'
import type { Logger } from 'pino'
import { accessChanges } from './access/access-changes'
import { sessionCookieOn } from './access/cookie'
import { passwords } from './access/passwords'
import { deleteForgivenFailures } from './access/sign-in-delay-queries'
import { deleteExpiredSessions, signInSessions } from './access/sign-in-session'
import { createApp } from './app'
import type { OpenDatabase } from './db/connect'
import type { Deps } from './http/deps'
import { roomSocket } from './http/room-socket'
import { allowedOrigins } from './http/same-origin'
import { staticFiles } from './http/static-files'
import { whoAsks } from './http/with-actor'
import { liveRooms } from './live-rooms'
import { loadListeners, pickAudience } from './notices/listener-queries'
import { noticeSocket } from './notices/notice-socket'
import { createNotices } from './notices/notices'
import type { Ticket } from './sync/admission'

export type HouseSettings = {
  database: Pick<OpenDatabase, 'db' | 'pool'>
  log: Logger
  port: number
  publicOrigin: string | null
  trustProxy: boolean
  /** The built client, null to serve no pages. */
  clientDir: string | null
}

export type House = Awaited<ReturnType<typeof buildHouse>>

const housekeepingMs = 60 * 60 * 1000
const recheckMs = 30_000

export async function buildHouse(settings: HouseSettings) {
  const { log, publicOrigin, trustProxy } = settings
  const { db, pool } = settings.database
  const origins = allowedOrigins(publicOrigin, settings.port)
  const changes = accessChanges()
  const onError = (error: unknown) => log.warn({ err: error }, 'background work failed')

  const notices = createNotices({
    loadListeners: (sessionIds) => loadListeners(db, sessionIds),
    pickAudience: (audience, listeners) => pickAudience(db, audience, listeners),
    onError,
    later: (work, ms) => setTimeout(work, ms),
  })
  const rooms = liveRooms({ db, pool, notices, log })
  changes.onChange((change) => {
    rooms.recheck(change)
    notices.recheck()
  })

  const deps: Deps = {
    db,
    sessions: signInSessions(db),
    passwords: passwords(),
    accessChanges: changes,
    notices,
    whoIsHere: (names) => rooms.whoIsHere(names),
    cookie: sessionCookieOn(publicOrigin),
    origins,
    trustProxy,
    log,
  }
  const ticketOf = async (c: Context): Promise<Ticket | null> => {
    const found = await whoAsks(c, deps)
    return found && { sessionId: found.session.id, personId: found.actor.personId }
  }

  let draining = false
  const app = createApp(deps, {
    isReady: async () => !draining && (await answers(pool)),
    roomSocket: roomSocket({ rooms, ticketOf }),
    noticeSocket: noticeSocket(notices, ticketOf),
    ...(settings.clientDir && { pages: await staticFiles(settings.clientDir) }),
  })
  const timers = [
    every(housekeepingMs, () => keepHouse(deps), onError),
    every(recheckMs, async () => notices.recheck(), onError),
  ]

  return {
    app,
    deps,
    rooms,
    /** The port is only known once listening when it was left to the system. */
    listensOn(port: number) {
      for (const origin of allowedOrigins(publicOrigin, port)) origins.add(origin)
    },
    drain() {
      draining = true
    },
    async close() {
      for (const timer of timers) clearInterval(timer)
      await rooms.close()
      notices.close()
    },
  }
}

const answers = (pool: OpenDatabase['pool']) =>
  pool.query('select 1').then(
    () => true,
    () => false,
  )

async function keepHouse({ db }: Deps) {
  await deleteExpiredSessions(db)
  await deleteForgivenFailures(db)
}

function every(ms: number, work: () => Promise<void>, onError: (error: unknown) => void) {
  return setInterval(() => work().catch(onError), ms).unref()
}
