/** A database of its own for one server, on a Postgres server whose user may create some. */
import { Client } from 'pg'

export type ThrowawayDatabase = { url: string; remove(): Promise<void> }

export async function throwawayDatabase(postgres: string): Promise<ThrowawayDatabase> {
  const name = `atelier_bench_${crypto.randomUUID().replaceAll('-', '')}`
  await query(postgres, `create database ${name}`)
  const url = new URL(postgres)
  url.pathname = `/${name}`
  return {
    url: url.href,
    remove: () => query(postgres, `drop database ${name} with (force)`),
  }
}

/** One statement by a connection of its own. */
export async function query(url: string, statement: string, values: unknown[] = []): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement, values)
  } finally {
    await client.end()
  }
}
