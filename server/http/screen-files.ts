/** What a screen loads, told with the page itself: so that a browser asks for all of it at once, and not one after the other. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

type Chunk = { file: string; imports?: string[]; css?: string[]; isEntry?: boolean }
export type Manifest = Record<string, Chunk>

/** Those that take longest to open; by the modules they are asked for by. */
const screens = [
  { at: /^\/boards\/[^/]+\/?$/, modules: ['boards/board-screen.tsx', 'sync/open-room-ahead.ts'] },
  { at: /^\/docs\/[^/]+\/?$/, modules: ['docs/doc-screen.tsx', 'sync/open-room-ahead.ts'] },
]

/** The number of the screen at an address; -1 for any other. */
export const screenAt = (path: string): number => screens.findIndex(({ at }) => at.test(path))

/** The page once for each of these screens, in their order. */
export const pagesOf = (page: string, manifest: Manifest): string[] =>
  screens.map(({ modules }) => page.replace('</head>', `${tags(manifest, modules)}</head>`))

/** Null where the pages were built without one. */
export async function readManifest(dir: string): Promise<Manifest | null> {
  try {
    return JSON.parse(await readFile(join(dir, '.vite', 'manifest.json'), 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

function tags(manifest: Manifest, modules: readonly string[]): string {
  const known = loadedWith(
    manifest,
    Object.keys(manifest).filter((key) => manifest[key]?.isEntry),
  )
  const chunks = [...loadedWith(manifest, modules)]
    .filter((key) => !known.has(key))
    .flatMap((key) => manifest[key] ?? [])
  const styles = new Set(chunks.flatMap(({ css = [] }) => css))
  return [
    ...chunks.map(({ file }) => `<link rel="modulepreload" crossorigin href="/${file}">`),
    ...[...styles].map((file) => `<link rel="preload" as="style" crossorigin href="/${file}">`),
  ].join('')
}

/** These and all they import at once. */
function loadedWith(manifest: Manifest, keys: readonly string[]): Set<string> {
  const seen = new Set<string>()
  const visit = (key: string) => {
    if (seen.has(key) || !manifest[key]) return
    seen.add(key)
    for (const imported of manifest[key].imports ?? []) visit(imported)
  }
  for (const key of keys) visit(key)
  return seen
}
