import { expect } from '@playwright/test'
import { choose } from './choose'
import { openEntry, sectionAt, test } from './journal-fixtures'

test('one is asked by prompts of one’s own, left out without guilt, and how one felt stays one’s own', async ({
  pair,
}) => {
  const { anna, ben } = pair
  const { page } = anna
  const dialog = page.getByRole('dialog', { name: 'My prompts' })
  const press = (name: string) => dialog.getByRole('button', { name }).click()
  const openPrompts = async () => {
    await page.goto('/journal')
    await page.getByRole('button', { name: 'More about your journal' }).click()
    await page.getByRole('menuitem', { name: 'My prompts' }).click()
  }
  const write = async (questions: string) => {
    await dialog.getByRole('textbox', { name: 'Questions, one in each line' }).fill(questions)
    await press('Save')
  }
  await openPrompts()
  await press('New set of prompts')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('After a shift')
  await write('What stopped you?\nWhat helped?')
  // What is below it moves down once it stands in the list.
  await expect(dialog.getByText('After a shift')).toBeVisible()
  for (const set of ['After a shift', 'My week']) {
    await press('Be asked regularly')
    await choose(dialog, 'With which prompts', set)
    await press('Save')
    await expect(dialog.getByText(/^Every week, next on/)).toHaveCount(set === 'My week' ? 2 : 1)
  }
  await page.keyboard.press('Escape')
  const asked = page.getByRole('region', { name: 'Today you wanted to be asked' })
  await expect(asked).toHaveCount(2)
  await asked.filter({ hasText: 'My week' }).getByRole('button', { name: 'Not this time' }).click()
  await expect(page.getByText('Left out. You are asked again another day.')).toBeVisible()
  await expect(asked).toHaveCount(1)
  await asked.getByRole('button', { name: 'Write' }).click()
  const question = sectionAt(page, 1).getByRole('textbox', { name: 'Prompt above the section' })
  await expect(question).toHaveValue('What stopped you?')
  const address = page.url()

  // Another version is for what is begun later: nothing that was asked is asked otherwise.
  await openPrompts()
  await expect(asked).toHaveCount(0)
  await press('Change After a shift')
  await write('What did you learn?')
  await expect(page.getByText('Entries begun before keep their questions.')).toBeVisible()
  await page.goto(address)
  await expect(question).toHaveValue('What stopped you?')

  const entry = await pair.entry(['pair'], 'Week 50')
  await openEntry(page, entry)
  await page.getByRole('button', { name: 'How were you?' }).click()
  await page.getByRole('radio', { name: 'Rather good' }).click()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Mood: Rather good' })).toBeVisible()
  await openEntry(ben.page, entry)
  await expect(ben.page.getByText(/Mood|Rather good|How were you/)).toHaveCount(0)
})
