/** The server as whoever hosts it meets it: a process with settings, words and an end. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

let dir: string
let children: ChildProcess[]
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'main-'))
  children = []
})
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(dir, { recursive: true, force: true })
})

function start(settings: Record<string, string>) {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    env: { PORT: '0', HOST: '127.0.0.1', DATA_DIR: join(dir, 'data'), ...settings },
  })
  children.push(child)
  let said = ''
  const ended = new Promise<{ code: number | null; said: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, said }))
  })
  const address = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk
        const ready = /^Atelier is ready at (\S+)$/m.exec(said)?.[1]
        if (ready) resolve(ready)
      })
    }
  })
  return { child, ended, address, said: () => said }
}

test('wrong settings are all named, and nothing is started', async () => {
  const { ended } = start({ PORT: 'eighty', PUBLIC_ORIGIN: 'atelier.example/' })
  const { code, said } = await ended
  expect(code).toBe(1)
  expect(said).toContain('PORT:')
  expect(said).toContain('PUBLIC_ORIGIN:')
  expect(said).not.toContain('eighty')
  expect(existsSync(join(dir, 'data'))).toBe(false)
}, 60_000)

test('a database server that is not there is named in a sentence', async () => {
  const { ended } = start({ DATABASE_URL: 'postgres://ana:secret@127.0.0.1:1/atelier' })
  const { code, said } = await ended
  expect(code).toBe(1)
  expect(said).toMatch(/^The database of DATABASE_URL cannot be used: .*ECONNREFUSED/)
  expect(said).not.toContain('secret')
}, 60_000)

test('it starts on an empty folder, keeps others out, and ends in order', async () => {
  const first = start({})
  const address = await first.address
  expect(await (await fetch(`${address}/readyz`)).text()).toBe('ready')
  expect(await (await fetch(`${address}/api/session`)).json()).toEqual({ state: 'first-run' })
  expect(first.said()).not.toContain('set-up')

  const second = await start({}).ended
  expect(second).toMatchObject({ code: 1, said: expect.stringContaining('is already using') })

  first.child.kill('SIGTERM')
  expect((await first.ended).code).toBe(0)
  expect(readdirSync(join(dir, 'data'))).toEqual(['postgres'])
}, 120_000)

test('a server that others can reach is set up by the link it prints, and by nothing else', async () => {
  const { address, said } = start({ HOST: '0.0.0.0', TRUST_PROXY: 'true' })
  const origin = await address
  await expect.poll(said).toMatch(/set-up\?code=\S+\n/)
  const code = /^ {2}http:\S+\/set-up\?code=(\S+)$/m.exec(said())?.[1]
  const setUp = async (change: object) => {
    const { status } = await fetch(`${origin}/api/setup`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ workspace: 'Fjord Works', organisation: 'Fjord', name: 'Grete' },
        ...{ email: 'grete@fjord.example', password: 'a long enough sentence', language: 'en' },
        ...change,
      }),
    })
    return status
  }
  expect(await setUp({})).toBe(400)
  expect(await setUp({ code })).toBe(201)
  expect(await setUp({ code })).toBe(409)
}, 120_000)
