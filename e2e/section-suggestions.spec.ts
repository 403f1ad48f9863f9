/** A mentor suggests in a journal, whose author decides. */
import { expect } from '@playwright/test'
import { saveBadge } from './doc-page'
import { keptHere, openEntry, sectionAt, test, textOf } from './journal-fixtures'

test('the mentor suggests, the author accepts and refuses, until it is taken back', async ({
  pair,
}) => {
  const { anna, ben } = pair
  const entry = await pair.entry(['pair'], 'Week 49')
  await openEntry(anna.page, entry)
  await openEntry(ben.page, entry)
  const [hers, his] = [sectionAt(anna.page, 1), sectionAt(ben.page, 1)]
  await textOf(hers).click()
  await anna.page.keyboard.type('The press stood still.')
  await expect(textOf(his)).toContainText('The press stood still.')
  await expect(hers.getByRole('button', { name: /change how you work$/ })).toHaveCount(0)

  await textOf(his).click()
  await ben.page.keyboard.press('Control+Alt+s')
  await expect(his.getByText('You are suggesting.')).toBeVisible()
  await expect(textOf(his)).toHaveAttribute('contenteditable', 'true')
  await textOf(his).click()
  await ben.page.keyboard.press('Control+End')
  await ben.page.keyboard.type(' Quincewise')
  await expect(hers.locator('ins.suggested')).toHaveText('Quincewise', { useInnerText: true })
  await expect(saveBadge(ben.page)).toHaveAccessibleName('Saved')
  for (const { page } of [anna, ben]) expect(await keptHere(page)).not.toContain('Quincewise')

  const card = hers.locator('.suggestion-card')
  await card.getByRole('button', { name: /^Accept/ }).press('Enter')
  await expect(card).toHaveCount(0)
  await expect(textOf(hers)).toContainText('The press stood still. Quincewise')
  await expect(hers.locator('.suggested')).toHaveCount(0)

  await ben.page.keyboard.type(' Medlar')
  await expect(hers.locator('ins.suggested')).toContainText('Medlar')
  await card.getByRole('button', { name: /^Refuse/ }).click()
  await expect(textOf(his)).not.toContainText('Medlar')
  await hers.getByRole('button', { name: 'Decided' }).click()
  await expect(hers.getByRole('list', { name: 'Decided' }).getByRole('listitem')).toHaveCount(2)

  await ben.page.keyboard.type(' Loquat')
  await expect(hers.locator('ins.suggested')).toContainText('Loquat')
  await hers.getByRole('button', { name: 'For whom: You and Ben Okafor' }).click()
  await anna.page.getByRole('menuitemradio', { name: 'Only you' }).click()
  const dialog = anna.page.getByRole('dialog', { name: 'Take this section back?' })
  await dialog.getByRole('button', { name: 'Take it back' }).click()
  await expect(ben.page.getByText('Loquat')).toHaveCount(0)
  await expect(hers.locator('.suggested')).toHaveCount(0)
  await expect(textOf(hers)).toContainText('The press stood still. Quincewise')
})
