/** A board without a network on a page that no worker keeps: parts whose code did not come. */
import { makeBoard } from '@atelier/server/testing/make'
import { expect } from '@playwright/test'
import { boardPage } from './board-page'
import { test } from './fixtures'

test('what was not fetched yet says so in its place and can be tried again, and the board stays', async ({
  house,
  workspace,
  project,
  together,
}) => {
  const board = await makeBoard(house.db, project, workspace.owner, {
    columns: ['To do', 'Done'],
    cards: [{ title: 'Measure', column: 'To do' }],
  })
  const [anna] = await together(project, 'contributor')
  const { page } = anna

  const parts = /\/(card-talk|rich-text|calendar-view|archive-dialog)-[^/]*\.(js|css)$/
  await page.route(parts, (route) => route.abort('internetdisconnected'))
  const hers = boardPage(anna)
  await hers.open(board)
  const { dialog, close } = await hers.openCard('Measure')
  const missing = dialog.getByText('This part of the page could not be loaded.')
  await expect(missing).toHaveCount(2)
  await page.unroute(parts)
  const again = dialog.getByRole('button', { name: 'Try again' })
  await again.first().click()
  await expect(missing).toHaveCount(1)
  await again.click()
  await expect(missing).toHaveCount(0)
  await expect(dialog.getByRole('textbox', { name: 'Description' })).toBeVisible()
  // Its styles came with it, too.
  await expect.poll(() => page.evaluate(unstyled)).toEqual([])
  await close()
  await hers.shows({ 'To do': ['Measure'], Done: [] })

  await page.route(parts, (route) => route.abort('internetdisconnected'))
  await page.getByRole('button', { name: 'Archive', exact: true }).click()
  const told = page.getByRole('dialog', { name: 'Not loaded yet' })
  await expect(told).toBeVisible()
  await page.unroute(parts)
  await told.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('dialog', { name: /Archive/ })).toBeVisible()
})

test('a card’s window is fetched before anybody opens one, and opens without a network', async ({
  house,
  workspace,
  project,
  together,
}) => {
  const board = await makeBoard(house.db, project, workspace.owner, {
    columns: ['To do'],
    cards: [{ title: 'Measure', column: 'To do' }],
  })
  const [anna] = await together(project, 'contributor')
  const hers = boardPage(anna)
  const parts = ['card-talk', 'rich-text', 'doc-words'].map((part) =>
    anna.page.waitForResponse((response) =>
      new RegExp(`/${part}-[^/]*\\.js$`).test(response.url()),
    ),
  )
  await hers.open(board)
  // A part is there with all that it is made of.
  for (const part of await Promise.all(parts)) {
    await anna.page.evaluate(async (url) => void (await import(url)), part.url())
  }
  await anna.goOffline()
  const { dialog, description, close } = await hers.openCard('Measure')
  await description.click()
  await anna.page.keyboard.type('Twice, then cut.')
  await expect(description).toContainText('Twice, then cut.')
  await expect(dialog.getByText('This part of the page could not be loaded.')).toHaveCount(0)
  await close()
  await hers.shows({ 'To do': ['Measure'] })
})

/** Runs in the browser: the styles that are not there. */
const unstyled = () =>
  [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')]
    .filter(({ sheet }) => sheet === null)
    .map(({ href }) => href)
