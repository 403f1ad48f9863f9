/** Boards of other programs that come in, are looked at, undone, and taken out again. */
import { readFile } from 'node:fs/promises'
import { largeTrello } from '@atelier/server/testing/large-trello'
import { expect, type Page } from '@playwright/test'
import { boardPage } from './board-page'
import { choose } from './choose'
import { test } from './fixtures'

const table = [
  'Titel;Status;Zugewiesen an;Fällig am;Egal',
  'Öl bestellen;Offen;Otto Elsewhere;3.12.2026;x',
  'Presse prüfen;Erledigt;;;',
].join('\r\n')

const trello = JSON.stringify({
  name: 'Milling line',
  lists: [
    { id: 'a', name: 'Now', pos: 1 },
    { id: 'b', name: 'Done', pos: 2 },
  ],
  cards: [
    { id: 'c1', name: 'Measure the spindle', idList: 'a', pos: 1, desc: 'With **care**' },
    { id: 'c2', name: 'Old plan', idList: 'b', pos: 1, closed: true },
  ],
})

/** What reads files is loaded for the first of them, which takes its time on a busy machine. */
const read = { timeout: 40_000 }

async function bring(page: Page, name: string, text: string) {
  await page.getByRole('button', { name: 'Bring a board in…' }).first().click()
  const dialog = page.getByRole('dialog')
  const choosing = page.waitForEvent('filechooser')
  await dialog.getByRole('button', { name: 'Choose a file' }).click()
  const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) }
  await (await choosing).setFiles(file)
  return dialog
}

test('a table comes in as it is said, is undone as one, and a Trello board stays and goes out', async ({
  project,
  together,
}) => {
  const [ana, ben] = await together(project, 'contributor', 'contributor')
  const { page } = ana
  const home = `/projects/${project.id}`
  await page.goto(home)
  const dialog = await bring(page, 'Plan.csv', table)

  // What was guessed is shown, and can be changed.
  await expect(dialog.getByText('2 cards')).toBeVisible(read)
  await expect(dialog.getByRole('button', { name: /“Titel” becomes/ })).toContainText('Title')
  await expect(dialog.getByText('Öl bestellen · Presse prüfen')).toBeVisible()
  await expect(dialog.getByRole('button', { name: /Dates are written/ })).toContainText('Day first')
  await choose(dialog, '“Egal” becomes', 'Leave out')
  await choose(dialog, 'Otto Elsewhere', ben.name)
  await dialog.getByRole('button', { name: 'Bring in', exact: true }).focus()
  await page.keyboard.press('Enter')
  const report = page.getByRole('dialog', { name: 'Board brought in' })
  await expect(report.getByRole('link', { name: 'Plan' })).toBeVisible()

  // The other person sees it at once, and sees it go.
  await ben.page.goto(home)
  await expect(ben.page.getByRole('link', { name: /Plan/ }).first()).toBeVisible()
  await report.getByRole('button', { name: 'Undo import' }).click()
  await expect(report).toBeHidden()
  await expect(page.getByText('The board “Plan” is taken away again')).toBeVisible()
  await expect(ben.page.getByRole('link', { name: /Plan/ })).toHaveCount(0)

  const again = await bring(page, 'trello.json', trello)
  await expect(again.getByText('A board of Trello')).toBeVisible()
  await again.getByRole('button', { name: 'Bring in', exact: true }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'Milling line' }).click()
  const board = boardPage(ana)
  await board.shows({ Now: ['Measure the spindle'], Done: [] })

  // Out as a table, and whoever brought it may still take it away.
  await page.getByRole('button', { name: 'More about this board' }).click()
  await expect(page.getByRole('menuitem', { name: 'Undo import…' })).toBeVisible()
  const waiting = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Download…' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Table \(CSV\)/ })
    .click()
  const file = await readFile(await (await waiting).path(), 'utf8')
  expect(file).toMatch(/^\ufeffID,Title,Column/)
  expect(file).toContain('With **care**')
})

test('a file in which there is no board is refused with the reason', async ({
  project,
  together,
}) => {
  const [ana] = await together(project, 'contributor')
  await ana.page.goto(`/projects/${project.id}`)
  const dialog = await bring(ana.page, 'broken.json', '{"lists": [')
  await expect(dialog.getByRole('alert')).toContainText('This JSON breaks off', read)
  await expect(dialog.getByRole('button', { name: 'Choose a file' })).toBeVisible()
})

test('a large board says how far it is, leaves nothing when it is called off, and comes with who said what', async ({
  project,
  together,
}) => {
  test.slow()
  const [ana, ben] = await together(project, 'contributor', 'contributor')
  const { page } = ana
  await page.goto(`/projects/${project.id}`)
  const dialog = await bring(page, 'large.json', largeTrello({ cards: 5_000, actions: 20_000 }))
  const plan = dialog.getByRole('listitem').filter({ hasText: /^Member 0/ })
  await expect(plan).toContainText('125 cards · 500 comments')
  await choose(dialog, 'Member 0', ben.name)
  const go = dialog.getByRole('button', { name: 'Bring in', exact: true })
  await go.click()
  await expect(dialog.getByText(/^[\d,]+ of 5,000 cards$/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(go).toBeVisible()
  await expect(page.getByRole('link', { name: /Large/ })).toHaveCount(0)

  await go.click()
  const report = page.getByRole('dialog', { name: 'Board brought in' })
  await expect(report.getByRole('link', { name: 'Large' })).toBeVisible({ timeout: 60_000 })
  await expect(report.getByRole('definition').filter({ hasText: /^5,000$/ })).toHaveCount(2)
  await expect(report.getByText('Trello puts the last 1,000 events')).toBeVisible()
  await ben.page.goto(`/projects/${project.id}`)
  await expect(ben.page.getByRole('link', { name: /Large/ }).first()).toBeVisible()
  await report.getByRole('button', { name: 'Undo import' }).click()
  await expect(report).toBeHidden()
  await expect(ben.page.getByRole('link', { name: /Large/ })).toHaveCount(0)
})
