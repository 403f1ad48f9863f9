/** How somebody suggests, and what they see of what is suggested. */
import { expect, type Page } from '@playwright/test'
import type { DocPage } from './doc-page'

const modeOf = (page: Page) => page.getByRole('button', { name: /: change how you work$/ })
export const suggestionsPanel = (page: Page) =>
  page.getByRole('complementary', { name: 'Suggestions' })

/** By keyboard, and until the text is one’s own to write in. */
export async function beginToSuggest({ page, body }: DocPage) {
  await page.keyboard.press('Control+Alt+s')
  await expect(modeOf(page)).toHaveAccessibleName(/^Suggesting/)
  await expect(page.getByText('You are suggesting.')).toBeVisible()
  await expect(body).toHaveAttribute('contenteditable', 'true')
}

/** Selects the first `words` in the text, as with Shift and the arrow keys. */
export const select = ({ body }: DocPage, words: string) =>
  body.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.parentElement?.closest('ins.suggested, del.suggested')
        ? -1
        : (node.textContent ?? '').indexOf(wanted)
      if (at < 0) continue
      ;(element as HTMLElement).focus()
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
      return
    }
    throw new Error(`no “${wanted}”`)
  }, words)
