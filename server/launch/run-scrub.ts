/** Ends with 0 when every room is good, 1 when something was found, 2 when it could not be looked. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '../db/connect'
import { FolderInUse } from '../db/folder-lock'
import { scrub } from '../db/scrub'
import { sharedSquashThread } from '../db/squash-thread'
import { EnvFaults, readEnv } from '../env'

/** An edit is stored within milliseconds of what it builds on, or not for as long as the database is away. */
const settleMs = 3000

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { mend: { type: 'boolean', default: false } } })
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
    const { rooms, damagedRooms } = await scrub({
      pool: database.pool,
      thread: sharedSquashThread(),
      mends: values.mend,
      tell: (sentence) => console.log(sentence),
      untilSettled: () => new Promise((resolve) => setTimeout(resolve, settleMs)),
    })
    console.log(summary(rooms, damagedRooms, values.mend))
    return damagedRooms === 0 ? 0 : 1
  } finally {
    await database.close()
  }
}

function summary(rooms: number, damaged: number, mends: boolean): string {
  if (damaged === 0) return `All is well: every row of ${rooms} rooms was read.`
  const next = mends ? '' : ' Nothing was changed: npm run scrub -- --mend does that.'
  return `${damaged} of ${rooms} rooms are damaged.${next}`
}

function fail(error: Error): never {
  console.error(error.message)
  process.exit(2)
}

function explain(error: unknown): string {
  if (error instanceof FolderInUse) {
    return `${error.message}\nThe embedded database can only be scrubbed while its server is stopped.`
  }
  if (error instanceof EnvFaults) return error.message
  return `Could not scrub: ${error instanceof Error ? error.stack : String(error)}`
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(explain(error))
    process.exit(2)
  },
)
