/** One person's screen with a board on it, ours or a plain one: both name columns and cards alike. */
import type { Browser, Page } from '@playwright/test'
import { columnNames } from './big-board'
import { meterPage, type PageMeter } from './page-meter'

export type BoardVisit = {
  browser: Browser
  url: string
  /** `name=value`, of whoever is signed in. */
  cookie: string | null
}

export type OpenBoard = {
  page: Page
  meter: PageMeter
  /** From the address to cards in all columns, with nothing of the page on this machine. */
  openMs: number
  openScriptMs: number
  openBytes: number
  /** The same once more in the same browser, as on any other day. */
  againMs: number
  /** And until its cards can be taken up, by hand or by key. */
  againInHandMs: number
  /** From its project, in a page that is there, to its cards: the first time since that page came. */
  fromProjectMs: number
  /** The same when it was open in this page before. */
  backMs: number
  close(): Promise<void>
}

const patienceMs = 120_000
/** What a page still does after its board is there. */
const afterwardsMs = 2500

export async function visitBoard({ browser, url, cookie }: BoardVisit): Promise<OpenBoard> {
  const context = await browser.newContext({ viewport: { width: 1600, height: 900 } })
  const [name = '', value = ''] = cookie?.split('=') ?? []
  if (cookie) await context.addCookies([{ name, value, url: new URL(url).origin }])
  const page = await context.newPage()
  const meter = await meterPage(page)
  const { seenMs: openMs } = await arrive(page, url)
  const openScriptMs = await meter.scriptMs()
  const openBytes = meter.bytes().got
  await page.waitForTimeout(afterwardsMs)
  const { seenMs: againMs, inHandMs: againInHandMs } = await arrive(page, url, { inHand: true })
  await page.waitForTimeout(afterwardsMs)
  const [fromProjectMs = 0, backMs = 0] = await openInPage(page, 2)
  return {
    ...{ page, meter, openMs, openScriptMs, openBytes, againMs, againInHandMs },
    ...{ fromProjectMs, backMs },
    close: () => context.close(),
  }
}

type Arrival = { seenMs: number; inHandMs: number }

async function arrive(page: Page, url: string, { inHand = false } = {}): Promise<Arrival> {
  await page.goto(url, { waitUntil: 'commit' })
  const seenMs = await untilCards(page, '.board-card')
  return { seenMs, inHandMs: inHand ? await untilCards(page, takenUp) : seenMs }
}

/** Goes to the board's project and from there to the board, each in its turn, as people do all day. */
async function openInPage(page: Page, times: number): Promise<number[]> {
  const address = await page.evaluate(() => location.pathname)
  const toProject = page.locator('header a[href^="/projects/"]').first()
  const isOurs = (await toProject.count()) > 0
  const link = isOurs ? `main a[href="${address}"]` : 'button[data-open]'
  const spent: number[] = []
  for (let time = 0; time < times; time++) {
    if (isOurs) await toProject.click()
    else if (time === 0) await page.evaluate(() => location.assign('#closed'))
    if (time === 0) await page.reload()
    await page.locator(link).first().waitFor()
    await page.waitForTimeout(afterwardsMs)
    const before = await page
      .locator(link)
      .first()
      .evaluate((open: HTMLElement) => {
        const now = performance.now()
        open.click()
        return now
      })
    spent.push((await untilCards(page, '.board-card')) - before)
    await page.waitForTimeout(afterwardsMs)
  }
  return spent
}

/** A plain card, or ours in a list of its own. */
const takenUp = '.board-card:not(.board-first-sight *)'

/** Since the navigation began, in ms. */
async function untilCards(page: Page, card: string): Promise<number> {
  await page.waitForFunction(
    ({ count, card }) => {
      const columns = [...document.querySelectorAll('[data-board-column]')]
      return columns.length === count && columns.every((one) => one.querySelector(card))
    },
    { count: columnNames.length, card },
    { polling: 'raf', timeout: patienceMs },
  )
  return page.evaluate(() => performance.now())
}

/** Takes the first card of one column to the middle of another's screen, and holds it there. */
export async function dragTo(page: Page, from: number, to: number): Promise<void> {
  const column = (nth: number) => page.locator('[data-board-column]').nth(nth)
  const card = await column(from).locator('.board-card').first().boundingBox()
  const there = await column(to).boundingBox()
  if (!card || !there) throw new Error('There is nothing to drag.')
  const steps = 40
  await page.mouse.move(card.x + card.width / 2, card.y + card.height / 2)
  await page.mouse.down()
  const [x, y] = [card.x + card.width / 2, card.y + card.height / 2]
  for (let step = 1; step <= steps; step++) {
    const far = step / steps
    const goal = { x: there.x + there.width / 2, y: there.y + 420 }
    await page.mouse.move(x + (goal.x - x) * far, y + (goal.y - y) * far)
    await page.waitForTimeout(12)
  }
}

/** How many cards each column says it has, also those that are not drawn. */
export const countsOnScreen = (page: Page): Promise<number[]> =>
  page.locator('[data-board-column]').evaluateAll((columns) =>
    columns.map((column) => {
      const rows = column.querySelector('[aria-rowcount]')?.getAttribute('aria-rowcount')
      return Number(rows ?? column.querySelectorAll('.board-card').length)
    }),
  )

/** From now on, how many nodes of the page come, go or change. */
export async function watchNodes(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const seen = { nodes: 0 }
    Object.assign(window, { seen })
    new MutationObserver((records) => {
      for (const { type, addedNodes, removedNodes } of records)
        seen.nodes += type === 'childList' ? addedNodes.length + removedNodes.length : 1
    }).observe(document.body, {
      ...{ subtree: true, childList: true, attributes: true, characterData: true },
    })
  })
  return () => page.evaluate(() => (window as unknown as { seen: { nodes: number } }).seen.nodes)
}
