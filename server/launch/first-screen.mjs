/** How much script a first visit loads before anything can be seen. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from './root.mjs'

const limitKb = 200
/** What a first visit is shown without asking, though it comes in files of its own. */
const shownAtOnce = ['people/sign-in-screen.tsx', 'ui/toasts.tsx']
/** An entry of its own that nothing waits for. */
const workers = ['offline/service-worker.ts']
const dist = join(root, 'client', 'dist')

/** Of the built pages: entry, door and all they import at once; what is loaded on demand does not count. */
export function firstScreen() {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'))
  const files = firstFiles(manifest, shownAtOnce).filter((file) => file.endsWith('.js'))
  const kb = files.reduce((sum, file) => sum + gzipped(join(dist, file)), 0) / 1000
  const words = `first screen ${kb.toFixed(0)} kB of script, gzipped; ${limitKb} kB allowed`
  return { kb, fits: kb <= limitKb, words }
}

/**
 * @param {Record<string, { file: string, isEntry?: boolean, imports?: string[] }>} manifest
 * @param {string[]} shown modules that count although they are loaded by themselves
 */
export function firstFiles(manifest, shown) {
  /** @type {Set<string>} */
  const seen = new Set()
  const visit = (/** @type {string} */ key) => {
    if (seen.has(key)) return
    seen.add(key)
    for (const imported of manifest[key]?.imports ?? []) visit(imported)
  }
  for (const [key, chunk] of Object.entries(manifest)) {
    if (chunk.isEntry && !workers.includes(key)) visit(key)
  }
  for (const key of shown) {
    if (!manifest[key]) throw new Error(`${key} is not built by that name`)
    visit(key)
  }
  return [...seen].flatMap((key) => manifest[key]?.file ?? [])
}

const gzipped = (/** @type {string} */ path) =>
  gzipSync(readFileSync(path), { level: 9 }).byteLength
