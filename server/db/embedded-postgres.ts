/** The embedded database of a data folder, spoken to like any Postgres: through a socket. */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmdirSync, unlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { lockFolder } from './folder-lock'

export type PostgresAddress = { host: string; port?: number }
export type EmbeddedPostgres = {
  address: PostgresAddress
  /** Writes the whole database to a file that can be opened as a template. */
  dump(path: string): Promise<void>
  close(): Promise<void>
}

/** A unix socket's path has room for 107 bytes, and Postgres fixes the name. */
const socketName = '.s.PGSQL.5432'
const longestPath = 100

/** `onLost` is called when the database ends by itself: nothing can be promised any more. */
export async function openEmbedded(
  dataDir: string,
  onLost: (error: Error) => void,
): Promise<EmbeddedPostgres> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  chmodSync(dataDir, 0o700)
  const lock = await lockFolder(dataDir, join(dataDir, socketName))
  try {
    const postgres = await startWorker({ dataDir: join(dataDir, 'postgres') }, dataDir, onLost)
    const close = async () => {
      await postgres.close()
      lock.release()
    }
    return { ...postgres, close }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** A database in memory, empty or from a dumped template: for tests, which open many. */
export async function openInMemory(template?: string): Promise<EmbeddedPostgres> {
  code ??= compile()
  return startWorker({ template, code: await code }, null, (error) => {
    throw error
  })
}

/** Compiled once for all databases of a process, and with it what they find out to be hot in it. */
let code: Promise<WebAssembly.Module> | undefined

function compile(): Promise<WebAssembly.Module> {
  const folder = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'))
  return WebAssembly.compile(readFileSync(join(folder, 'pglite.wasm')))
}

type WorkerData = { dataDir?: string; template?: string; code?: WebAssembly.Module }

async function startWorker(
  data: WorkerData,
  wishedSocketDir: string | null,
  onLost: (error: Error) => void,
): Promise<EmbeddedPostgres> {
  const socket = chooseSocket(wishedSocketDir)
  const worker = new Worker(new URL('./embedded-worker.mjs', import.meta.url), {
    workerData: { ...data, listen: socket.listen },
    execArgv: [],
  })
  const port = await answerOf(worker, 'ready')
  let closing = false
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      socket.remove()
      if (!closing) onLost(new Error('The embedded database has stopped.'))
      resolve()
    })
  })
  worker.on('error', onLost)
  return {
    address: typeof port === 'number' ? { host: '127.0.0.1', port } : { host: socket.dir },
    async dump(path) {
      worker.postMessage({ dump: path })
      await answerOf(worker, 'dumped')
    },
    async close() {
      closing = true
      worker.postMessage({ close: true })
      await ended
    },
  }
}

function chooseSocket(wished: string | null) {
  if (process.platform === 'win32') {
    return { dir: '', listen: { host: '127.0.0.1', port: 0 }, remove: () => undefined }
  }
  const fits = wished !== null && Buffer.byteLength(join(wished, socketName)) <= longestPath
  const dir = fits ? wished : mkdtempSync(join(tmpdir(), 'atelier-'))
  const path = join(dir, socketName)
  removeSocket(path)
  const remove = () => {
    removeSocket(path)
    if (!fits) rmdirSync(dir)
  }
  return { dir, listen: { path }, remove }
}

/**
 * After a kill the file is still there, and listening on it would fail. Unlinked unseen:
 * on Node 20 a `stat` of a socket makes later imports stop following symbolic links.
 */
function removeSocket(path: string) {
  try {
    unlinkSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

function answerOf(worker: Worker, word: 'ready' | 'dumped'): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const end = () => {
      worker.off('message', onMessage)
      worker.off('error', onError)
      worker.off('exit', onExit)
    }
    const onMessage = (message: Record<string, unknown>) => {
      if (!(word in message)) return
      end()
      resolve(message[word])
    }
    const onError = (error: Error) => {
      end()
      reject(error)
    }
    const onExit = () => onError(new Error('The embedded database did not start.'))
    worker.on('message', onMessage)
    worker.on('error', onError)
    worker.on('exit', onExit)
  })
}
