/**
 * What the nodes that share a Postgres server call out to each other through it (NOTIFY). Slower
 * than Redis and heard by all, so for what is rare; heard by whoever reaches the database at all.
 */
import { Client, type Pool } from 'pg'
import { connectionTimeoutMillis } from './watched-pool'

export type SignalsOptions = {
  databaseUrl: string
  /** Signals go out by this one. */
  pool: Pool
  onHear(text: string): void
  /** The line was gone and is back: something may have been called meanwhile. Also at first. */
  onListening(): void
  onError(error: unknown): void
}

export interface Signals {
  /** At most `longestSignal` bytes in UTF-8. Rejects when the database could not be reached. */
  call(text: string): Promise<void>
  close(): Promise<void>
}

/** Postgres refuses 8000 and more. */
export const longestSignal = 7900

const channel = 'atelier'
const retryMs = 500
/** A connection that broke without a word is noticed by this. */
const askMs = 2000
const patienceMs = 5000

export function openSignals(options: SignalsOptions): Signals {
  const { pool } = options
  /** The line, also while it is being made. */
  let line: Client | null = null
  let isClosed = false
  let timer: NodeJS.Timeout | null = null
  const later = (ms: number, work: () => Promise<void>) => {
    if (isClosed) return
    timer = setTimeout(() => void work(), ms)
    timer.unref()
  }

  async function listen(): Promise<void> {
    const client = new Client({
      connectionString: options.databaseUrl,
      connectionTimeoutMillis,
      query_timeout: patienceMs,
    })
    line = client
    client.on('notification', ({ payload }) => options.onHear(payload ?? ''))
    client.on('error', (error) => giveUp(client, error))
    client.on('end', () => giveUp(client, new Error('the line to the database has ended')))
    try {
      await client.connect()
      await client.query(`listen ${channel}`)
      if (line !== client) return await client.end()
      options.onListening()
      later(askMs, () => ask(client))
    } catch (error) {
      giveUp(client, error)
    }
  }

  async function ask(client: Client): Promise<void> {
    try {
      await client.query('select 1')
      if (line === client) later(askMs, () => ask(client))
    } catch (error) {
      giveUp(client, error)
    }
  }

  /** Once for each line: an error, its end and a query that fails all tell of the same. */
  function giveUp(client: Client, error: unknown): void {
    if (line !== client) return
    line = null
    if (timer) clearTimeout(timer)
    options.onError(error)
    // One that hangs answers no goodbye either.
    client.end().catch(() => undefined)
    later(retryMs, listen)
  }

  void listen()
  return {
    async call(text) {
      await pool.query('select pg_notify($1, $2)', [channel, text])
    },
    async close() {
      isClosed = true
      if (timer) clearTimeout(timer)
      const client = line
      line = null
      await client?.end().catch(options.onError)
    },
  }
}
