/**
 * npm's shell does not pass signals on: whoever ends `npm start` would leave what it started
 * behind, holding the port and the data folder. So we watch for our elders and end ourselves.
 */
import { readFileSync } from 'node:fs'

const everyMs = 250

export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return
  const parent = process.ppid
  const grandparent = parentOf(parent)
  const watch = setInterval(() => {
    if (process.ppid === parent && isRunning(grandparent)) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, everyMs)
  watch.unref()
}

/** npm itself, when a shell stands between it and us; null where the system does not tell. */
function parentOf(pid) {
  if (process.platform !== 'linux') return null
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}

function isRunning(pid) {
  if (pid === null || pid <= 1) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
