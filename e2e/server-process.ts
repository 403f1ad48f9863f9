/** The real server as a process of its own: started, ended kindly, or killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

export type ServerProcess = {
  /** What it said, the last part of it. */
  log(): string
  /** Resolves when it has ended. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

/** Resolves when it listens. `args` as in `npm start -- …`. */
export async function startServer(
  env: Record<string, string>,
  args: string[] = [],
): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts', ...args], {
    cwd: root,
    // The server ends itself when whoever started it is gone, as it does under npm.
    env: { ...process.env, ...env, npm_lifecycle_event: 'e2e' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  const said = (chunk: string) => {
    log = (log + chunk).slice(-50_000)
  }
  child.stdout.setEncoding('utf8').on('data', said)
  child.stderr.setEncoding('utf8').on('data', said)
  await untilListening(child, () => log)
  return {
    log: () => log,
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill(signal)
      await ended
    },
  }
}

function untilListening(child: ChildProcess, log: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = () => reject(new Error(`The server did not start:\n${log()}`))
    child.once('exit', failed)
    child.stdout?.on('data', () => {
      if (!log().includes('Atelier is ready at')) return
      child.off('exit', failed)
      resolve()
    })
  })
}
