/** Who may import whom. The map of the house in the README draws the same arrows. */
import { builtinModules } from 'node:module'
import type { Law } from './law'
import { type Import, isTest, type SourceFile } from './source-files'

export const floors = ['client', 'server', 'shared', 'e2e']

/** Folders that serve the nouns and know none of them. */
const services: Record<string, string[]> = {
  shared: ['basics', 'access', 'sync', 'notices'],
  server: ['http', 'access', 'sync', 'threads', 'db', 'storage', 'notices', 'nodes'],
  client: ['shell', 'api', 'sync', 'access', 'offline', 'ui', 'i18n'],
}
/** The builders' own tools: no part of what runs, so they may look at everything. */
const tools = [
  'server/launch',
  'server/laws',
  'server/testing',
  'server/bench',
  'server/breaking',
  'server/demo',
]

const floorOf = (path: string) => path.split('/')[0] ?? ''
export const isIn = (path: string, ...folders: string[]) =>
  folders.some((folder) => path === folder || path.startsWith(`${folder}/`))

type Rank = 'top' | 'noun' | 'service'

/** Null for what stands outside the order: tests and tools. */
function rankOf(path: string): Rank | null {
  if (isTest(path) || isIn(path, ...tools, 'e2e')) return null
  const [floor = '', folder, file] = path.split('/')
  if (file === undefined) return floor === 'shared' || folder === 'env' ? 'service' : 'top'
  if (folder === 'app') return 'top'
  return services[floor]?.includes(folder ?? '') ? 'service' : 'noun'
}

const nounOf = (path: string) =>
  rankOf(path) === 'noun' ? path.split('/').slice(0, 2).join('/') : null

/** A law about single imports: `when` picks the files, `allows` judges each import of them. */
function about(
  name: string,
  when: (path: string) => boolean,
  allows: (found: Import, path: string) => boolean,
): Law {
  const faults = ({ path, imports }: SourceFile) =>
    when(path)
      ? imports.filter((found) => !allows(found, path)).map((found) => `imports ${found.specifier}`)
      : []
  return { name, faults }
}

const isOurs = ({ by }: Import) => by !== 'package'
const isNode = ({ specifier }: Import) =>
  specifier.startsWith('node:') || builtinModules.includes(specifier)
const sqlPackages = ['pg', 'drizzle-orm', '@electric-sql/pglite', '@electric-sql/pglite-socket']
const impure = [
  ...sqlPackages,
  'react',
  'react-dom',
  '@tiptap/react',
  'hono',
  '@hono/node-server',
  'ws',
]
const running = (path: string) => !isTest(path) && !isIn(path, ...tools)

/** What the code of one floor or folder may import of the house. */
const ownHouse = (name: string, folder: string, ...allowed: string[]) =>
  about(
    name,
    (path) => isIn(path, folder) && running(path),
    (found) => !isOurs(found) || isIn(found.target, folder, ...allowed),
  )

/** Every folder may know who a person is: a name and a colour. */
const person = 'shared/people/choices'
/** Below the top all the same: who a person is, and how a screen sits in the shell around it. */
const openToAll = [person, 'client/shell']
const sharedServices = [
  ...['shared/basics', 'shared/access', 'shared/sync', 'shared/refusals'],
  person,
]

export const importLaws: Law[] = [
  about(
    'shared imports no floor, and nothing that needs a page, a process or a database',
    (path) => isIn(path, 'shared') && !isTest(path),
    (found) =>
      isOurs(found)
        ? isIn(found.target, 'shared')
        : !isNode(found) && !impure.includes(found.target),
  ),
  about(
    'nobody imports the server, but the types of client/api, and the end-to-end tests',
    (path) => isIn(path, 'client', 'shared'),
    (found, path) => !isIn(found.target, 'server') || (isIn(path, 'client/api') && found.isType),
  ),
  about(
    'the server imports itself and shared',
    (path) => isIn(path, 'server'),
    (found) => !isOurs(found) || isIn(found.target, 'server', 'shared'),
  ),
  about(
    'the client imports itself, shared, and the server only where the law above allows it',
    (path) => isIn(path, 'client'),
    (found) => !isOurs(found) || isIn(found.target, 'client', 'shared', 'server'),
  ),
  ownHouse(
    'the server’s sync knows no database, no route and no noun',
    'server/sync',
    ...sharedServices,
  ),
  about(
    'sync knows no web framework and no SQL',
    (path) => isIn(path, 'server/sync', 'client/sync', 'shared/sync') && running(path),
    (found) => !['hono', '@hono/node-server', ...sqlPackages].includes(found.target),
  ),
  ownHouse(
    'the design system knows no noun',
    'client/ui',
    'client/i18n',
    'shared/basics',
    'shared/refusals',
    person,
  ),
  about(
    'top imports nouns, nouns import services, and never the other way round',
    (path) => rankOf(path) !== null,
    (found, path) => {
      const order: (Rank | null)[] = ['service', 'noun', 'top']
      const isSameFloor = isOurs(found) && floorOf(found.target) === floorOf(path)
      if (!isSameFloor || openToAll.includes(found.target)) return true
      return order.indexOf(rankOf(path)) >= order.indexOf(rankOf(found.target))
    },
  ),
  about(
    'SQL is only in server/db and in *-queries',
    (path) => running(path) && !isIn(path, 'server/db', 'e2e') && !/-queries\.ts$/.test(path),
    (found) =>
      found.isType ||
      !(sqlPackages.includes(found.target) || /^server\/db\/([a-z]+-)?tables$/.test(found.target)),
  ),
  about(
    'inside a floor by path, across floors by name, never with an extension',
    (path) => floors.includes(floorOf(path)),
    (found, path) => {
      if (found.by === 'package') return true
      const isAcross = floorOf(found.target) !== floorOf(path)
      const hasExtension = /\.tsx?$/.test(found.specifier) && !path.endsWith('.mjs')
      return found.by === (isAcross ? 'floor' : 'path') && !hasExtension
    },
  ),
]

/** Rings of nouns that import each other, each as `a → b → a`. */
export function nounCycles(files: SourceFile[]): string[] {
  const edges = new Map<string, Set<string>>()
  for (const { path, imports } of files) {
    const from = nounOf(path)
    if (from === null) continue
    const targets = imports.filter(isOurs).flatMap((found) => nounOf(found.target) ?? [])
    const others = targets.filter((to) => to !== from && floorOf(to) === floorOf(from))
    edges.set(from, new Set([...(edges.get(from) ?? []), ...others]))
  }
  return [...edges.keys()].flatMap((noun) => ringThrough(noun, edges) ?? [])
}

function ringThrough(start: string, edges: Map<string, Set<string>>): string | null {
  const seen = new Set<string>()
  const search = (noun: string, way: string[]): string[] | null => {
    for (const next of edges.get(noun) ?? []) {
      if (next === start) return [...way, start]
      if (seen.has(next)) continue
      seen.add(next)
      const found = search(next, [...way, next])
      if (found !== null) return found
    }
    return null
  }
  return search(start, [start])?.join(' → ') ?? null
}
