/** Reads the settings, builds the whole house and opens the door. The only file that knows all of it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { limits } from '@atelier/shared/sync/limits'
import { serve } from '@hono/node-server'
import { type Logger, pino } from 'pino'
import { WebSocketServer } from 'ws'
import { type OpenDatabase, openDatabase } from './db/connect'
import { isAway } from './db/database'
import { FolderInUse } from './db/folder-lock'
import { withoutValues } from './db/loggable-error'
import { type Env, EnvFaults, readEnv } from './env'
import { buildHouse, type House } from './house'
import { isLocalOrigin } from './http/same-origin'
import { type NodeEvents, openNodes } from './nodes/nodes'
import { hasWorkspace } from './people/workspace-queries'
import { rebuildOldRows } from './rebuild-lists'
import { shutDownOnSignal } from './shut-down'
import { localFileStore } from './storage/local-file-store'
import { s3FileStore } from './storage/s3-file-store'

const clientDir = fileURLToPath(new URL('../client/dist', import.meta.url))

async function main() {
  const env = readEnv()
  const log = pino({ level: env.logLevel, base: null, serializers: { err: withoutValues } })
  const database = await openDatabase({
    databaseUrl: env.databaseUrl,
    dataDir: env.dataDir,
    onLost(error) {
      log.fatal({ err: error }, 'the database is gone')
      process.exit(1)
    },
    onIdleError: (error) => log.warn({ err: error }, 'a database connection broke'),
  })
  const house = await buildHouse({
    database,
    files: env.s3 ? s3FileStore(env.s3) : localFileStore(join(env.dataDir, 'files')),
    fileLimitBytes: env.fileLimitBytes,
    fileTypes: env.fileTypes,
    log,
    port: env.port,
    publicOrigin: env.publicOrigin,
    trustProxy: env.trustProxy,
    clientDir: existsSync(clientDir) ? clientDir : null,
    ...otherNodes(env, database, log),
  })
  const demo = process.argv.includes('--demo') ? await createDemo(house) : ''
  const isNew = !(await hasWorkspace(database.db))

  const websocket = {
    server: new WebSocketServer({ noServer: true, maxPayload: limits.frameBytes }),
  }
  const server = serve(
    { fetch: house.app.fetch, port: env.port, hostname: env.host, websocket },
    ({ port }) => {
      house.listensOn(port)
      const address = env.publicOrigin ?? `http://localhost:${port}`
      const link = isNew && isReachable(env) ? setUpLink(address, house.deps.setUpDoor.code) : ''
      process.stdout.write(`${demo}Atelier is ready at ${address}\n${link}`)
    },
  )
  server.on('error', (error) => {
    const explain = () => explainAndExit(error, env.port)
    database.close().then(explain, explain)
  })
  rebuildOldRows(database.db).catch((error: unknown) =>
    log.warn({ err: error }, 'could not write anew what an older version kept of cards'),
  )
  shutDownOnSignal({ house, server, database, log, watchParent: env.startedByNpm })
}

function otherNodes({ redisUrl, databaseUrl }: Env, { pool }: OpenDatabase, log: Logger) {
  if (redisUrl === null || databaseUrl === null) return {}
  return {
    openNodes: (events: NodeEvents) => openNodes({ redisUrl, databaseUrl, pool, log }, events),
  }
}

/** Whether anybody but whoever sits at this machine could come first. */
const isReachable = ({ host, publicOrigin, trustProxy }: Env) =>
  trustProxy ||
  !['localhost', '127.0.0.1', '::1'].includes(host) ||
  (publicOrigin !== null && !isLocalOrigin(publicOrigin))

const setUpLink = (address: string, code: string) =>
  `Nobody has moved in yet. Unless you sit at this machine, do so by this link:\n` +
  `  ${address}/set-up?code=${code}\n`

/** Resolves with what to tell whoever started the server. */
async function createDemo(house: House): Promise<string> {
  const { createDemoWorkspace } = await import('./demo/demo-workspace')
  return `${await createDemoWorkspace(house.deps)}\n`
}

/** What the person at the terminal can mend is said in a sentence; anything else is a bug with its trace. */
function explainAndExit(error: unknown, port?: number): never {
  const code = (error as NodeJS.ErrnoException).code
  if (error instanceof EnvFaults || error instanceof FolderInUse) {
    process.stderr.write(`${error.message}\n`)
  } else if (code === 'EADDRINUSE') {
    process.stderr.write(`Port ${port} is already taken. Choose another, for example PORT=3001.\n`)
  } else if (isAway(error) || isRefusedBy(error)) {
    process.stderr.write(`The database of DATABASE_URL cannot be used: ${wordsOf(error)}\n`)
  } else {
    process.stderr.write(`Atelier could not start: ${describe(error)}\n`)
  }
  process.exit(1)
}

/** Class 28 is a wrong user or password, 3D000 a database that is not there. */
const isRefusedBy = (error: unknown) =>
  /^(28...|3D000|ENOTFOUND)$/.test(String((error as NodeJS.ErrnoException).code))

const wordsOf = (error: unknown) =>
  error instanceof Error && error.message
    ? error.message
    : String((error as { code?: unknown }).code)

const describe = (error: unknown) => (error instanceof Error ? error.stack : String(error))

main().catch((error: unknown) => explainAndExit(error))
