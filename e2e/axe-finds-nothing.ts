import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** On a page as it stands, in the middle of what somebody does. */
export async function axeFindsNothing(page: Page): Promise<void> {
  // What was said aloud, and by what is gone since, is no part of the page.
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .exclude('[data-live-announcer], [data-overlay-container]')
  const { violations } = await axe.analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
}
