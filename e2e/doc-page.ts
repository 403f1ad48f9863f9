/** A doc as somebody sees it on their screen. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { Person } from './fixtures'

export type DocPage = {
  page: Page
  title: Locator
  body: Locator
  /** One of the blocks of the text: `paragraph`, `heading` and whatever else has a role. */
  paragraphs: Locator
  badge: Locator
  /** Goes there, and waits until the text is on screen. */
  open(doc: { id: string }): Promise<void>
  /** Puts the caret behind the last letter. */
  goToEnd(): Promise<void>
  /** Puts the caret before the first letter. */
  goToStart(): Promise<void>
  type(text: string): Promise<void>
  press(...keys: string[]): Promise<void>
  /** The words of the text block by block, without the carets of others and what is only suggested. */
  words(): Promise<string[]>
  /** What the badge says now, in full, whatever the width. */
  says(words: string | RegExp): Promise<void>
}

export function docPage({ page }: Pick<Person, 'page'>): DocPage {
  const body = page.getByRole('textbox', { name: 'Text of the doc' })
  const badge = saveBadge(page)
  const type = (text: string) => page.keyboard.type(text)
  return {
    page,
    title: page.getByRole('textbox', { name: 'Title', exact: true }),
    body,
    paragraphs: body.getByRole('paragraph'),
    badge,
    async open(doc) {
      await page.goto(`/docs/${doc.id}`)
      await expect(body).toBeVisible()
    },
    async goToEnd() {
      await body.click()
      await page.keyboard.press('Control+End')
    },
    async goToStart() {
      await body.click()
      await page.keyboard.press('Control+Home')
    },
    type,
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key)
    },
    words: () => body.evaluate(wordsOf),
    says: (words) => expect(badge).toHaveAccessibleName(words),
  }
}

/** The badge says the same in every room. */
export const saveBadge = (page: Page): Locator => page.locator('button[data-save]')

/** Everything the badge says from now on, as it is drawn; call it again to hear what was said. */
export async function hearBadge({
  badge,
  page,
}: Pick<DocPage, 'badge' | 'page'>): Promise<() => Promise<string[]>> {
  const said = await badge.evaluateHandle((button) => {
    const heard = [button.getAttribute('aria-label') ?? '']
    const hear = () => heard.push(button.getAttribute('aria-label') ?? '')
    new MutationObserver(hear).observe(button, { attributeFilter: ['aria-label'] })
    return heard
  })
  return () => page.evaluate((heard) => heard, said)
}

/** Runs in the browser. */
function wordsOf(body: Element): string[] {
  const copy = body.cloneNode(true) as Element
  for (const drawn of copy.querySelectorAll('.room-caret, ins.suggested, del.suggested'))
    drawn.remove()
  return [...copy.children].map((block) => block.textContent ?? '')
}

/** Everybody's screen shows the same words, and `words` when they are told. */
export async function expectSameWords(pages: DocPage[], words?: string[]): Promise<void> {
  await expect(async () => {
    const [first, ...others] = await Promise.all(pages.map((one) => one.words()))
    for (const other of others) expect(other).toEqual(first)
    if (words) expect(first).toEqual(words)
  }).toPass({ timeout: 10_000 })
}
