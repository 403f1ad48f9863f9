/**
 * One process per data folder. The embedded database has no lock of its own, and two
 * processes on one folder lose acknowledged rows without any error.
 */
import { execFileSync } from 'node:child_process'
import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'

type Holder = { pid: number; started: string | null; token: string }

export class FolderInUse extends Error {
  constructor(dir: string, pid: number) {
    super(
      `Another Atelier (process ${pid}) is already using ${dir}.\n` +
        'Stop it first, or give this one its own DATA_DIR.',
    )
    this.name = 'FolderInUse'
  }
}

export type FolderLock = { release(): void }

/** Taken before the database is opened. `socketPath`: where its holder would answer. */
export async function lockFolder(dir: string, socketPath: string): Promise<FolderLock> {
  const path = join(dir, 'lock')
  const text = JSON.stringify(ourselves())
  for (let attempt = 0; attempt < 5; attempt++) {
    if (createWith(path, text)) return { release: () => releaseOurs(path, text) }
    const found = readIfThere(path)
    if (found === null) continue
    const holder = parseHolder(found)
    if (holder && (isRunning(holder) || (await answers(socketPath)))) {
      throw new FolderInUse(dir, holder.pid)
    }
    removeStale(path, found)
  }
  throw new Error(`Could not take the lock ${path}: others keep taking it.`)
}

function ourselves(): Holder {
  return { pid: process.pid, started: startOf(process.pid), token: crypto.randomUUID() }
}

/** The file appears with its content or not at all, and never over another one. */
function createWith(path: string, text: string): boolean {
  const draft = `${path}.${crypto.randomUUID()}`
  writeFileSync(draft, text, { mode: 0o600, flag: 'wx' })
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    unlinkSync(draft)
  }
}

/** Two may see the same stale lock at once: what was moved away is compared with what was judged. */
function removeStale(path: string, judged: string) {
  const aside = `${path}.stale-${crypto.randomUUID()}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw error
  }
  if (readFileSync(aside, 'utf8') !== judged) linkSync(aside, path)
  unlinkSync(aside)
}

function releaseOurs(path: string, text: string) {
  if (readIfThere(path) === text) unlinkSync(path)
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

function parseHolder(text: string): Holder | null {
  const parts = /^\{"pid":(\d+),"started":(?:"([^"]*)"|null),"token":"([^"]*)"\}$/.exec(text)
  return parts ? { pid: Number(parts[1]), started: parts[2] ?? null, token: parts[3] ?? '' } : null
}

/** A process number is used again sooner or later, so its start must agree as well. */
function isRunning(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false
  }
  const started = startOf(holder.pid)
  return started === null || holder.started === null || started === holder.started
}

/** When a process began, as its system words it; null where that cannot be told. */
function startOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
    }
    if (process.platform === 'win32') return null
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return null
  }
}

/** The holder may be out of sight, in another container, but still listening on the shared folder. */
function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath)
    const say = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => say(true))
    socket.once('error', () => say(false))
  })
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code
