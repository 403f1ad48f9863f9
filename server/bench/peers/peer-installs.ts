/** Other people's servers, installed by npm into a folder of their own, outside the lock file. */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../../launch/root.mjs'

export type PeerInstall = { name: string; packages: string[] }

/** 0.1.5 asks for ranges which resolve to pre-releases that do not fit together: pinned to ones that do. */
export const yWebsocketServers: PeerInstall[] = [
  { name: '@y/websocket-server 0.1.1', packages: ['@y/websocket-server@0.1.1', 'yjs@13.6.33'] },
  {
    name: '@y/websocket-server 0.1.5',
    packages: ['@y/websocket-server@0.1.5', '@y/protocols@1.0.6-1', '@y/y@14.0.0-16'],
  },
]

const hocuspocus = (version: string) => [
  `@hocuspocus/server@${version}`,
  `@hocuspocus/extension-redis@${version}`,
]
const beside = ['yjs@13.6.33', 'y-protocols@1.0.7', 'pg@8.23.1']

/** Where the npm package `node` keeps the program for this machine: it is what its install script fetches. */
const system = process.platform === 'win32' ? 'win' : process.platform
const nodePackage = `node-${system}-${process.arch}`

export const hocuspocusServers: (PeerInstall & { ownNode: boolean })[] = [
  { name: 'Hocuspocus 3.4.4', packages: [...hocuspocus('3.4.4'), ...beside], ownNode: false },
  {
    name: 'Hocuspocus 4.7.0',
    packages: [...hocuspocus('4.7.0'), ...beside, `${nodePackage}@22.23.3`],
    ownNode: true,
  },
]

/** The program of a peer that wants a newer Node than ours. */
export const ownNodeIn = (folder: string) =>
  join(folder, 'node_modules', nodePackage, 'bin', system === 'win' ? 'node.exe' : 'node')

/** The folder it stands in, installing what is missing; the error names what could not be had. */
export async function installPeer({ packages }: PeerInstall): Promise<string> {
  const folder = join(
    root,
    '.cache',
    'bench-peers',
    (packages[0] ?? '').replace(/[^a-z0-9.]+/g, '-'),
  )
  const done = join(folder, 'installed')
  const list = `${packages.join('\n')}\n`
  if (existsSync(done) && readFileSync(done, 'utf8') === list) return folder
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--save-exact']
  await promisify(execFile)('npm', ['install', ...quiet, ...packages], { cwd: folder })
  writeFileSync(done, list)
  return folder
}
