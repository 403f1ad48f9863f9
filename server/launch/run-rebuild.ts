/** Ends with 0 when all lists say what their rooms say, 1 when a room could not be read, 2 when nothing could be looked at. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../db/connect'
import { FolderInUse } from '../db/folder-lock'
import { EnvFaults, readEnv } from '../env'
import { type Rebuilt, rebuildLists } from '../rebuild-lists'

async function main(): Promise<number> {
  const { databaseUrl, dataDir } = readEnv()
  if (databaseUrl === null && !existsSync(join(dataDir, 'postgres'))) {
    console.error(`There is no database in ${dataDir}. Name another folder by DATA_DIR.`)
    return 2
  }
  const database = await openDatabase({
    databaseUrl,
    dataDir,
    onLost: fail,
    onIdleError: (error) => console.error(`A database connection broke: ${error.message}`),
  })
  try {
    const rebuilt = await rebuildLists(database.db, (sentence) => console.log(sentence))
    console.log(summary(rebuilt))
    return rebuilt.unread === 0 ? 0 : 1
  } finally {
    await database.close()
  }
}

function summary({ rooms, changed, unread }: Rebuilt): string {
  const read = `${rooms - unread} of ${rooms} docs, boards and sections of journals were read`
  const next = unread === 0 ? '' : ' npm run scrub tells what is wrong with the others.'
  if (changed > 0) return `${read}; of ${changed} the lists said something else until now.${next}`
  return `${read}; the lists already said the same.${next}`
}

function fail(error: Error): never {
  console.error(error.message)
  process.exit(2)
}

function explain(error: unknown): string {
  if (error instanceof FolderInUse) {
    return `${error.message}\nThe lists can only be rebuilt in the embedded database while its server is stopped.`
  }
  if (error instanceof EnvFaults) return error.message
  return `Could not rebuild: ${error instanceof Error ? error.stack : String(error)}`
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(explain(error))
    process.exit(2)
  },
)
