/** Whether something was made from exactly these files, told by a hash kept beside the packages. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './root.mjs'

const skipped = new Set(['node_modules', 'dist', 'data'])

/** `paths` are files or folders, relative to the root; `more` is anything else that matters. */
export function fingerprint(paths, more = '') {
  const hash = createHash('sha256').update(more)
  for (const path of paths) addTo(hash, path)
  return hash.digest('hex')
}

function addTo(hash, path) {
  const full = join(root, path)
  const names = namesIn(full)
  if (names === null) {
    hash.update(`\0${path}\0`).update(readFileSync(full))
    return
  }
  for (const name of names.sort()) if (!skipped.has(name)) addTo(hash, `${path}/${name}`)
}

/** Null for a file. */
function namesIn(path) {
  try {
    return readdirSync(path)
  } catch (error) {
    if (error.code === 'ENOTDIR') return null
    throw error
  }
}

const stampOf = (name) => join(root, 'node_modules', '.atelier', name)

export function isStamped(name, print) {
  const path = stampOf(name)
  return existsSync(path) && readFileSync(path, 'utf8') === print
}

export function stamp(name, print) {
  const path = stampOf(name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, print)
}

/** Before making it anew, so that a half made one is never taken for whole. */
export function unstamp(name) {
  rmSync(stampOf(name), { force: true })
}
