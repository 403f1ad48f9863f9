/** Connections that are given up when the database no longer answers, even if nobody hangs up. */
import { Socket } from 'node:net'
import { Pool, type PoolClient, type PoolConfig } from 'pg'

/** Rather an answer that says “try again” than a page that waits for ever. */
export const connectionTimeoutMillis = 10_000
/** No query of ours is silent for so long while all is well. */
const longestSilenceMs = 20_000

export function watchedPool(config: PoolConfig, silenceMs = longestSilenceMs): Pool {
  const pool = new Pool({
    connectionTimeoutMillis,
    keepAlive: true,
    keepAliveInitialDelayMillis: longestSilenceMs,
    ...config,
  })
  const inUse = new Set<PoolClient>()
  pool.on('connect', (client) => {
    client.on('error', (error) => {
      if (inUse.has(client)) giveBack(client, error)
    })
    const stream = streamOf(client)
    stream?.on('timeout', () => stream.destroy(new Error('The database has stopped answering.')))
  })
  // Not a timeout of the query: that would leave the connection to the next one, which would wait too.
  pool.on('acquire', (client) => {
    inUse.add(client)
    streamOf(client)?.setTimeout(silenceMs)
  })
  pool.on('release', (_error, client) => {
    inUse.delete(client)
    streamOf(client)?.setTimeout(0)
  })
  return pool
}

/**
 * Whoever uses it is told by their query, and may never give it back: the query builder does not
 * when its `begin` fails. Each would cost the pool one place for ever.
 */
function giveBack(client: PoolClient, error: Error): void {
  client.release(error)
  client.release = () => undefined
}

function streamOf({ connection: { stream } }: PoolClient): Socket | null {
  return stream instanceof Socket ? stream : null
}
