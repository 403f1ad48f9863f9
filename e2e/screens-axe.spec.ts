import { readdirSync, readFileSync } from 'node:fs'
import {
  makeBoard,
  makeDoc,
  makeInvitation,
  makePerson,
  makeProject,
  makeThread,
} from '@atelier/server/testing/make'
import { makeEntry } from '@atelier/server/testing/make-journal'
import { makeTraining, writtenWeek } from '@atelier/server/testing/make-training'
import { must } from '@atelier/shared/basics/must'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { findDemoPlaces } from './demo-places'
import { test as base } from './fixtures'
import { type House, openHouse } from './house'
import { go, type Places, screens } from './screens'

type Looked = { page: Page; places: Places }

/** Where things are in a house is found once: nothing that only looks puts them elsewhere. */
const placesIn = new WeakMap<House, Places>()

const test = base.extend<{ looked: Looked; outside: Page }>({
  /** Somebody who sees every screen, with something on each of them. */
  looked: async ({ house, comeIn }, use) => {
    const { page } = await comeIn(await house.demoPerson('tomasz'))
    const places = placesIn.get(house) ?? (await findDemoPlaces(page))
    placesIn.set(house, places)
    await use({ page, places })
  },
  /** Somebody who is not signed in. */
  outside: async ({ house, browser }, use) => {
    const context = await browser.newContext({ baseURL: house.origin })
    await use(await context.newPage())
    await context.close()
  },
})

test.describe.configure({ mode: 'parallel' })

for (const screen of screens) {
  test(`${screen.name}: axe finds nothing, in both themes, wide and narrow`, async ({ looked }) => {
    await lookAt(looked.page, () => screen.open(looked.page, looked.places))
  })
}

test('the menu of a phone: axe finds nothing in both themes', async ({ looked: { page } }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await go(page, '/')
  await page.getByRole('button', { name: 'Menu' }).click()
  await expect(page.getByRole('dialog', { name: 'Menu' })).toBeVisible()
  await inBothThemes(page)
})

test('sign-in: axe finds nothing, in both themes, wide and narrow', ({ outside }) =>
  lookAt(outside, () => go(outside, '/sign-in')))

test('an invitation: axe finds nothing, in both themes, wide and narrow', async ({
  house,
  workspace,
  outside,
}) => {
  const { token } = await makeInvitation(house.db, workspace)
  await lookAt(outside, () => go(outside, `/join/${token}`))
})

test('an invitation of no use: axe finds nothing, in both themes, wide and narrow', ({ outside }) =>
  lookAt(outside, () => go(outside, '/join/of-no-use')))

test('the first visit: axe finds nothing, in both themes, wide and narrow', async ({ browser }) => {
  const house = await openHouse([])
  const context = await browser.newContext({ baseURL: house.origin })
  const page = await context.newPage()
  await lookAt(page, () => go(page, '/set-up'))
  await context.close()
  await house.close()
})

test('every screen speaks German, without a word of English and without a missing one', async ({
  house,
  workspace,
  comeIn,
}) => {
  test.slow()
  const { owner } = workspace
  const project = await makeProject(house.db, owner, { title: 'Weniger Ausschuss' })
  const doc = await makeDoc(house.db, project, owner, 'Mitschrift')
  await makeThread(house.db, doc, owner, 'Wer misst?')
  const board = await makeBoard(house.db, project, owner, {
    title: 'Werkbrett',
    columns: ['Zu tun', 'Fertig'],
    cards: [{ title: 'Messen', column: 'Zu tun', due: '2030-01-31', assignee: owner.id }],
  })
  const { page } = await comeIn(owner)
  const change = { data: { language: 'de' }, headers: { origin: house.origin } }
  expect((await page.request.patch('/api/me', change)).status()).toBe(200)
  await page.goto(`/boards/${board.id}`)
  const card = await page.locator('.board-cards .board-card').getAttribute('data-key')
  const entry = (await makeEntry(house.db, owner, null)).id
  const apprentice = await makePerson(house.db, workspace)
  const { record } = await makeTraining(house.db, workspace, { apprentice, trainer: owner })
  const places = {
    ...{ project: project.id, doc: doc.id, board: board.id, card: must(card, 'card') },
    ...{ entry, record, week: writtenWeek },
  }
  for (const screen of screens) {
    await screen.open(page, places)
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    const words = await page.evaluate(wordsOnScreen)
    expect.soft(words.filter(isEnglish), `English on ${screen.name}`).toEqual([])
    expect.soft(words.filter(isKey), `missing on ${screen.name}`).toEqual([])
  }
})

