import type { Locator, Page } from '@playwright/test'

/** Opens the select of that label, wherever it says something else now, and takes an option. */
export async function choose(
  within: Page | Locator,
  label: string,
  option: string | RegExp,
): Promise<void> {
  await within.getByRole('button', { name: new RegExp(`${label}$`) }).click()
  const page = 'page' in within ? within.page() : within
  const exact = typeof option === 'string'
  await page.getByRole('option', { name: option, exact }).click()
}
