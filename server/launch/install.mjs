/** The packages of all floors, installed when what they are listed in has changed. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint, isStamped, stamp, unstamp } from './fingerprint.mjs'
import { root } from './root.mjs'
import { runQuietly } from './run-quietly.mjs'

const floors = ['client', 'server', 'shared', 'e2e']
const lists = [
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'package.json',
  ...floors.map((floor) => `${floor}/package.json`),
]
const pnpm = 'pnpm@12.21.0'

export function installation() {
  const print = fingerprint(lists, `${process.version} ${process.platform} ${process.arch}`)
  const whole = existsSync(join(root, 'node_modules', 'tsx')) && isStamped('installed', print)
  return { needed: !whole, run: (label) => install(label, print) }
}

async function install(label, print) {
  unstamp('installed')
  const args = ['-y', pnpm, 'install', '--frozen-lockfile']
  const { code, output, seconds } = await runQuietly(label, 'npx', args, { env: unattended() })
  if (code === 0) stamp('installed', print)
  return { ok: code === 0, output, seconds }
}

/** Nobody is there to answer a question, and the tools are needed in production too. */
function unattended() {
  const { NODE_ENV, ...env } = process.env
  return { ...env, CI: 'true' }
}