/** Wide, then narrow, in both themes; nothing is wider than a small phone, and only the screen scrolls, not the page. */
async function lookAt(page: Page, open: () => Promise<void>) {
  await page.setViewportSize({ width: 1440, height: 900 })
  await open()
  await inBothThemes(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await open()
  await inBothThemes(page)
  for (const width of [390, 360]) {
    await page.setViewportSize({ width, height: 780 })
    // What floats is placed anew in the frame after the window has changed.
    await expect.poll(() => page.evaluate(moreThanTheScreen), `at ${width} px`).toEqual([])
  }
}

/** Themes differ in colours only, so the second is asked about colours only. */
async function inBothThemes(page: Page) {
  const isWide = (page.viewportSize()?.width ?? 0) > 1000
  const [first, second] = isWide ? (['light', 'dark'] as const) : (['dark', 'light'] as const)
  await page.emulateMedia({ colorScheme: first })
  await axeFindsNothing(page, axeOf(page).withTags(tags), `${first}, wide: ${isWide}`)
  await page.emulateMedia({ colorScheme: second })
  const colours = axeOf(page).withRules(['color-contrast', 'link-in-text-block'])
  await axeFindsNothing(page, colours, `${second}, wide: ${isWide}`)
}

/** Without frames, which no page has, and without a list of all that is well: half the time. */
const axeOf = (page: Page) =>
  new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function axeFindsNothing(page: Page, axe: AxeBuilder, where: string) {
  const { violations } = await axe.analyze()
  const found: string[] = []
  for (const { id, nodes } of violations)
    for (const { html, target } of nodes)
      if (!(await page.locator(String(target[0])).evaluate(isFineAllTheSame, id)))
        found.push(`${id}: ${html}`)
  expect.soft(found, where).toEqual([])
}

/**
 * Runs in the browser. Two things axe cannot see: that a caret, or the arrow keys of a field that
 * names the list it controls, scroll; and that what lies beside the dialog in a popover only
 * closes it.
 */
function isFineAllTheSame(found: Element, rule: string): boolean {
  if (rule === 'region') return found.querySelector('[role="dialog"]') !== null
  if (rule !== 'scrollable-region-focusable') return false
  const field = document.querySelector(`[aria-controls~="${found.id}"]`)
  return (found as HTMLElement).isContentEditable || field !== null
}

/** Runs in the browser. */
function moreThanTheScreen(): string[] {
  const page = document.documentElement
  const frames = [page, document.body, document.querySelector('main')]
  const wide = frames
    .filter((frame) => frame && frame.scrollWidth > Math.min(frame.clientWidth, innerWidth))
    .map((frame) => `${frame?.tagName} ${frame?.scrollWidth}`)
  const isInShell = document.querySelector('#main') !== null
  const tall = isInShell && page.scrollHeight > innerHeight ? [`${page.scrollHeight} tall`] : []
  return [...wide, ...tall]
}

/** Runs in the browser: all that is read or read out, piece by piece. */
function wordsOnScreen(): string[] {
  const words: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    if (text.parentElement?.closest('script, style')) continue
    words.push(text.textContent ?? '')
  }
  for (const name of [
    'aria-label',
    'placeholder',
    'title',
    'aria-description',
    'data-placeholder',
  ]) {
    for (const one of document.querySelectorAll(`[${name}]`)) {
      words.push(one.getAttribute(name) ?? '')
    }
  }
  return words.map((word) => word.trim()).filter((word) => word !== '')
}

const catalogue = (language: string): string[] => {
  const folder = new URL(`../client/i18n/${language}/`, import.meta.url)
  const leaves = (words: unknown): string[] =>
    typeof words === 'string' ? [words] : Object.values(words as object).flatMap(leaves)
  return readdirSync(folder).flatMap((name) =>
    leaves(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))),
  )
}

const german = new Set(catalogue('de'))
const english = new Set(catalogue('en').filter((words) => !german.has(words)))
/** English is offered in English. */
const isEnglish = (words: string) => english.has(words) && words !== 'Read Atelier in English'

/** What a missing word looks like: its key, as in `boards.column.add` or `projects:home`. */
const isKey = (words: string) => /^[a-z][A-Za-z-]*([.:][A-Za-z][\w-]*)+$/.test(words)
