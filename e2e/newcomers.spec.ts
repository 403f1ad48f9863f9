/** What somebody tries who has never been here, and what they find. */
import { makePng } from '@atelier/server/testing/make-picture'
import { expect } from '@playwright/test'
import { test, type Writer } from './doc-fixtures'
import { paste } from './files-page'

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
  await expect(async () => {
    const [under, above] = [await suggested.boundingBox(), await head.boundingBox()]
    expect([under?.x, under?.width]).toEqual([above?.x, above?.width])
  }).toPass({ timeout: 10_000 })
  await anna.page.getByRole('button', { name: /^Suggestions/ }).click()
  await expect(anna.page.getByRole('button', { name: 'Accept: Insert: Table row' })).toBeVisible()
})

test('a link to a block leads there, also inside of a toggle, and says so when the block is gone', async ({
  inDoc,
}) => {
  const [anna, vera] = await inDoc('contributor', 'viewer')
  await anna.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await anna.body.click()
  await anna.type('/toggle')
  await anna.press('Enter')
  await anna.type('How we measured')
  await anna.press('Enter')
  await anna.type('Every tenth part')
  await anna.press('Alt+Shift+Enter')
  await anna.page.getByRole('menuitem', { name: 'Copy link to this block' }).press('Enter')
  await expect(anna.page.getByText('Link copied')).toBeVisible()
  const link = await anna.page.evaluate(() => navigator.clipboard.readText())
  await anna.goToEnd()
  await anna.press('ArrowDown')
  await anna.goToStart()
  await anna.type('Here: ')
  await anna.says('Saved')

  const part = vera.body.getByText('Every tenth part')
  await expect(part).toBeHidden()
  await vera.page.goto(link)
  await expect(part).toBeVisible()
  await expect(vera.body).toBeFocused()

  await anna.body.getByText('Every tenth part').click()
  await anna.press('Control+a', 'Delete')
  await anna.says('Saved')
  await expect(part).toHaveCount(0)
  await vera.page.reload()
  await expect(
    vera.page.getByText('What this link leads to is not in the doc any more.'),
  ).toBeVisible()
})

test('a column is made wider and narrower from the keyboard', async ({ inDoc }) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await anna.body.click()
  await anna.type('/table')
  await anna.press('Enter')
  const head = (who: Writer) => who.body.getByRole('columnheader').first()
  const width = async (who: Writer) => Math.round((await head(who).boundingBox())?.width ?? 0)
  await expect(head(ben)).toBeVisible()
  const before = await width(ben)
  await anna.press('Control+Shift+Comma', 'Control+Shift+Comma')
  await expect.poll(() => width(ben)).toBeLessThan(before - 60)
  const narrow = await width(ben)
  await expect(anna.page.getByText(/^The column is \d+ pixels wide now$/)).toBeAttached()
  await anna.press('Control+Shift+Period')
  await expect.poll(() => width(ben)).toBeGreaterThan(narrow + 20)
})

test('a picture that arrives is seen, whatever was at the edge of the window', async ({
  inDoc,
}) => {
  const [anna] = await inDoc('contributor')
  await anna.page.setViewportSize({ width: 1000, height: 500 })
  await anna.body.click()
  await anna.type('one\ntwo\nthree\nfour\nfive')
  const file = { name: 'tall.png', mimeType: 'image/png', buffer: makePng(300, 300) }
  await paste(anna.body, [file])
  const frame = anna.body.locator('.picture-frame[data-state=shown]')
  await expect(frame).toBeInViewport({ ratio: 0.95 })
})
