/** The embedded database across starts, kills and crowds: real processes on a real folder. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

let dir: string
let children: ChildProcess[]
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'embedded-'))
  children = []
})
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(dir, { recursive: true, force: true })
})

const program = `
  import { openDatabase } from './server/db/connect.ts'
  const lost = (error) => { throw error }
  const database = await openDatabase({ databaseUrl: null, dataDir: process.argv[1], onLost: lost, onIdleError: lost })
  process.stdin.on('data', async (line) => {
    const { rows } = await database.pool.query(String(line))
    console.log(JSON.stringify(rows))
  })
  process.stdin.on('end', () => database.close().then(() => process.exit(0)))
  console.log('open')
`

/** A server process as far as its database: says a line when open, then answers one query a line. */
function start(dataDir = join(dir, 'data')) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', program, dataDir],
    { cwd: fileURLToPath(new URL('../..', import.meta.url)) },
  )
  children.push(child)
  let errors = ''
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const line = () =>
    new Promise<string>((resolve, reject) => {
      child.stdout.once('data', (chunk) => resolve(String(chunk).trim()))
      child.once('exit', () => reject(new Error(errors)))
    })
  return {
    opened: line(),
    async ask(query: string) {
      const answer = line()
      child.stdin.write(query)
      return JSON.parse(await answer)
    },
    async stop() {
      child.stdin.end()
      return ended
    },
    async kill() {
      child.kill('SIGKILL')
      return ended
    },
    ended,
    errors: () => errors,
  }
}

const setUp = `insert into workspaces (name) values ('kept') returning name`
const names = 'select name from workspaces'

test('what was committed is there after a kill, and the socket left behind is no obstacle', async () => {
  const first = start()
  expect(await first.opened).toBe('open')
  await first.ask(setUp)
  await first.kill()
  expect(existsSync(join(dir, 'data', 'lock'))).toBe(true)

  const second = start()
  expect(await second.opened).toBe('open')
  expect(await second.ask(names)).toEqual([{ name: 'kept' }])
  expect(await second.stop()).toBe(0)
  expect(readdirSync(join(dir, 'data'))).toEqual(['postgres'])
}, 120_000)

test('a second process on the same folder is refused at once, and harms nothing', async () => {
  const first = start()
  await first.opened
  await first.ask(setUp)
  const second = start()
  await expect(second.opened).rejects.toThrow('is already using')
  expect(await second.ended).toBe(1)
  expect(await first.ask(names)).toEqual([{ name: 'kept' }])
  await first.stop()
}, 120_000)

test('killed during its very first start, nothing half made is left in the way', async () => {
  const dataDir = join(dir, 'data')
  const first = start()
  first.opened.catch(() => 'killed below')
  await appears(dataDir, 'postgres.unfinished')
  await first.kill()
  expect(readdirSync(dataDir)).not.toContain('postgres')

  const second = start()
  expect(await second.opened).toBe('open')
  expect(await second.ask(names)).toEqual([])
  await second.stop()
  expect(readdirSync(dataDir)).toEqual(['postgres'])
}, 120_000)

test('the folder is for its owner only, and its path may be long', async () => {
  const long = join(dir, 'a'.repeat(90), 'data')
  const only = start(long)
  expect(await only.opened).toBe('open')
  expect(statSync(long).mode & 0o777).toBe(0o700)
  await only.stop()
  expect(readdirSync(long)).toEqual(['postgres'])
}, 120_000)

/** Until a name that begins so is in the folder. */
async function appears(folder: string, prefix: string) {
  while (!existsSync(folder) || !readdirSync(folder).some((name) => name.startsWith(prefix))) {
    await new Promise((resolve) => setImmediate(resolve))
  }
}
