/** One person's screen: how soon a doc is on it, and how soon a key they press is. */
import type { Browser, BrowserContext, Page } from '@playwright/test'

export type Visit = {
  browser: Browser
  url: string
  /** `name=value`, of whoever is signed in. */
  cookie: string | null
  /** The words its last block ends with: then all of it is on the screen. */
  lastWords: string
}

export type OpenPage = { page: Page; openMs: number; close(): Promise<void> }

const patienceMs = 120_000

/** Nothing of the page is on this machine yet. */
export async function visitDoc({ browser, url, cookie, lastWords }: Visit): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    serviceWorkers: 'block',
  })
  if (cookie) await context.addCookies([cookieFor(url, cookie)])
  const page = await context.newPage()
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForFunction(
    (words) =>
      document.querySelector('.ProseMirror')?.lastElementChild?.textContent?.endsWith(words),
    lastWords,
    { polling: 'raf', timeout: patienceMs },
  )
  // Since the navigation began.
  const openMs = await page.evaluate(() => performance.now())
  return { page, openMs, close: () => close(context) }
}

function cookieFor(url: string, cookie: string) {
  const [name = '', value = ''] = cookie.split('=')
  return { name, value, url: new URL(url).origin }
}

const close = (context: BrowserContext) => context.close()

type Watching = { samples: number[] }

/** From each key's own time to the moment after the frame that shows it, in ms. */
export async function typeAndWatch(page: Page, keys: number, pauseMs: number): Promise<number[]> {
  await page.locator('.ProseMirror > p').first().click()
  await page.keyboard.press('End')
  await page.evaluate(() => {
    const samples: number[] = []
    Object.assign(window, { watching: { samples } satisfies Watching })
    const channel = new MessageChannel()
    let pressedAt = 0
    channel.port1.onmessage = () => samples.push(performance.now() - pressedAt)
    document.addEventListener(
      'keydown',
      (event) => {
        pressedAt = event.timeStamp
        requestAnimationFrame(() => channel.port2.postMessage(null))
      },
      { capture: true },
    )
  })
  for (let nth = 0; nth < keys; nth++) {
    await page.keyboard.press(nth % 6 === 5 ? 'Space' : 'x')
    await page.waitForTimeout(pauseMs)
  }
  return page.evaluate(() => (window as unknown as { watching: Watching }).watching.samples)
}

/** What the blocks say, without the carets of others. */
export const wordsOnScreen = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const copy = document.querySelector('.ProseMirror')?.cloneNode(true) as Element
    for (const drawn of copy.querySelectorAll('.room-caret')) drawn.remove()
    return [...copy.children].map((block) => block.textContent ?? '')
  })
