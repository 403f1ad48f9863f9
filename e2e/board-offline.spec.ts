/** A board without a network: what waits on the device, and what says that it cannot. */
import { makeBoard } from '@atelier/server/testing/make'
import { expect, type Page } from '@playwright/test'
import { boardPage } from './board-page'
import { test as base, type Person } from './fixtures'

type Here = { anna: Person; board: { id: string } }

const test = base.extend<{ here: Here }>({
  here: async ({ house, project, workspace, together }, use) => {
    const board = await makeBoard(house.db, project, workspace.owner, {
      title: 'Scrap',
      columns: ['To do', 'Doing'],
      labels: [{ name: 'Safety', colour: 'red' }],
      cards: [
        { title: 'Measure', column: 'To do', labels: ['Safety'] },
        { title: 'Compare', column: 'To do' },
      ],
    })
    await makeBoard(house.db, project, workspace.owner, { title: 'Line 3' })
    const [anna] = await together(project, 'contributor')
    await use({ anna, board })
  },
})
test.use({ serviceWorkers: 'allow' })

/** The page itself is on this device once its worker has it all. */
const workerReady = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })

const onlyHere = 'On this device only. It is sent when the connection is back.'

test('a view and a watched card are kept without a network, also over a reload, and are everywhere afterwards', async ({
  here: { anna, board },
  comeIn,
}) => {
  const { page } = anna
  const hers = boardPage(anna)
  await hers.open(board)
  const pick = (name: string) => page.getByRole('menuitem', { name, exact: true })
  const views = (name = 'Views') => page.getByRole('button', { name, exact: true })
  await workerReady(page)
  await anna.goOffline()

  await test.step('she watches a card, and is told where that is', async () => {
    const { dialog, close } = await hers.openCard('Measure')
    await dialog.getByRole('button', { name: 'Watch this card' }).click()
    await expect(dialog.getByRole('button', { name: 'Stop watching' })).toBeVisible()
    await expect(dialog.getByText(onlyHere)).toBeVisible()
    await close()
    await expect(hers.card('Measure')).toContainText('You watch this card')
  })

  await test.step('she keeps two views, and deletes one', async () => {
    for (const name of ['What is dangerous', 'Too much']) {
      await page.getByRole('searchbox', { name: 'Filter cards' }).fill('#saf')
      await hers.shows({ 'To do': ['Measure'], Doing: [] })
      await views().click()
      await pick('Save this view…').click()
      const dialog = page.getByRole('dialog', { name: 'Save this view' })
      await dialog.getByRole('textbox').fill(name)
      await dialog.getByRole('button', { name: 'Save' }).click()
      await expect(dialog).toBeHidden()
    }
    await views().click()
    await pick('Manage my views…').click()
    const dialog = page.getByRole('dialog', { name: 'My views of this board' })
    await expect(dialog.getByText(onlyHere)).toHaveCount(2)
    await dialog.getByRole('button', { name: 'Actions for view Too much' }).click()
    await pick('Delete').click()
    await expect(dialog.getByText('Too much')).toBeHidden()
    await page.keyboard.press('Escape')
  })

  await hers.open(board)
  await expect(hers.card('Measure')).toContainText('You watch this card')
  await views().click()
  await expect(pick('What is dangerous')).toBeVisible()
  await page.keyboard.press('Escape')

  const elsewhere = await comeIn(anna)
  const there = boardPage(elsewhere)
  await there.open(board)
  await expect(there.card('Compare')).toBeVisible()
  await expect(there.card('Measure')).not.toContainText('You watch this card')
  await anna.comeBack()
  await expect(there.card('Measure')).toContainText('You watch this card')
  await elsewhere.page.getByRole('button', { name: 'Views', exact: true }).click()
  const menu = elsewhere.page.getByRole('menu')
  await expect(menu.getByRole('menuitem', { name: 'What is dangerous' })).toBeVisible()
  await expect(menu.getByRole('menuitem', { name: 'Too much' })).toHaveCount(0)

  const { dialog } = await hers.openCard('Measure')
  await expect(dialog.getByRole('button', { name: 'Stop watching' })).toBeVisible()
  await expect(dialog.getByText(onlyHere)).toHaveCount(0)
})

test('another board says that it needs a network; within the board a card moves without one', async ({
  here: { anna, board },
}) => {
  const hers = boardPage(anna)
  await hers.open(board)
  await hers.fromMenu('card', 'Measure', 'Move to…')
  const dialog = anna.page.getByRole('dialog', { name: 'Move card' })
  const other = dialog.getByRole('button', { name: /Board$/ })
  await expect(other).toBeEnabled()
  await anna.goOffline()
  await expect(other).toBeDisabled()
  await expect(other).toHaveAccessibleDescription(
    'A card goes to another board only while there is a network.',
  )
  await dialog.getByRole('button', { name: 'Column', exact: false }).click()
  await anna.page.getByRole('option', { name: 'Doing' }).click()
  await dialog.getByRole('button', { name: 'Move', exact: true }).click()
  await hers.shows({ 'To do': ['Compare'], Doing: ['Measure'] })
  await hers.says('Offline, 1 change kept on this device')
  await anna.comeBack()
  await hers.says('Saved')
})

test('a board that is not on this device says why it does not open, and opens once there is a network', async ({
  here: { anna, board },
}) => {
  const { page } = anna
  await page.goto('/')
  await workerReady(page)
  await anna.goOffline()
  await page.goto(`/boards/${board.id}`)
  await expect(page.getByText('Atelier does not answer. We keep trying.')).toBeVisible()
  await anna.comeBack()
  await boardPage(anna).shows({ 'To do': ['Measure', 'Compare'], Doing: [] })
})
