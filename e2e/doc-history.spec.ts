import { makePng } from '@atelier/server/testing/make-picture'
import { expect, type Page } from '@playwright/test'
import { test, type Writer } from './doc-fixtures'
import { expectSameWords } from './doc-page'
import { drop } from './files-page'

const panel = (page: Page) => page.getByRole('complementary', { name: 'History' })
const entries = (page: Page) => panel(page).locator('.version-entry')
const sheet = (page: Page) => page.getByRole('article', { name: 'An older version' })

/** Anew, so that it tells of what was written a moment ago. */
async function openHistory({ page, says }: Writer): Promise<void> {
  await says(/^(Saved|Read only)$/)
  const button = page.getByRole('button', { name: 'History', exact: true })
  if (await panel(page).isVisible()) await button.click()
  await expect(panel(page)).toHaveCount(0)
  await button.click()
  await expect(entries(page).first()).toBeVisible()
}

async function nameNewest(writer: Writer, name: string): Promise<void> {
  await openHistory(writer)
  const { page } = writer
  await entries(page).first().click()
  await page.getByRole('button', { name: 'Name this version' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(entries(page).filter({ hasText: name })).toBeVisible()
  await page.getByRole('button', { name: 'Back to the current text' }).click()
  await expect(writer.body).toBeVisible()
}

async function restore(writer: Writer, name: string): Promise<void> {
  await openHistory(writer)
  const { page } = writer
  await entries(page).filter({ hasText: name }).click()
  await page.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(writer.body).toBeVisible()
}

test('what two people wrote is in the history under both their names, and any two versions can be compared', async ({
  inDoc,
}) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  const { page } = anna
  await anna.body.click()
  await anna.type('We meet on Monday.')
  await nameNewest(anna, 'Agreed')
  await ben.goToEnd()
  await ben.type(' Bring the numbers.')
  await expectSameWords([anna, ben], ['We meet on Monday. Bring the numbers.'])
  await ben.says('Saved')

  await openHistory(anna)
  await expect(entries(page).first()).toContainText('Ben Okafor')
  await expect(entries(page).filter({ hasText: 'Agreed' })).toContainText('Anna Berg')
  await entries(page).first().click()
  await expect(sheet(page)).toContainText('1 insertion by Ben Okafor')
  await expect(sheet(page).locator('.doc-body ins')).toHaveText('Bring the numbers.')
  await page.keyboard.press('n')
  await expect(sheet(page).locator('.doc-body .is-current')).toHaveText('Bring the numbers.')
  await expect(sheet(page)).toContainText('1 of 1')

  await entries(page).filter({ hasText: 'Agreed' }).click()
  await expect(sheet(page).locator('.doc-body')).toHaveText('We meet on Monday.')
  await sheet(page)
    .getByRole('button', { name: /Compare with/ })
    .click()
  await page.getByRole('option', { name: 'What has changed since' }).click()
  await expect(sheet(page).locator('.doc-body ins')).toHaveText('Bring the numbers.')
  await expect(anna.body).toBeHidden()
  await page.getByRole('button', { name: 'Back to the current text' }).click()
  await expectSameWords([anna, ben], ['We meet on Monday. Bring the numbers.'])
})

test('to restore keeps what somebody else types meanwhile, and is undone like any edit', async ({
  inDoc,
}) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await anna.body.click()
  await anna.type('First line')
  await anna.press('Enter')
  await anna.type('Second line')
  await nameNewest(anna, 'Two lines')
  await anna.goToEnd()
  await anna.press('Enter')
  await anna.type('Third line')
  await expectSameWords([anna, ben], ['First line', 'Second line', 'Third line'])

  ben.vanish()
  await ben.goToEnd()
  await ben.type(' by Ben')
  await ben.goToStart()
  await ben.type('Ben: ')
  await restore(anna, 'Two lines')
  await expectSameWords([anna], ['First line', 'Second line'])
  await ben.comeBack()
  await expectSameWords([anna, ben], ['Ben: First line', 'Second line', ' by Ben'])

  await anna.body.click()
  await anna.press('Control+z')
  await expect(async () => {
    const words = await anna.words()
    expect(words).toContain('Ben: First line')
    expect(words).toContain('Third line')
    expect(words.join()).toContain(' by Ben')
  }).toPass()
  await expectSameWords([anna, ben])
  for (const writer of [anna, ben]) await writer.says('Saved')
})

test('whoever restored the wrong version takes it back at once, title and all', async ({
  inDoc,
}) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await anna.body.click()
  await anna.type('Old words')
  await nameNewest(anna, 'Old')
  await anna.title.fill('Minutes of June')
  await anna.goToEnd()
  await anna.press('Enter')
  await anna.type('New words')
  await expectSameWords([anna, ben], ['Old words', 'New words'])
  await restore(anna, 'Old')
  const undo = anna.page.getByRole('button', { name: 'Undo', exact: true })
  // A pointer that rests on it keeps it there.
  await undo.hover()
  await expectSameWords([anna, ben], ['Old words'])
  await expect(ben.title).toHaveValue('Minutes')
  await undo.click()
  await expectSameWords([anna, ben], ['Old words', 'New words'])
  await expect(ben.title).toHaveValue('Minutes of June')
})

test('who may only read sees what was, and changes nothing', async ({ inDoc }) => {
  const [anna, vera] = await inDoc('contributor', 'viewer')
  await anna.body.click()
  await anna.type('One')
  await nameNewest(anna, 'Start')
  await anna.goToEnd()
  await anna.type(' and two')
  await expectSameWords([anna, vera], ['One and two'])
  await anna.says('Saved')
  await openHistory(vera)
  const { page } = vera
  await entries(page).filter({ hasText: 'Start' }).click()
  await expect(sheet(page).locator('.doc-body')).toHaveText('One')
  for (const name of ['Restore', 'Name this version', 'Rename']) {
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0)
  }
})

test('an older version says what its pictures and files are, and gives the focus back where it was chosen', async ({
  inDoc,
}) => {
  const [anna] = await inDoc('contributor')
  const { page } = anna
  await anna.body.click()
  await anna.type('The plan')
  const plan = { name: 'Plan.txt', mimeType: 'text/plain', buffer: Buffer.from('Plan') }
  const sketch = { name: 'sketch.png', mimeType: 'image/png', buffer: makePng(60, 40) }
  await drop(anna.paragraphs.first(), [plan, sketch], 'under')
  await expect(anna.body.locator('figure.picture, .attachment')).toHaveCount(2)
  await openHistory(anna)
  await entries(page).first().click()
  const text = sheet(page).locator('.doc-body')
  await expect(text.getByRole('link', { name: 'Download Plan.txt (Text · 4 bytes)' })).toBeVisible()
  await text.getByRole('button', { name: 'Open picture' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('button', { name: 'Back to the current text' }).click()
  await expect(entries(page).first()).toBeFocused()
})
