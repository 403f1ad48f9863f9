/**
 * Hocuspocus with its defaults, which are also those of @hocuspocus/extension-database: a document
 * is written whole, two seconds after the last change or ten after the first. In memory where there is
 * no DATABASE_URL; with other nodes over @hocuspocus/extension-redis where there is a REDIS_URL. Runs
 * from the folder the packages are installed in.
 */
import { Server } from '@hocuspocus/server'
import pg from 'pg'
import { applyUpdate, encodeStateAsUpdate } from 'yjs'

const { PORT, HOST, DATABASE_URL, REDIS_URL } = process.env

const server = new Server({
  port: Number(PORT),
  address: HOST,
  quiet: true,
  extensions: REDIS_URL ? [await lineTo(new URL(REDIS_URL))] : [],
  ...(DATABASE_URL ? await storing(DATABASE_URL) : {}),
})
await server.listen()
console.log(`listening on ${PORT}`)

async function lineTo({ hostname: host, port }) {
  const { Redis } = await import('@hocuspocus/extension-redis')
  return new Redis({ host, port: Number(port) })
}

async function storing(connectionString) {
  const pool = new pg.Pool({ connectionString })
  await pool.query('create table if not exists documents (name text primary key, data bytea)')
  return {
    async onLoadDocument({ documentName, document }) {
      const { rows } = await pool.query('select data from documents where name = $1', [
        documentName,
      ])
      if (rows[0]) applyUpdate(document, rows[0].data)
    },
    async onStoreDocument({ documentName, document }) {
      await pool.query(
        'insert into documents values ($1, $2) on conflict (name) do update set data = excluded.data',
        [documentName, Buffer.from(encodeStateAsUpdate(document))],
      )
    },
  }
}
