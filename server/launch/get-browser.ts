/** Finds a browser that really starts, and fetches one where none does. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from '@playwright/test'
import { type Browser, installedBrowsers, playwrightsOwn, systemBrowsers } from './find-browser'

const run = promisify(execFile)
const help = [
  'Install one (Debian: apt-get install chromium; or: npx playwright install --with-deps chromium),',
  'or name one: CHROMIUM_PATH=/path/to/chrome.',
].join('\n')

type Way = { name: string; browsers: () => Promise<Browser[]> | Browser[] }

const ways: Way[] = [
  { name: 'installed', browsers: installedBrowsers },
  { name: 'download', browsers: download },
  { name: 'apt', browsers: installWithApt },
]

/**
 * Resolves with the first browser that starts: an installed one, Playwright's download, one from
 * apt. TEST_BROWSER names the only way to try. CHROMIUM_PATH, when set, is the only candidate.
 */
export async function getBrowser(): Promise<Browser> {
  const faults: string[] = []
  for (const way of ways.filter(isWanted)) {
    for (const browser of await candidates(way, faults)) {
      const fault = await faultOf(browser)
      if (fault === null) return browser
      faults.push(`${browser.source}: ${fault}`)
    }
  }
  throw new Error(`No Chromium could be had for the tests.\n${help}\n${faults.join('\n')}`)
}

function isWanted(way: Way): boolean {
  if (process.env.CHROMIUM_PATH) return way.name === 'installed'
  return !process.env.TEST_BROWSER || process.env.TEST_BROWSER === way.name
}

async function candidates(way: Way, faults: string[]): Promise<Browser[]> {
  try {
    return await way.browsers()
  } catch (error) {
    faults.push(`${way.name}: ${firstLines(error)}`)
    return []
  }
}

async function faultOf({ path }: Browser): Promise<string | null> {
  try {
    const browser = await chromium.launch(path === undefined ? {} : { executablePath: path })
    await browser.close()
    return null
  } catch (error) {
    return firstLines(error)
  }
}

const firstLines = (error: unknown) => String(error).split('\n').slice(0, 3).join(' ').slice(0, 300)

async function download(): Promise<Browser[]> {
  const cli = join(
    dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')),
    'cli.js',
  )
  const withLibraries = mayUseApt() ? ['--with-deps'] : []
  await run(process.execPath, [cli, 'install', ...withLibraries, 'chromium'])
  return [playwrightsOwn]
}

async function installWithApt(): Promise<Browser[]> {
  if (!mayUseApt()) return []
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update'], { env })
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env })
  return systemBrowsers().map((path) => ({ path, source: `${path}, from apt-get` }))
}

const mayUseApt = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
