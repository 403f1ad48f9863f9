import { freePort } from '../launch/free-port'
import { startChild } from './child-process'
import type { Running } from './targets'

type Wish = {
  script: string
  cwd: string
  core: number | null
  /** The line it says when it listens on the port in PORT. */
  ready: RegExp
  program?: string
  env?: Record<string, string>
  /** Whether each message begins with the document's name, as with Hocuspocus; else the path names it. */
  named?: boolean
}

/** A server that is not ours: no people, no rights, a room for each name somebody comes up with. */
export async function startOther({ script, named, env, ...wish }: Wish): Promise<Running> {
  const port = await freePort()
  const child = await startChild({
    ...wish,
    args: [script],
    env: { PORT: `${port}`, HOST: '127.0.0.1', ...env },
  })
  const address = (document: string) =>
    named
      ? { url: `ws://127.0.0.1:${port}`, headers: {}, document }
      : { url: `ws://127.0.0.1:${port}/${document}`, headers: {} }
  return {
    address: (_, room = 0) => address(room === 0 ? 'bench' : `bench-${room}`),
    cpuMicros: child.cpuMicros,
    memory: child.memory,
    watchPeak: child.watchPeak,
    remove: child.stop,
  }
}
