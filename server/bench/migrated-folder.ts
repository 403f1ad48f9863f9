/** The folder of an embedded database with its tables and nothing in them: made once, copied often. */
import { cpSync, existsSync, renameSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '../db/connect'
import { migrationsHash } from '../testing/test-database'

/** Before the first start of a server in this folder: to make its tables takes longer than the start. */
export async function furnishFolder(dataDir: string): Promise<void> {
  cpSync(await migratedFolder(), dataDir, { recursive: true })
}

/** Made once for each state of the migrations. */
async function migratedFolder(): Promise<string> {
  const cache = fileURLToPath(new URL('../../.cache/', import.meta.url))
  const path = `${cache}folder-${await migrationsHash()}`
  if (existsSync(path)) return path
  const draft = `${path}.${crypto.randomUUID()}`
  const database = await openDatabase({
    databaseUrl: null,
    dataDir: draft,
    onLost: fail,
    onIdleError: fail,
  })
  await database.close()
  takePlace(draft, path)
  return path
}

/** Two processes may make it at once; the one that comes second leaves its own. */
function takePlace(draft: string, path: string) {
  try {
    renameSync(draft, path)
  } catch (error) {
    if (!existsSync(path)) throw error
    rmSync(draft, { recursive: true })
  }
}

function fail(error: Error): never {
  throw error
}
