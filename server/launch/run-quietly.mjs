/** Runs a command, says that it runs and for how long, and shows its output only when it fails. */
import { spawn } from 'node:child_process'
import { root } from './root.mjs'
import { showProgress } from './show-progress.mjs'

/** Commands still running, to be ended when this process is. */
const running = new Set()

/**
 * Resolves with `{ code, output, seconds }`; never rejects for a command that fails.
 * `label` is what is being done, such as "1/3 Installing the packages".
 */
export async function runQuietly(label, command, args, options = {}) {
  const progress = showProgress(label)
  const result = await capture(command, args, options)
  progress.end()
  return { ...result, seconds: progress.seconds() }
}

function capture(command, args, { env = process.env } = {}) {
  return new Promise((resolve) => {
    // npx and its like are batch files on Windows, which only a shell can start.
    const shell = process.platform === 'win32' && !command.endsWith('.exe')
    const child = spawn(command, args, { cwd: root, env, shell, stdio: ['ignore', 'pipe', 'pipe'] })
    running.add(child)
    let output = ''
    const collect = (chunk) => {
      output += chunk
    }
    child.stdout.setEncoding('utf8').on('data', collect)
    child.stderr.setEncoding('utf8').on('data', collect)
    child.once('error', (error) => {
      running.delete(child)
      resolve({ code: 1, output: `${command} could not be started: ${error.message}` })
    })
    child.once('close', (code) => {
      running.delete(child)
      resolve({ code: code ?? 1, output })
    })
  })
}

export function endRunning(signal = 'SIGTERM') {
  for (const child of running) child.kill(signal)
}
