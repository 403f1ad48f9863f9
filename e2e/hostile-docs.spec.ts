/** Whatever somebody writes into a doc with a program of their own does nothing to those who look at it. */
import { readFile } from 'node:fs/promises'
import { writeHostile } from '@atelier/shared/docs/testing-hostile-edits'
import { roomName } from '@atelier/shared/sync/room-name'
import type { BrowserContext, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { test } from './doc-fixtures'
import { suggestionsPanel } from './suggestion-page'
import { enterRoomWithoutBrowser, enterWithoutBrowser } from './without-a-browser'

/** What a browser complains about, asks, and fetches from anywhere but `origin`. */
function troublesIn(context: BrowserContext, origin: string): string[] {
  const heard: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error') heard.push(`console: ${message.text()}`)
  })
  context.on('weberror', ({ error }) => heard.push(`error: ${error()}`))
  context.on('dialog', (dialog) => {
    heard.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  context.on('request', (request) => {
    if (!/^(data|blob|file):/.test(request.url()) && !request.url().startsWith(origin)) {
      heard.push(`request: ${request.url()}`)
    }
  })
  return heard
}

const panel = (page: Page) => page.getByRole('complementary', { name: 'History' })
const sheet = (page: Page) => page.getByRole('article', { name: 'An older version' })
const theEnd = (page: Page) => page.getByText('the end', { exact: true }).first()

test('hostile content harms nobody on any view, and the doc is written in and saved afterwards', async ({
  house,
  workspace,
  doc,
  inDoc,
  browser,
}, testInfo) => {
  test.setTimeout(600_000)
  const [anna, mallory] = await inDoc('lead', 'commenter')
  const { page } = anna
  const troubles = troublesIn(anna.context, house.origin)
  const expectPeace = async (where: string, on = page) => {
    expect(await on.evaluate(() => 'hurt' in window), where).toBe(false)
    expect(troubles, where).toEqual([])
  }
  await anna.body.click()
  await anna.type('A quiet line')
  await anna.says('Saved')
  await page.getByRole('button', { name: 'History', exact: true }).click()
  await expect(panel(page).locator('.version-entry').first()).toBeVisible()
  await page.getByRole('button', { name: 'History', exact: true }).click()

  await test.step('arriving while somebody writes', async () => {
    const attacker = await enterWithoutBrowser(house, workspace.owner, doc)
    writeHostile(attacker.doc)
    await attacker.settled()
    await attacker.leave()
    await expect(theEnd(page)).toBeAttached({ timeout: 60_000 })
    await expectPeace('arriving')
    await anna.goToStart()
    await anna.type('Still ')
    await anna.says('Saved')
  })

  await test.step('opened anew', async () => {
    await anna.open(doc)
    await expect(theEnd(page)).toBeAttached({ timeout: 60_000 })
    await anna.goToStart()
    await anna.type('Well, ')
    await anna.says('Saved')
    expect((await anna.words())[0]).toBe('Well, Still A quiet line')
    await expectPeace('opened anew')
  })

  await test.step('printed', async () => {
    await page.emulateMedia({ media: 'print' })
    expect((await page.pdf()).length).toBeGreaterThan(1000)
    await page.emulateMedia({ media: 'screen' })
    await expectPeace('print')
  })

  await test.step('in a version and what it changed', async () => {
    await page.getByRole('button', { name: 'History', exact: true }).click()
    const entries = panel(page).locator('.version-entry')
    await entries.first().click()
    await expect(sheet(page)).toContainText('the end', { timeout: 60_000 })
    await expectPeace('difference')
    await entries.last().click()
    await expect(sheet(page)).toContainText('A quiet line')
    await expectPeace('version')
    await page.getByRole('button', { name: 'Back to the current text' }).click()
    await expect(anna.body).toBeVisible()
  })

  await test.step('as a suggestion', async () => {
    const { id } = await mallory.page.evaluate(async (path) => {
      const answer = await fetch(path, { method: 'POST' })
      return (await answer.json()) as { id: string }
    }, `/api/docs/${doc.id}/suggestions`)
    expect(id).toBeTruthy()
    const program = await enterRoomWithoutBrowser(house, mallory, roomName('suggestion', id))
    writeHostile(program.doc)
    await program.settled()
    await program.leave()
    await page
      .getByRole('button', { name: /^Suggestions/ })
      .first()
      .click()
    await expect(suggestionsPanel(page).locator('.suggestion-card').first()).toBeVisible({
      timeout: 60_000,
    })
    await expectPeace('suggestions')
    await anna.goToStart()
    await anna.type('Calm: ')
    await anna.says('Saved')
  })

  await test.step('by a public link, for a stranger', async () => {
    await page.getByRole('button', { name: 'Doc menu' }).click()
    await page.getByRole('menuitem', { name: 'Share…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Create link' }).click()
    const address = await dialog.getByRole('textbox', { name: 'Your new link' }).inputValue()
    await page.keyboard.press('Escape')
    const context = await browser.newContext()
    const heard = troublesIn(context, house.origin)
    const stranger = await context.newPage()
    await stranger.goto(house.origin + new URL(address).pathname)
    await expect(theEnd(stranger)).toBeAttached({ timeout: 60_000 })
    expect(await stranger.evaluate(() => 'hurt' in window)).toBe(false)
    expect(heard).toEqual([])
    await context.close()
  })

  await test.step('as a web page somebody opens from their disk', async () => {
    await page.getByRole('button', { name: 'Doc menu' }).click()
    await page.getByRole('menuitem', { name: 'Download…' }).click()
    const waiting = page.waitForEvent('download')
    await page.getByRole('dialog').getByRole('button', { name: 'Web page' }).click()
    const path = testInfo.outputPath('page.html')
    await (await waiting).saveAs(path)
    expect(await readFile(path, 'utf8')).toContain('the end')
    const context = await browser.newContext()
    const heard = troublesIn(context, 'nowhere:')
    const opened = await context.newPage()
    await opened.goto(`file://${path}`)
    await expect(theEnd(opened)).toBeAttached()
    expect(await opened.evaluate(() => 'hurt' in window)).toBe(false)
    expect(heard).toEqual([])
    await context.close()
  })

  await expectPeace('in the end')
  await anna.says('Saved')
})
