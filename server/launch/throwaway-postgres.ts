/** A Postgres server for tests: on a free port, in a temporary folder, gone afterwards. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from './free-port'
import { type PlainUser, plainUser } from './plain-user'
import { installedBinaries, type PostgresBinaries, programIn } from './postgres-binaries'
import { packagedBinaries } from './postgres-package'

export type ThrowawayPostgres = {
  /** Of a user who may create databases. */
  url: string
  /** Where it comes from, for people. */
  source: string
  stop(): Promise<void>
}

export type OwnPostgres = ThrowawayPostgres & {
  /** Ends it without a goodbye; what it has stored stays. */
  crash(): Promise<void>
  /** On the same port, with what it has stored. */
  resume(): Promise<void>
}

const help = [
  'Install one (Debian: apt-get install postgresql; macOS: brew install postgresql@17),',
  'or name a server whose user may create databases: TEST_DATABASE_URL=postgres://…',
].join('\n')

/**
 * The server named by TEST_DATABASE_URL; else one started from installed programs, or from a
 * package where there are none. TEST_POSTGRES=package passes over the installed ones.
 * `durable` keeps its promises through a power cut, as a real one does: for measuring.
 */
export async function throwawayPostgres({ durable = false } = {}): Promise<ThrowawayPostgres> {
  const named = process.env.TEST_DATABASE_URL
  if (named) return { url: named, source: 'TEST_DATABASE_URL', stop: async () => undefined }
  return ownPostgres({ durable })
}

/** One that nobody else uses, and that may be taken away and brought back. */
export async function ownPostgres({ durable = false } = {}): Promise<OwnPostgres> {
  try {
    const installed = process.env.TEST_POSTGRES === 'package' ? null : installedBinaries()
    return await start(installed ?? (await packagedBinaries()), durable ? {} : careless)
  } catch (error) {
    throw new Error(`No Postgres server could be had for the tests.\n${help}`, { cause: error })
  }
}

async function start(binaries: PostgresBinaries, speed: Settings): Promise<OwnPostgres> {
  const user = plainUser()
  const folder = mkdtempSync(join(tmpdir(), 'atelier-postgres-'))
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  try {
    if (user) chownSync(folder, user.uid, user.gid)
    const dir = await readableBy(user, binaries.dir, folder)
    const data = join(folder, 'data')
    const port = await freePort()
    await initialise(dir, data, user)
    const serving = { dir, data, port, user, settings: { ...settings, ...speed }, remove }
    let end = await serve(serving)
    return {
      url: `postgres://postgres@127.0.0.1:${port}/postgres`,
      source: binaries.source,
      crash: () => end('SIGQUIT'),
      async resume() {
        end = await serve(serving)
      },
      async stop() {
        await end('SIGINT')
        remove()
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}

/** Another user may not reach into our home: then the programs go where the data goes. */
async function readableBy(user: PlainUser | null, dir: string, folder: string): Promise<string> {
  if (user === null) return dir
  try {
    await promisify(execFile)(programIn(dir, 'initdb'), ['--version'], { ...user, cwd: folder })
    return dir
  } catch {
    const copy = join(folder, 'programs')
    cpSync(dirname(dir), copy, { recursive: true, verbatimSymlinks: true })
    return join(copy, 'bin')
  }
}

async function initialise(dir: string, data: string, user: PlainUser | null) {
  const options = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  await promisify(execFile)(programIn(dir, 'initdb'), ['-D', data, ...options], {
    ...user,
    cwd: dirname(data),
  })
}

type Settings = Record<string, string>
const settings: Settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
}
/** Nothing a test writes needs to outlive a power cut. */
const careless: Settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

type Serving = {
  dir: string
  data: string
  port: number
  user: PlainUser | null
  settings: Settings
  remove: () => void
}

/** Answers how to end it. */
async function serve({ dir, data, port, user, settings, remove }: Serving) {
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(programIn(dir, 'postgres'), ['-D', data, '-p', String(port), ...flags], {
    ...user,
    cwd: dirname(data),
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own: Ctrl-C ends the tests first, and they end their database.
    detached: process.platform !== 'win32',
  })
  const leave = () => {
    child.kill('SIGQUIT')
    remove()
  }
  process.once('exit', leave)
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  await untilReady(child)
  return async (signal: NodeJS.Signals) => {
    process.off('exit', leave)
    child.kill(signal)
    await ended
  }
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    child.once('error', reject)
    child.once('close', () => reject(new Error(`Postgres did not start:\n${log}`)))
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      log = (log + chunk).slice(-10_000)
      if (log.includes('ready to accept connections')) resolve()
    })
  })
}
