import { expect } from '@playwright/test'
import { test } from './doc-fixtures'
import { expectSameWords } from './doc-page'

test('words are found, gone through and replaced by keyboard, while the other writes on', async ({
  inDoc,
}) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await anna.body.click()
  await anna.type('The spindle runs.')
  await anna.press('Enter')
  await anna.type('A Spindle, two spindles.')
  await expectSameWords([anna, ben])
  await anna.press('Control+f')
  const bar = anna.page.getByRole('search', { name: 'Find in this doc' })
  await expect(bar.getByRole('textbox', { name: 'Find', exact: true })).toBeFocused()
  await anna.type('spindle')
  await expect(bar.getByRole('status')).toHaveText('1 of 3')
  await expect(anna.body.locator('.found')).toHaveCount(3)
  await anna.press('Enter', 'Enter')
  await expect(bar.getByRole('status')).toHaveText('3 of 3')
  await anna.press('Enter', 'Shift+Enter')
  await expect(bar.getByRole('status')).toHaveText('3 of 3')
  await expect(anna.body.locator('.found-now')).toHaveText('spindle')

  await ben.goToStart()
  await ben.type('One more spindle. ')
  await expect(bar.getByRole('status')).toHaveText('4 of 4')
  await bar.getByRole('button', { name: 'Match case' }).press('Enter')
  await expect(bar.getByRole('status')).toContainText('of 3')
  await bar.getByRole('button', { name: 'Whole words' }).press('Enter')
  await expect(bar.getByRole('status')).toContainText('of 2')
  await bar.getByRole('textbox', { name: 'Replace with' }).fill('drill')
  await bar.getByRole('button', { name: 'Replace all' }).press('Enter')
  await expectSameWords(
    [anna, ben],
    ['One more drill. The drill runs.', 'A Spindle, two spindles.'],
  )
  await expect(bar.getByRole('status')).toHaveText('2 replaced')
  await anna.press('Escape')
  await expect(bar).toHaveCount(0)
  await expect(anna.body).toBeFocused()
  await anna.press('Control+z')
  await expectSameWords(
    [anna, ben],
    ['One more spindle. The spindle runs.', 'A Spindle, two spindles.'],
  )
})

test('who only reads finds, and is offered no replacing; the menu says how long the doc is', async ({
  inDoc,
}) => {
  const [anna, ben] = await inDoc('contributor', 'viewer')
  await anna.body.click()
  await anna.type('Three short words')
  await expectSameWords([anna, ben])
  await ben.page.getByRole('button', { name: 'Doc menu' }).click()
  await ben.page.getByRole('menuitem', { name: 'Find and replace…' }).click()
  const bar = ben.page.getByRole('search', { name: 'Find in this doc' })
  await expect(bar.getByRole('textbox', { name: 'Find', exact: true })).toBeFocused()
  await ben.type('short')
  await expect(bar.getByRole('status')).toHaveText('1 of 1')
  await expect(bar.getByRole('textbox', { name: 'Replace with' })).toHaveCount(0)
  await ben.press('Escape')
  await ben.page.getByRole('button', { name: 'Doc menu' }).click()
  await ben.page.getByRole('menuitem', { name: 'Word count' }).click()
  const dialog = ben.page.getByRole('dialog', { name: 'Word count' })
  await expect(dialog.getByRole('row', { name: /^Words/ })).toContainText('3')
  await expect(dialog).toContainText('About 1 minute to read')
})
