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
