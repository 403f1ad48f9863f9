/** The pages, built when what they are made from has changed. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint, isStamped, stamp, unstamp } from './fingerprint.mjs'
import { root } from './root.mjs'
import { runQuietly } from './run-quietly.mjs'

const inputs = [
  ...['client', 'shared', 'vite.config.ts', 'pnpm-lock.yaml'],
  ...['chunk-plan', 'fewer-chunks', 'service-worker-build'].map(
    (file) => `server/launch/${file}.mjs`,
  ),
]
const viteCommand = join(root, 'node_modules', 'vite', 'bin', 'vite.js')

export function clientBuild() {
  const print = fingerprint(inputs, process.version)
  const whole = existsSync(join(root, 'client', 'dist', 'index.html')) && isStamped('built', print)
  return { needed: !whole, run: (label) => build(label, print) }
}

async function build(label, print) {
  unstamp('built')
  const args = [viteCommand, 'build', '--logLevel', 'warn']
  const { code, output, seconds } = await runQuietly(label, process.execPath, args)
  if (code === 0) stamp('built', print)
  return { ok: code === 0, output, seconds }
}
