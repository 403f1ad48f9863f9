import type { ServerType } from '@hono/node-server'
import type { Logger } from 'pino'
import type { OpenDatabase } from './db/connect'
import type { House } from './house'

const hardExitMs = 10_000
const parentCheckMs = 1000

export type ShutDown = {
  house: Pick<House, 'drain' | 'close'>
  server: ServerType
  database: Pick<OpenDatabase, 'close'>
  log: Logger
  /** npm's shell does not pass signals on: when it is gone, so are we. */
  watchParent: boolean
}

/**
 * On SIGTERM or SIGINT: not ready any more, no new connections, every change stored, everybody
 * sent away to reconnect, database closed. After ten seconds it ends in any case.
 */
export function shutDownOnSignal({ house, server, database, log, watchParent }: ShutDown): void {
  let ending = false

  async function end() {
    house.drain()
    server.close()
    await house.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
    await database.close()
  }

  function shutDown(why: string) {
    if (ending) return
    ending = true
    log.info({ why }, 'shutting down')
    setTimeout(() => process.exit(1), hardExitMs).unref()
    end().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'could not shut down cleanly')
        process.exit(1)
      },
    )
  }

  process.on('SIGTERM', () => shutDown('SIGTERM'))
  process.on('SIGINT', () => shutDown('SIGINT'))
  if (watchParent) {
    const parent = process.ppid
    setInterval(() => {
      if (process.ppid !== parent) shutDown('the parent process ended')
    }, parentCheckMs).unref()
  }
}
