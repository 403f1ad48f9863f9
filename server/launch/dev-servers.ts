/**
 * Pages with hot reload and a server that restarts when its code changes, behind one address.
 * PORT is Vite's; the server listens beside it, for Vite only.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createServer } from 'vite'
import { freePort } from './free-port'
import { root } from './root.mjs'

const port = Number(process.env.PORT || 3000)
const page = process.env.PUBLIC_ORIGIN || `http://localhost:${port}`
const api = await freePort()
const server = startServer()

server.once('exit', (code) => process.exit(code ?? 1))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => server.kill('SIGTERM'))
}
whenReady(server, () => {
  startPages().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    server.kill('SIGTERM')
  })
})

function startServer(): ChildProcess {
  const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs')
  const ignored = ['./client/**', './e2e/**', './data/**'].flatMap((path) => ['--exclude', path])
  const watch = [tsx, 'watch', '--clear-screen=false', ...ignored, 'server/main.ts']
  const env = { PORT: String(api), HOST: '127.0.0.1', PUBLIC_ORIGIN: page }
  const child = spawn(process.execPath, [...watch, ...process.argv.slice(2)], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.stdout.pipe(process.stdout)
  return child
}

async function startPages() {
  process.env.API_ORIGIN = `http://127.0.0.1:${api}`
  const vite = await createServer({
    clearScreen: false,
    logLevel: 'warn',
    server: { port, strictPort: true },
  })
  await vite.listen()
  console.log(`Open ${page}: pages reload as you write, and the server restarts by itself.`)
}

/** A page that asks a server which is not there yet shows only faults. */
function whenReady(server: ChildProcess, then: () => void) {
  let said = ''
  const listen = (chunk: Buffer) => {
    said += String(chunk)
    if (!said.includes('Atelier is ready')) return
    server.stdout?.off('data', listen)
    then()
  }
  server.stdout?.on('data', listen)
}
