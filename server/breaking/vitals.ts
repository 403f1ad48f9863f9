/** What a server's process has in its hands, and whether it takes more and more. */
import { readdirSync, readlinkSync } from 'node:fs'
import { platform } from 'node:os'
import { Client } from 'pg'
import type { NodeProcess } from '../bench/house-process'

export type Vitals = {
  /** Milliseconds since the page was loaded that asks. */
  atMs: number
  /** Bytes, after a full collection of garbage. */
  rss: number
  heap: number
  /** Open files but those of an embedded database, sockets and pipes; null where the system does not tell. */
  handles: number | null
  /** To this database, from anybody but us; null for the embedded one. */
  connections: number | null
}

export async function vitalsOf(node: NodeProcess, databaseUrl: string | null): Promise<Vitals> {
  const { rss, heapUsed, external } = await node.memory()
  return {
    atMs: performance.now(),
    rss,
    heap: heapUsed + external,
    handles: handlesOf(node.pid()),
    connections: databaseUrl === null ? null : await connectionsTo(databaseUrl),
  }
}

function handlesOf(pid: number | null): number | null {
  if (pid === null || platform() !== 'linux') return null
  return readdirSync(`/proc/${pid}/fd`).filter((fd) => !isDatabaseFile(`/proc/${pid}/fd/${fd}`))
    .length
}

/** It keeps open what it has read once: the more tables, the more files. */
function isDatabaseFile(link: string): boolean {
  try {
    return /\/(base|global|pg_\w+)\//.test(readlinkSync(link))
  } catch {
    // Closed since it was listed.
    return true
  }
}

async function connectionsTo(url: string): Promise<number> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ count: string }>(
      'select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    return Number(rows[0]?.count)
  } finally {
    await client.end()
  }
}

/** How much of `part` is added in a minute: the straight line that lies closest to all samples. */
export function growthPerMinute(samples: readonly Vitals[], part: 'rss' | 'heap'): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const middle = {
    at: mean(samples.map(({ atMs }) => atMs)),
    of: mean(samples.map((s) => s[part])),
  }
  let [together, apart] = [0, 0]
  for (const sample of samples) {
    const dt = sample.atMs - middle.at
    together += dt * (sample[part] - middle.of)
    apart += dt * dt
  }
  return apart === 0 ? 0 : (together / apart) * 60_000
}

const mb = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`

export const told = ({ rss, heap, handles, connections }: Vitals) =>
  `resident ${mb(rss)}, heap ${mb(heap)}, ${handles ?? '?'} handles, ${connections ?? 'no'} database connections`

export const toldGrowth = (bytesPerMinute: number) => `${mb(bytesPerMinute)} a minute`
