/** `npm run rebuild` as an operator meets it: words and an exit code. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../db/connect'
import { root } from './root.mjs'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'rebuild-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

function rebuild(...flags: string[]): Promise<{ code: number; words: string }> {
  const args = ['--import', 'tsx', 'server/launch/run-rebuild.ts', ...flags]
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' }
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root, env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), words: stdout + stderr }),
    )
  })
}

const fail = (error: Error) => {
  throw error
}

test('a folder without a database is told, and none is made there', async () => {
  const { code, words } = await rebuild()
  expect(words).toContain(`There is no database in ${dataDir}`)
  expect(code).toBe(2)
})

test('the embedded database waits until its server is stopped, and is then read', async () => {
  const server = { databaseUrl: null, dataDir, onLost: fail, onIdleError: fail }
  const database = await openDatabase(server)
  const inUse = await rebuild()
  expect(inUse.words).toContain('is already using')
  expect(inUse.words).toContain(
    'only be rebuilt in the embedded database while its server is stopped',
  )
  expect(inUse.code).toBe(2)
  await database.close()
  expect(await rebuild()).toEqual({
    code: 0,
    words:
      '0 of 0 docs, boards and sections of journals were read; the lists already said the same.\n',
  })
})
