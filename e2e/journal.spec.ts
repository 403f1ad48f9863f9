import { expect } from '@playwright/test'
import { saveBadge } from './doc-page'
import { keptHere, openEntry, sectionAt, test, textOf } from './journal-fixtures'

test('a section is shared and taken back while the other has it open', async ({ pair }) => {
  const { anna, ben } = pair
  const entry = await pair.entry(['pair', 'private'], 'Week 46')
  await openEntry(anna.page, entry)
  await openEntry(ben.page, entry)
  await expect(ben.page.getByRole('heading', { name: 'Week 46' })).toBeVisible()
  await expect(ben.page.getByRole('region', { name: /^Section / })).toHaveCount(1)

  const [hers, his] = [textOf(sectionAt(anna.page, 1)), textOf(sectionAt(ben.page, 1))]
  await hers.click()
  await anna.page.keyboard.type('I asked. ')
  await expect(his).toContainText('I asked.')
  await expect(his.locator('.room-caret')).toBeAttached()
  await his.click()
  await ben.page.keyboard.press('Control+End')
  await ben.page.keyboard.type('What did they say?')
  await expect(hers).toContainText('What did they say?')
  await expect(saveBadge(ben.page)).toHaveAccessibleName('Saved')

  // What is private is on its author’s screen alone, until she shares it: then it is there at once.
  const secret = sectionAt(anna.page, 2)
  await textOf(secret).click()
  await anna.page.keyboard.type('Nothing at first.')
  await expect(saveBadge(anna.page)).toHaveAccessibleName('Saved')
  await expect(secret.getByRole('button', { name: 'For whom: Only you' })).toBeVisible()
  await secret.getByRole('button', { name: 'For whom: Only you' }).click()
  await anna.page.getByRole('menuitemradio', { name: 'You and Ben Okafor' }).click()
  await expect(textOf(sectionAt(ben.page, 2))).toContainText('Nothing at first.')

  const first = sectionAt(anna.page, 1)
  await first.getByRole('button', { name: 'For whom: You and Ben Okafor' }).click()
  await anna.page.getByRole('menuitemradio', { name: 'Only you' }).click()
  const dialog = anna.page.getByRole('dialog', { name: 'Take this section back?' })
  await expect(dialog.getByText('Ben Okafor')).toBeVisible()
  await expect(dialog.getByText('What somebody has read, they have read.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Take it back' }).click()
  await expect(ben.page.getByText('Anna Berg has taken this section back.')).toBeVisible()
  await expect(ben.page.getByText('I asked.')).toHaveCount(0)
  await expect(textOf(sectionAt(ben.page, 2))).toContainText('Nothing at first.')
  await expect(hers).toContainText('What did they say?')

  await sectionAt(anna.page, 2).getByRole('button', { name: 'For whom: You and' }).click()
  await anna.page.getByRole('menuitemradio', { name: 'Only you' }).click()
  await dialog.getByRole('button', { name: 'Take it back' }).click()
  await expect(ben.page.getByText('has taken this section back.')).toHaveCount(2)
  await expect(ben.page.getByText('Week 46')).toHaveCount(0)
  await ben.page.reload()
  await expect(ben.page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
})

test('nothing of a section is kept in the browser', async ({ pair }) => {
  const { anna, ben } = pair
  const entry = await pair.entry(['pair'], 'Quiet')
  await openEntry(anna.page, entry)
  await openEntry(ben.page, entry)
  await textOf(sectionAt(anna.page, 1)).click()
  await anna.page.keyboard.type('kumquat')
  await expect(textOf(sectionAt(ben.page, 1))).toContainText('kumquat')
  await expect(saveBadge(anna.page)).toHaveAccessibleName('Saved')

  // What is unsent is counted, in this tab alone, and nobody leaves it by accident.
  await anna.goOffline()
  await anna.page.keyboard.type(' unsent')
  await expect(saveBadge(anna.page)).toHaveAccessibleName(/changes? only in this tab/)
  await anna.page.getByRole('link', { name: 'Inbox' }).click()
  const guard = anna.page.getByRole('dialog', { name: 'Your changes are only in this tab' })
  await guard.getByRole('button', { name: 'Stay here' }).click()
  for (const { page } of [anna, ben]) {
    const kept = await keptHere(page)
    expect(kept).not.toMatch(/kumquat|unsent|Quiet/)
    expect(kept).not.toContain(entry.sections[0])
  }
  await anna.comeBack()
  await expect(textOf(sectionAt(ben.page, 1))).toContainText('kumquat unsent')
})
