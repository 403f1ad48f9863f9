/** The commands a newcomer types, as processes among others. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '@atelier/server/launch/free-port'
import { expect, test } from '@playwright/test'

const root = fileURLToPath(new URL('..', import.meta.url))
/** `gone` when all that npm has started is, too: whoever is left holds what it speaks through. */
const started: { npm: ChildProcess; gone: Promise<unknown> }[] = []
// Whole programs start here, several at a time on a busy machine.
test.describe.configure({ timeout: 180_000 })

let dataDir: string
let port: number

test.beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'atelier-start-'))
  port = await freePort()
})

test.afterEach(async () => {
  for (const { npm, gone } of started.splice(0)) {
    npm.kill('SIGKILL')
    await gone
  }
  expect(await isListening(port)).toBe(false)
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
})

for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
  test(`npm start leaves nothing behind when npm is ended by ${signal}`, async () => {
    const npm = run('start')
    await expect.poll(npm.said, { timeout: 60_000 }).toContain('Atelier is ready at')
    npm.process.kill(signal)
    await npm.gone
    expect(await isListening(port)).toBe(false)

    const again = run('start')
    await expect.poll(again.said, { timeout: 60_000 }).toContain('Atelier is ready at')
  })
}

test('npm start says so in a sentence when the port is taken', async () => {
  const first = run('start')
  await expect.poll(first.said, { timeout: 60_000 }).toContain('Atelier is ready at')
  const second = run('start', { DATA_DIR: join(dataDir, 'second') })
  await expect.poll(second.said, { timeout: 60_000 }).toContain(`Port ${port} is already taken.`)
})

test('npm start says so in a sentence when the data folder is in use', async () => {
  const first = run('start')
  await expect.poll(first.said, { timeout: 60_000 }).toContain('Atelier is ready at')
  const second = run('start', { PORT: String(await freePort()) })
  await expect.poll(second.said, { timeout: 60_000 }).toContain('is already using')
})

test('npm run dev shows pages and answers for the server at one address', async ({ request }) => {
  const dev = run('dev')
  await expect.poll(dev.said, { timeout: 60_000 }).toContain(`Open http://localhost:${port}`)
  const page = await request.get(`http://localhost:${port}/`, { headers: { accept: 'text/html' } })
  expect(await page.text()).toContain('/@vite/client')
  const session = await request.get(`http://localhost:${port}/api/session`)
  expect(await session.json()).toEqual({ state: 'first-run' })
})

function run(script: 'start' | 'dev', env: Record<string, string> = {}) {
  const settings = { PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: '', PUBLIC_ORIGIN: '' }
  const child = spawn('npm', ['run', script], {
    cwd: root,
    env: { ...process.env, ...settings, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const gone = once(child, 'close')
  started.push({ npm: child, gone })
  let said = ''
  const hear = (chunk: string) => {
    said += chunk
  }
  child.stdout.setEncoding('utf8').on('data', hear)
  child.stderr.setEncoding('utf8').on('data', hear)
  return { process: child, gone, said: () => said }
}

function isListening(on: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(on, '127.0.0.1')
    const say = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => say(true))
    socket.once('error', () => say(false))
  })
}
