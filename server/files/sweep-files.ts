/** Clears away files nobody can ever see again. Garbage costs a little room, a loss costs trust. */
import type { Deps } from '../http/deps'
import type { FileKey } from '../storage/file-store'
import { deleteNeverUsed, hasRow, keysWithoutRow } from './file-sweep-queries'

const dayMs = 24 * 60 * 60 * 1000
/** Somebody may have put a picture into a doc without a network, and be away for long. */
const unusedDays = 180
/** A row is looked at during this many days, then never again: looking means reading whole logs. */
const lookedAtDays = 30
/** Bytes lie in the store before their row is written; and a backup of the database may be brought back. */
const withoutRowDays = 30
const keysAtOnce = 500

export type Swept = { rows: number; bytes: number }

export async function sweepFiles(
  { db, files }: Pick<Deps, 'db' | 'files'>,
  now = new Date(),
): Promise<Swept> {
  const ago = (days: number) => new Date(now.getTime() - days * dayMs)
  const rows = await deleteNeverUsed(db, ago(unusedDays + lookedAtDays), ago(unusedDays))
  let bytes = 0
  const keys: FileKey[] = []
  const drop = async () => {
    for (const key of await keysWithoutRow(db, keys.splice(0))) {
      if (await hasRow(db, key)) continue
      await files.drop(key)
      bytes++
    }
  }
  for await (const { key, storedAt } of files.list()) {
    if (storedAt >= ago(withoutRowDays)) continue
    keys.push(key)
    if (keys.length >= keysAtOnce) await drop()
  }
  await drop()
  return { rows, bytes }
}
