/** What somebody tries who has never been here, and what they find. */
import { expect } from '@playwright/test'
import { test } from './doc-fixtures'

test('a block is found by its whole name, and a sentence with a slash stays a sentence', async ({
  inDoc,
}) => {
  const [anna] = await inDoc('contributor')
  const menu = anna.page.getByRole('listbox', { name: 'Insert a block' })
  await anna.body.click()
  await anna.type('/heading 2')
  await expect(menu.getByRole('option')).toHaveCount(1)
  await anna.press('Enter')
  await anna.type('What we do')
  await expect(anna.body.getByRole('heading', { level: 2, name: 'What we do' })).toBeVisible()
  await anna.press('Enter')
  await anna.type('Either this /or that')
  await expect(menu).toHaveCount(0)
  await anna.press('Enter')
  await anna.type('next')
  expect(await anna.words()).toEqual(['What we do', 'Either this /or that', 'next'])
})

test('under a table at the end one writes on by a press, and Ctrl+End leads to the end', async ({
  inDoc,
}) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await anna.body.click()
  await anna.type('[ ] Ask the night shift')
  await anna.press('Enter', 'Enter')
  await anna.type('/table')
  await anna.press('Enter')
  await anna.type('Day')
  await anna.press('Control+Home')
  await anna.type('First: ')
  await anna.press('Control+End')
  await anna.type('last cell')
  await expect(anna.body.getByRole('cell').last()).toHaveText('last cell')
  await expect(anna.body.getByRole('listitem')).toContainText('First: Ask the night shift')

  const table = await anna.body.getByRole('table').boundingBox()
  if (!table) throw new Error('There is no table.')
  await anna.page.mouse.click(table.x + 40, table.y + table.height + 90)
  await anna.type('Below')
  await expect.poll(async () => (await ben.words()).at(-1)).toBe('Below')
  // Once there is a line, a press leads to its end and makes no other.
  await anna.page.mouse.click(table.x + 200, table.y + table.height + 140)
  await anna.type(' the table')
  await expect.poll(async () => (await ben.words()).at(-1)).toBe('Below the table')
})

test('a row somebody suggests stands under its columns, and what would go is said to go', async ({
  inDoc,
}) => {
  const [anna, carla] = await inDoc('contributor', 'commenter')
  await anna.body.click()
  await anna.type('/table')
  await anna.press('Enter')
  await anna.type('Shifts')
  await expect(carla.body.getByRole('columnheader').first()).toContainText('Shifts')

  await carla.press('Control+Alt+s')
  await expect(carla.body).toHaveAttribute('contenteditable', 'true')
  await carla.body.getByRole('columnheader').first().click()
  await carla.press('Home', 'Shift+End', 'Delete')
  await carla.body.getByRole('cell').first().click()
  await carla.page.getByRole('button', { name: 'Add row below' }).click()

  await expect(anna.body.getByRole('deletion')).toHaveText('Shifts')
  const suggested = anna.body.locator('ins.suggested td').last()
  const head = anna.body.getByRole('columnheader').last()
  const [under, above] = [await suggested.boundingBox(), await head.boundingBox()]
  expect([under?.x, under?.width]).toEqual([above?.x, above?.width])
  await anna.page.getByRole('button', { name: /^Suggestions/ }).click()
  await expect(anna.page.getByRole('button', { name: 'Accept: Insert: Table row' })).toBeVisible()
})
