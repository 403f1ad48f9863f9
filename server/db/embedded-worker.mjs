/**
 * The embedded Postgres, in its own thread so that queries never hold up the event loop.
 * Plain JavaScript: a worker thread does not inherit the loader of its parent.
 * `workerData`: { dataDir | template, code: PGlite's, if compiled already, listen: { path } |
 * { host, port } }; answers { ready: port | null }.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { passWholeRequests } from './whole-requests.mjs'

const { dataDir, template, code, listen } = workerData

/** A folder appears under its name only when whole: killed before that, the next start begins anew. */
async function createWhole(dir) {
  const parent = dirname(dir)
  const unfinished = `${basename(dir)}.unfinished`
  for (const name of readdirSync(parent)) {
    if (name.startsWith(unfinished)) rmSync(join(parent, name), { recursive: true })
  }
  const fresh = join(parent, `${unfinished}-${process.pid}`)
  mkdirSync(fresh, { mode: 0o700 })
  await (await PGlite.create({ dataDir: fresh })).close()
  renameSync(fresh, dir)
}

async function open() {
  if (template !== undefined) {
    return PGlite.create({
      loadDataDir: new Blob([readFileSync(template)]),
      pgliteWasmModule: code,
    })
  }
  if (dataDir === undefined) return PGlite.create({ pgliteWasmModule: code })
  if (!existsSync(dataDir)) await createWhole(dataDir)
  return PGlite.create({ dataDir })
}

const db = await open()
const server = new PGLiteSocketServer({ db, maxConnections: 20, ...listen })
passWholeRequests(server.queryQueue)
await server.start()

parentPort.on('message', async (message) => {
  if (message.dump !== undefined) {
    const file = await db.dumpDataDir('none')
    writeFileSync(message.dump, Buffer.from(await file.arrayBuffer()))
    parentPort.postMessage({ dumped: true })
    return
  }
  await server.stop()
  await db.close()
  process.exit(0)
})
const port = Number(server.getServerConn().split(':').at(-1))
parentPort.postMessage({ ready: Number.isNaN(port) ? null : port })
