/** A server on an embedded database that is killed (-9) while it starts. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type ChildServer, startChild } from '../bench/child-process'
import { root } from '../launch/root.mjs'

/** Empty, not absent: settings of whoever runs this must not reach the server. */
const settings = { HOST: '127.0.0.1', LOG_LEVEL: 'warn', DATABASE_URL: '', REDIS_URL: '' }
const args = ['--import', 'tsx', 'server/main.ts']

export type Home = { dataDir: string; port: number }

const envOf = ({ dataDir, port }: Home) => ({ ...settings, DATA_DIR: dataDir, PORT: `${port}` })

/** Started as anybody would, without help. Rejects with what it said when it does not start. */
export const startUnaided = (home: Home): Promise<ChildServer> =>
  startChild({ args, cwd: root, env: envOf(home), ready: /^Atelier is ready/, core: null })

/** Answers how many milliseconds it takes from its lock on the folder until it is ready. */
export async function timeStart(home: Home): Promise<number> {
  const starting = startUnaided(home)
  while (lockOf(home) === '') await wait(1)
  const locked = performance.now()
  const server = await starting
  const ms = performance.now() - locked
  await server.stop()
  return ms
}

/** Killed so many milliseconds after it has taken the folder. Throws when it ends by itself before. */
export async function interruptStart(home: Home, afterMs: number): Promise<void> {
  const env: NodeJS.ProcessEnv = { ...process.env, ...envOf(home) }
  // A server started by npm watches npm's life.
  delete env.npm_lifecycle_event
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (words: string) => {
      said += words
    })
  }
  const leave = () => child.kill('SIGKILL')
  process.once('exit', leave)
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const requireAlive = () => {
    if (child.exitCode !== null) throw new Error(`The server ended by itself:\n${said}`)
  }
  while (!lockOf(home).includes(`"pid":${child.pid},`)) {
    requireAlive()
    await wait(1)
  }
  await wait(afterMs)
  requireAlive()
  child.kill('SIGKILL')
  await ended
  process.off('exit', leave)
}

function lockOf({ dataDir }: Home): string {
  try {
    return readFileSync(join(dataDir, 'lock'), 'utf8')
  } catch {
    return ''
  }
}
