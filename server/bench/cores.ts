/** One core for the server under test, another for the clients that load it. */
import { spawnSync } from 'node:child_process'
import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os'

export type Cores = { server: number | null; driver: number | null }

/** Stays off the server's core itself; what it starts from then on does, too. */
export function shareCores(): Cores {
  const canPin = spawnSync('taskset', ['-V']).status === 0
  if (!canPin || availableParallelism() < 2) return { server: null, driver: null }
  return stayOn(1) ? { server: 0, driver: 1 } : { server: null, driver: null }
}

/**
 * Leaves its core to what it has started there, as a person's browser has a machine for itself,
 * and joins the server on its own.
 */
export async function besideTheServer<T>(
  { server, driver }: Cores,
  work: () => Promise<T>,
): Promise<T> {
  if (server === null || driver === null) return work()
  stayOn(server)
  try {
    return await work()
  } finally {
    stayOn(driver)
  }
}

const stayOn = (core: number): boolean =>
  spawnSync('taskset', ['-a', '-cp', `${core}`, `${process.pid}`]).status === 0

export function machineFacts({ server, driver }: Cores): string[] {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor'
  const gib = (totalmem() / 2 ** 30).toFixed(0)
  const pinned =
    server === null
      ? 'Nothing is pinned: server and clients share all cores.'
      : `The server has core ${server}; its clients, and Postgres and Redis where they are used, core ${driver}.`
  const load = loadavg()[0] ?? 0
  const busy =
    load > cpus().length + 1
      ? `Load average ${load.toFixed(1)}: OTHER WORK IS RUNNING HERE, and the times are worth nothing.`
      : `Load average ${load.toFixed(1)}.`
  return [
    `${model}, ${cpus().length} cores, ${gib} GiB, ${platform()} ${release()}, Node ${process.version}.`,
    pinned,
    busy,
  ]
}
