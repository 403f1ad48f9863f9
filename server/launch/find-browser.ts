/** A Chromium for the tests that need a real browser. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** `path` undefined is Playwright's own choice: what it downloaded. */
export type Browser = { path: string | undefined; source: string }

/** What is there already, best first: the one named, Playwright's own, the system's. */
export function installedBrowsers(): Browser[] {
  const named = process.env.CHROMIUM_PATH
  if (named) return [{ path: named, source: 'CHROMIUM_PATH' }]
  const own = existsSync(chromium.executablePath()) ? [playwrightsOwn] : []
  return [...own, ...systemBrowsers().map((path) => ({ path, source: path }))]
}

export const playwrightsOwn: Browser = { path: undefined, source: "Playwright's own Chromium" }

export function systemBrowsers(): string[] {
  const dirs = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const inPath = names.flatMap((name) => dirs.map((dir) => join(dir, name)))
  return [...inPath, ...places].filter((path) => existsSync(path))
}
