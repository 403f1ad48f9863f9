import type { Page } from '@playwright/test'

/** As a person presses them: what one key does to the page is there before the next is hit. */
export async function pressKeys(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.evaluate(afterTwoFrames)
  }
}

/** Two: what is asked for in one frame, as moving the focus is, happens in the next. */
function afterTwoFrames(): Promise<void> {
  return new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
  )
}
