/** Builds the service worker with the pages, and writes into it which files the pages are. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

const worker = 'service-worker.js'

/** @returns {import('vite').Plugin} */
export function serviceWorkerBuild() {
  return {
    name: 'service-worker-build',
    apply: (_, { command, mode }) => command === 'build' && mode === 'production',
    buildStart() {
      const id = join(root, 'client', 'offline', 'service-worker.ts')
      this.emitFile({ type: 'chunk', id, fileName: worker })
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const chunk = bundle[worker]
        if (chunk?.type !== 'chunk') throw new Error('the service worker was not built')
        const files = [
          ...Object.values(bundle)
            .filter(({ fileName }) => fileName !== worker && !fileName.startsWith('.vite/'))
            .map((file) => ({
              path: `/${file.fileName}`,
              bytes: file.type === 'chunk' ? file.code : file.source,
            })),
          ...publicFiles(),
        ].sort((a, b) => (a.path < b.path ? -1 : 1))
        const hash = createHash('sha256')
        for (const { path, bytes } of files) hash.update(path).update(bytes)
        const built = {
          version: hash.digest('hex').slice(0, 16),
          paths: files.map(({ path }) => path),
        }
        chunk.code = `const builtFiles = ${JSON.stringify(built)};\n${chunk.code}`
      },
    },
  }
}

/** What Vite copies as it is. */
function publicFiles() {
  const folder = join(root, 'client', 'public')
  return readdirSync(folder).map((name) => ({
    path: `/${name}`,
    bytes: readFileSync(join(folder, name)),
  }))
}
