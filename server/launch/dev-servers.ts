/**
 * Pages with hot reload and a server that restarts when its code changes, behind one address.
 * PORT is Vite's; the server listens beside it, for Vite only.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { viteCommand } from './build-client.mjs'
import { freePort } from './free-port'
import { root } from './root.mjs'

const port = process.env.PORT || '3000'
const page = process.env.PUBLIC_ORIGIN || `http://localhost:${port}`
const api = await freePort()
const children: ChildProcess[] = []
let ending = false

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => endAll(0))
whenReady(startServer(), () => {
  startPages()
  console.log(`Open ${page}: pages reload as you write, and the server restarts by itself.`)
})

function startServer(): ChildProcess {
  const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs')
  const ignored = ['./client/**', './e2e/**', './data/**'].flatMap((path) => ['--exclude', path])
  const watch = ['watch', '--clear-screen=false', ...ignored, 'server/main.ts']
  const env = { PORT: String(api), HOST: '127.0.0.1', PUBLIC_ORIGIN: page }
  return run(tsx, [...watch, ...process.argv.slice(2)], env)
}

function startPages() {
  const args = ['--port', port, '--strictPort', '--clearScreen', 'false', '--logLevel', 'warn']
  run(viteCommand, args, { API_ORIGIN: `http://127.0.0.1:${api}` })
}

function run(script: string, args: string[], env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.stdout.pipe(process.stdout)
  child.once('exit', (code) => endAll(code ?? 1))
  children.push(child)
  return child
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

/** One without the other is of no use. */
function endAll(code: number) {
  if (ending) return
  ending = true
  process.exitCode = code
  for (const child of children) child.kill('SIGTERM')
}
