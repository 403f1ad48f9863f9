/** A Redis (or Valkey) server for tests: on a free port, keeping nothing, gone afterwards. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from './free-port'

export type ThrowawayRedis = {
  url: string
  /** The same port, empty, after `stop` too. */
  start(): Promise<void>
  /** Ends it without a goodbye to anybody. */
  stop(): Promise<void>
  /** Forgets everything it holds. */
  flush(): Promise<void>
  /** It keeps its connections and answers nothing, until `thaw`. */
  freeze(): void
  thaw(): void
}

const programs = ['redis-server', 'valkey-server']
const help = [
  'No Redis server could be had for the tests of several nodes.',
  'Install one (Debian: apt-get install redis-server; macOS: brew install redis).',
].join('\n')

export async function throwawayRedis(): Promise<ThrowawayRedis> {
  const program = installed() ?? (await fromApt())
  const port = await freePort()
  let child: ChildProcess | null = null
  const stop = async () => {
    const ending = child
    child = null
    if (!ending || ending.exitCode !== null) return
    const ended = new Promise<void>((resolve) => ending.once('close', () => resolve()))
    ending.kill('SIGKILL')
    await ended
  }
  const start = async () => {
    child = await serve(program, port)
  }
  process.once('exit', () => child?.kill('SIGKILL'))
  await start()
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    stop,
    flush: () => flush(port),
    freeze: () => child?.kill('SIGSTOP'),
    thaw: () => child?.kill('SIGCONT'),
  }
}

/** `FLUSHALL`, answered. */
function flush(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('FLUSHALL\r\n'))
    socket.once('error', reject)
    socket.once('data', () => {
      socket.destroy()
      resolve()
    })
  })
}

function installed(): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/opt/homebrew/bin']
  const places = programs.flatMap((program) => folders.map((folder) => join(folder, program)))
  return places.find((path) => existsSync(path)) ?? null
}

/** Where we are root on a Debian, as in CI. */
async function fromApt(): Promise<string> {
  const run = promisify(execFile)
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update'], { env })
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'redis-server'], { env })
  } catch (error) {
    throw new Error(help, { cause: error })
  }
  const program = installed()
  if (program === null) throw new Error(help)
  return program
}

function serve(program: string, port: number): Promise<ChildProcess> {
  const args = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: process.platform !== 'win32',
  })
  return new Promise((resolve, reject) => {
    let log = ''
    child.once('error', reject)
    child.once('close', () => reject(new Error(`Redis did not start:\n${log}`)))
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      log = (log + chunk).slice(-10_000)
      if (/ready to accept connections/i.test(log)) resolve(child)
    })
  })
}
