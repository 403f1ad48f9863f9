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

run(
  join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs'),
  [
    ...['watch', '--clear-screen=false', '--exclude', './client/**', '--exclude', './data/**'],
    ...['server/main.ts', ...process.argv.slice(2)],
  ],
  { PORT: String(api), HOST: '127.0.0.1', PUBLIC_ORIGIN: page },
)
run(viteCommand, ['--port', port, '--strictPort', '--clearScreen', 'false'], {
  API_ORIGIN: `http://127.0.0.1:${api}`,
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => endAll(0))
console.log(`Open ${page}: pages reload as you write, and the server restarts by itself.`)

function run(script: string, args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  child.once('exit', (code) => endAll(code ?? 1))
  children.push(child)
}

/** One without the other is of no use. */
function endAll(code: number) {
  if (ending) return
  ending = true
  process.exitCode = code
  for (const child of children) child.kill('SIGTERM')
}
