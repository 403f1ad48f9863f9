/** A server in a process of its own: started, watched for its first words, measured, ended. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { platform } from 'node:os'

export type ChildServer = {
  pid: number
  /** The line that matched `ready`. */
  said: string
  /** CPU time of all its threads so far, microseconds; null where the system does not tell. */
  cpuMicros(): number | null
  /** SIGKILL: no chance to store anything. */
  kill(): Promise<void>
  /** SIGTERM, and waits for its end. */
  stop(): Promise<void>
}

export type ChildWish = {
  args: string[]
  env?: Record<string, string>
  cwd?: string
  ready: RegExp
  /** The core to stay on; null for any. */
  core: number | null
}

export async function startChild({ args, env, cwd, ready, core }: ChildWish): Promise<ChildServer> {
  const command =
    core === null ? [process.execPath] : ['taskset', '-c', `${core}`, process.execPath]
  const [program = '', ...rest] = [...command, ...args]
  const child = spawn(program, rest, {
    cwd,
    env: { ...withoutNpm(process.env), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
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

/** Linux counts in ticks of a hundredth of a second, fields 14 and 15 of `stat`. */
function cpuMicrosOf(pid: number): number | null {
  if (platform() !== 'linux') return null
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10_000
}

/** A signal ends us through `exit`, where what was started is ended, too. */
export function endOnSignal() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => process.exit(130))
}
