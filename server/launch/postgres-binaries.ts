/** Where a Postgres server's programs are on this machine. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export type PostgresBinaries = { dir: string; source: string }

const program = (name: string) => (process.platform === 'win32' ? `${name}.exe` : name)

export const programIn = (dir: string, name: 'initdb' | 'postgres') => join(dir, program(name))

/** Installed ones, the newest first; null when there are none. */
export function installedBinaries(): PostgresBinaries | null {
  const dirs = [...fromPath(), ...fromPgConfig(), ...fromUsualPlaces()]
  const dir = dirs.find(isServer)
  return dir === undefined ? null : { dir, source: dir }
}

const isServer = (dir: string) =>
  existsSync(programIn(dir, 'initdb')) && existsSync(programIn(dir, 'postgres'))

const fromPath = () =>
  (process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':').filter(Boolean)

function fromPgConfig(): string[] {
  try {
    return [execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: 'pipe' }).trim()]
  } catch {
    return [] // Not installed, or a client without a server: other places are looked at next.
  }
}

function fromUsualPlaces(): string[] {
  return [
    ...versionsIn('/usr/lib/postgresql', 'bin'),
    ...versionsIn('/usr/local/opt', 'bin'),
    ...versionsIn('/opt/homebrew/opt', 'bin'),
    ...versionsIn('/Applications/Postgres.app/Contents/Versions', 'bin'),
    ...versionsIn('C:\\Program Files\\PostgreSQL', 'bin'),
    '/usr/pgsql/bin',
    '/usr/local/pgsql/bin',
  ]
}

function versionsIn(dir: string, inside: string): string[] {
  if (!existsSync(dir)) return []
  const newestFirst = (a: string, b: string) => b.localeCompare(a, 'en', { numeric: true })
  return readdirSync(dir)
    .filter((name) => /^(postgresql(@\d+)?|[\d.]+|latest)$/.test(name))
    .sort(newestFirst)
    .map((name) => join(dir, name, inside))
}
