/**
 * Pictures of the example workspace, to look at: every screen below, light and dark, wide and
 * narrow, in English and German.
 *
 *   node --import tsx e2e/take-screenshots.ts <folder> [words in a file's name …]
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DemoPersonKey } from '@atelier/server/demo/demo-people'
import { installedBrowsers } from '@atelier/server/launch/find-browser'
import { throwawayPostgres } from '@atelier/server/launch/throwaway-postgres'
import { must } from '@atelier/shared/basics/must'
import { type Browser, chromium, type Page } from '@playwright/test'
import { findDemoPlaces } from './demo-places'
import { type House, openHouse } from './house'
import { go, type Places, screens } from './screens'

const [folder = 'screenshots', ...wanted] = process.argv.slice(2)
const sizes = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } }
const shown = [
  'home',
  'project',
  'project members',
  'doc',
  'board',
  'card',
  'palette',
  'new project',
]
const settings = ['settings profile', 'settings people', 'settings access', 'not found']

type Shot = { name: string; open(page: Page): Promise<void> }
type Look = { language: 'en' | 'de'; colorScheme: 'light' | 'dark'; size: keyof typeof sizes }

async function main() {
  mkdirSync(folder, { recursive: true })
  const postgres = await throwawayPostgres()
  process.env.TEST_DATABASE_URL = postgres.url
  const browser = await chromium.launch({ executablePath: installedBrowsers()[0]?.path })
  const house = await openHouse()
  try {
    await takeInside(browser, house)
    await takeOutside(browser, house)
  } finally {
    await house.close()
    await browser.close()
    await postgres.stop()
  }
}

async function takeInside(browser: Browser, house: House) {
  const page = await comeIn(browser, house, 'tomasz')
  const places = await findDemoPlaces(page)
  await sitDownBeside(browser, house, places)
  const inside = [...shown, ...settings].map((name): Shot => {
    const screen = must(
      screens.find((one) => one.name === name),
      name,
    )
    return { name, open: (shown) => screen.open(shown, places) }
  })
  for (const language of ['en', 'de'] as const) {
    const change = { data: { language }, headers: { origin: house.origin } }
    await page.request.patch('/api/me', change)
    await takeAll(page, language, inside)
  }
}

async function takeOutside(browser: Browser, house: House) {
  const link = await invite(browser, house)
  const empty = await openHouse([])
  for (const language of ['en', 'de'] as const) {
    const doors = { house, shots: [door('sign-in', '/sign-in'), door('join', link)] }
    const first = { house: empty, shots: [door('first visit', '/set-up')] }
    for (const { house: at, shots } of [doors, first]) {
      const context = await browser.newContext({ baseURL: at.origin, locale: language, ...quiet })
      await takeAll(await context.newPage(), language, shots)
      await context.close()
    }
  }
  await empty.close()
}

const quiet = { reducedMotion: 'reduce' } as const
const door = (name: string, path: string): Shot => ({ name, open: (page) => go(page, path) })

async function takeAll(page: Page, language: Look['language'], shots: Shot[]) {
  for (const shot of shots)
    for (const size of ['wide', 'narrow'] as const)
      for (const colorScheme of ['light', 'dark'] as const)
        await take(page, shot, { language, size, colorScheme })
}

async function take(page: Page, { name, open }: Shot, { language, size, colorScheme }: Look) {
  const file = `${name.replaceAll(' ', '-')}-${colorScheme}-${size}-${language}.png`
  if (!wanted.every((word) => file.includes(word))) return
  await page.setViewportSize(sizes[size])
  await page.emulateMedia({ colorScheme })
  await open(page)
  await page.screenshot({ path: join(folder, file) })
  console.log(file)
}

async function comeIn(browser: Browser, house: House, key: DemoPersonKey): Promise<Page> {
  const context = await browser.newContext({ baseURL: house.origin, ...quiet })
  const { id } = await house.demoPerson(key)
  await context.addCookies([await house.signIn(id)])
  return context.newPage()
}

/** Others are at work in the same rooms. */
async function sitDownBeside(browser: Browser, house: House, { doc, board }: Places) {
  for (const [key, words] of [
    ['jonas', 0],
    ['mei', 1],
  ] as const) {
    const page = await comeIn(browser, house, key)
    await page.goto(`/docs/${doc}`)
    await page.locator('.ProseMirror > p').nth(words).click()
  }
  const amara = await comeIn(browser, house, 'amara')
  await amara.goto(`/boards/${board}`)
  await amara.locator('.board-cards .board-card').nth(2).click()
}

/** The link of an invitation to the example workspace. */
async function invite(browser: Browser, house: House): Promise<string> {
  const { request } = await comeIn(browser, house, 'tomasz')
  const { me } = await (await request.get('/api/session')).json()
  const wish = { note: '', role: 'member', days: 14, uses: null, project: null }
  const made = await request.post('/api/invitations', {
    data: { ...wish, organisationId: me.organisationId },
    headers: { origin: house.origin },
  })
  return `/join/${(await made.json()).token}`
}

await main()
