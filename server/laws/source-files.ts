/** The house's own source, read once and parsed: what the laws look at. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync } from 'vite'
import { root } from '../launch/root.mjs'

/** `target` is a path of the house without extension (`client/ui/button`), or a package's name. */
export type Import = {
  specifier: string
  target: string
  isType: boolean
  /** By `import()`, when it is asked for. */
  isLate: boolean
  by: 'path' | 'floor' | 'package'
}

/** Part of a syntax tree. */
export type Node = { type: string; [key: string]: unknown }

/** `path` is relative to the root, with `/` on every system. */
export type SourceFile = { path: string; text: string; imports: Import[]; tree: Node }

const places = ['client', 'server', 'shared', 'e2e', 'vite.config.ts']
const skipped = new Set(['node_modules', 'dist', 'data', 'migrations'])

export function readHouse(): SourceFile[] {
  return pathsIn(places, /\.(ts|tsx|mjs)$/).map((path) =>
    parseFile(path, readFileSync(join(root, path), 'utf8')),
  )
}

function pathsIn(names: readonly string[], wanted: RegExp): string[] {
  return names
    .flatMap((name) => {
      if (!existsSync(join(root, name))) return []
      return /\.\w+$/.test(name) ? [name] : walk(name)
    })
    .filter((path) => wanted.test(path))
}

function walk(dir: string): string[] {
  return readdirSync(join(root, dir), { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return []
    const path = `${dir}/${entry.name}`
    return entry.isDirectory() ? walk(path) : [path]
  })
}

export function parseFile(path: string, text: string): SourceFile {
  const { program, module, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const imports = [
    ...module.staticImports.map((found) => ({
      specifier: found.moduleRequest.value,
      isType: found.entries.length > 0 && found.entries.every((entry) => entry.isType),
      isLate: false,
    })),
    ...module.staticExports.flatMap((found) =>
      found.entries.flatMap((entry) =>
        entry.moduleRequest
          ? [{ specifier: entry.moduleRequest.value, isType: entry.isType, isLate: false }]
          : [],
      ),
    ),
    ...module.dynamicImports.flatMap((found) => {
      const written = text.slice(found.moduleRequest.start, found.moduleRequest.end)
      const specifier = /^['"`]([^$]*)['"`]$/.exec(written)?.[1]
      return specifier === undefined ? [] : [{ specifier, isType: false, isLate: true }]
    }),
  ].map((found) => ({ ...found, ...targetOf(path, found.specifier) }))
  return { path, text, imports, tree: program as unknown as Node }
}

function targetOf(from: string, specifier: string): Pick<Import, 'target' | 'by'> {
  if (specifier.startsWith('.')) {
    const target = posix.join(posix.dirname(from), specifier)
    return { target: target.replace(/\.(ts|tsx|mjs|css|json)$/, ''), by: 'path' }
  }
  const [scope = '', name] = specifier.split('/')
  if (scope === '@atelier') return { target: specifier.slice('@atelier/'.length), by: 'floor' }
  const isScoped = scope.startsWith('@') && name !== undefined
  return { target: isScoped ? `${scope}/${name}` : scope, by: 'package' }
}

/** Every part of a tree, outer ones first. */
export function* nodesOf(tree: unknown): Generator<Node> {
  if (Array.isArray(tree)) {
    for (const item of tree) yield* nodesOf(item)
    return
  }
  if (typeof tree !== 'object' || tree === null) return
  if ('type' in tree && typeof tree.type === 'string') yield tree as Node
  for (const value of Object.values(tree)) yield* nodesOf(value)
}

/** Tests, and what only tests are made of. */
export const isTest = (path: string) =>
  /\.(test|spec)\.tsx?$|\/(fuzz|[\w-]+-contract)\.ts$/.test(path)
