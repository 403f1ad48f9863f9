/** A server in a process of its own: started, watched for its first words, measured, ended. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { platform } from 'node:os'
import { fileURLToPath } from 'node:url'

export type ChildServer = {
  pid: number
  /** The line that matched `ready`. */
  said: string
  /** CPU time of all its threads so far, microseconds; null where the system does not tell. */
  cpuMicros(): number | null
  /** After a full collection of its garbage. */
  memory(): Promise<Memory>
  /** From now on: by how many bytes its resident memory was ever above what it is now. */
  watchPeak(): () => number | null
  /** SIGKILL: no chance to store anything. */
  kill(): Promise<void>
  /** SIGTERM, and waits for its end. */
  stop(): Promise<void>
}

/** Bytes: what JavaScript holds, the buffers it holds, and what the system has given the process. */
export type Memory = Pick<NodeJS.MemoryUsage, 'heapUsed' | 'external' | 'rss'>

export type ChildWish = {
  args: string[]
  /** The Node that runs it; ours. */
  program?: string
  env?: Record<string, string>
  cwd?: string
  ready: RegExp
  /** The core to stay on; null for any. */
  core: number | null
}

const probe = fileURLToPath(new URL('peers/memory-probe.mjs', import.meta.url))

export async function startChild(wish: ChildWish): Promise<ChildServer> {
  const { args, env, cwd, ready, core, program: node = process.execPath } = wish
  const pinned = core === null ? [] : ['taskset', '-c', `${core}`]
  const [program = '', ...rest] = [...pinned, node, '--expose-gc', '--import', probe, ...args]
  const child = spawn(program, rest, {
    cwd,
    env: { ...withoutNpm(process.env), ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const leave = () => child.kill('SIGKILL')
  process.once('exit', leave)
  void ended.then(() => process.off('exit', leave))
  const said = await firstWords(child, ready)
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  const pid = child.pid ?? 0
  return {
    pid,
    said,
    cpuMicros: () => cpuMicrosOf(pid),
    memory: () => memoryOf(child),
    watchPeak: () => watchPeakOf(pid),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}

/** A server started by npm watches npm's life; ours is watched here. */
function withoutNpm({ npm_lifecycle_event, ...env }: NodeJS.ProcessEnv) {
  return env
}

function firstWords(child: ChildProcess, ready: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = ''
    const hear = (chunk: string) => {
      heard = (heard + chunk).slice(-20_000)
      const line = heard.split('\n').find((candidate) => ready.test(candidate))
      if (line !== undefined) resolve(line)
    }
    child.stdout?.setEncoding('utf8').on('data', hear)
    child.stderr?.setEncoding('utf8').on('data', hear)
    child.once('error', reject)
    child.once('close', (code) => reject(new Error(`The server ended (${code}):\n${heard}`)))
  })
}

function memoryOf(child: ChildProcess): Promise<Memory> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error('The server ended before it told its memory.'))
    child.once('close', fail)
    child.once('message', (memory: Memory) => {
      child.off('close', fail)
      resolve(memory)
    })
    child.send('memory')
  })
}

/** Linux counts in ticks of a hundredth of a second, fields 14 and 15 of `stat`. */
function cpuMicrosOf(pid: number): number | null {
  if (platform() !== 'linux') return null
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10_000
}

/** Linux forgets a peak when it is told to. */
function watchPeakOf(pid: number): () => number | null {
  if (platform() !== 'linux') return () => null
  const kilobytes = (name: string) => {
    const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(new RegExp(`^${name}:.*`, 'm'))
    return Number(line?.[0].match(/\d+/)?.[0])
  }
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
  const before = kilobytes('VmRSS')
  // The system counts pages in batches, so that a peak may be told a little below where it began.
  return () => Math.max(0, kilobytes('VmHWM') - before) * 1024
}

/** A signal ends us through `exit`, where what was started is ended, too. */
export function endOnSignal() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => process.exit(130))
}
