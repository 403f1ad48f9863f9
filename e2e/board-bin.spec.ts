/** A board in the bin: who is told what, what comes back, and what is gone for good. */
import { makeBoard } from '@atelier/server/testing/make'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { boardPage } from './board-page'
import { test as base } from './fixtures'

const test = base.extend<{ board: { id: string; title: string } }>({
  board: async ({ house, project, workspace }, use) => {
    const cards = [{ title: 'Measure', column: 'To do' }]
    const seed = { title: 'Line 3', columns: ['To do', 'Done'], cards }
    await use(await makeBoard(house.db, project, workspace.owner, seed))
  },
})

const inBin = (page: Page) => page.getByRole('heading', { name: '“Line 3” is in the bin' })
const looksFine = async (page: Page) =>
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

test('a board in the bin is nobody’s until it is restored, and then whose it was', async ({
  board,
  project,
  together,
}) => {
  const [anna, ben, vera] = await together(project, 'contributor', 'contributor', 'viewer')
  for (const person of [anna, ben, vera]) await boardPage(person).open(board)
  await anna.page.getByRole('button', { name: 'More about this board' }).click()
  await anna.page.getByRole('menuitem', { name: 'Move board to bin' }).click()
  await expect(anna.page).toHaveURL(new RegExp(`/projects/${project.id}`))
  await expect(anna.page.getByRole('link', { name: 'Line 3' })).toHaveCount(0)
  await expect(anna.page.getByRole('link', { name: 'Bin, 1 item' })).toBeVisible()

  await expect(inBin(ben.page)).toBeVisible()
  await looksFine(ben.page)
  await expect(boardPage(vera).card('Measure')).toHaveCount(0)
  await expect(vera.page.getByRole('button', { name: 'Restore' })).toHaveCount(0)

  await anna.page.getByRole('button', { name: 'Undo' }).click()
  await boardPage(ben).shows({ 'To do': ['Measure'], Done: [] })
  const work = anna.page.getByRole('main')
  await expect(work.getByRole('link', { name: 'Line 3' })).toBeVisible()
  await expect(anna.page.getByRole('link', { name: 'Bin, 1 item' })).toHaveCount(0)
})

test('what somebody has not sent yet when their board goes to the bin is given back to them', async ({
  board,
  project,
  together,
}) => {
  const [anna, ben] = await together(project, 'contributor', 'contributor')
  const his = boardPage(ben)
  for (const person of [anna, ben]) await boardPage(person).open(board)
  await ben.goOffline()
  await his.addCard('To do', 'Ask the welders')
  await his.says(/^Offline/)
  await anna.page.keyboard.press('Control+k')
  await anna.page.keyboard.type('to bin')
  await anna.page.getByRole('menuitem', { name: 'Move board to bin' }).click()
  await expect(anna.page).toHaveURL(new RegExp(`/projects/${project.id}`))

  await ben.comeBack()
  await expect(inBin(ben.page)).toBeVisible()
  await expect(ben.page.getByText('Ask the welders')).toBeVisible()
  await expect(ben.page.getByRole('button', { name: 'Copy my text' })).toBeVisible()
  await ben.page.getByRole('button', { name: 'Restore' }).click()
  await his.shows({ 'To do': ['Measure'], Done: [] })
  await expect(ben.page.getByText('Ask the welders')).toBeVisible()
})

test('a board is deleted for good by who leads, once they have typed its name', async ({
  house,
  board,
  project,
  together,
}) => {
  const [anna, ben, cleo] = await together(project, 'lead', 'contributor', 'contributor')
  for (const person of [ben, cleo]) await boardPage(person).open(board)
  await ben.page.getByRole('button', { name: 'More about this board' }).click()
  await ben.page.getByRole('menuitem', { name: 'Move board to bin' }).click()
  await expect(inBin(cleo.page)).toBeVisible()
  for (const { page } of [anna, ben]) await page.goto(`/projects/${project.id}/bin`)
  await expect(ben.page.getByRole('button', { name: 'Restore “Line 3”' })).toBeVisible()
  await expect(ben.page.getByRole('button', { name: /for good/ })).toHaveCount(0)
  await anna.page.getByRole('button', { name: 'Delete “Line 3” for good' }).click()
  const dialog = anna.page.getByRole('dialog')
  await expect(dialog).toContainText('Its cards, history, comments and files will be gone.')
  await looksFine(anna.page)
  const erase = dialog.getByRole('button', { name: 'Delete for good' })
  await expect(erase).toBeDisabled()
  await dialog.getByRole('textbox').fill('line 3')
  await erase.click()
  for (const { page } of [anna, ben])
    await expect(page.getByRole('heading', { name: 'The bin is empty' })).toBeVisible()
  const answer = await anna.context.request.get(`${house.origin}/api/boards/${board.id}`)
  expect(answer.status()).toBe(404)
  await expect(cleo.page.getByRole('heading', { name: '“Line 3” is gone' })).toBeVisible()
  await expect(cleo.page.getByRole('button', { name: 'Restore' })).toHaveCount(0)
  await cleo.page.getByRole('link', { name: 'To the project' }).click()
  await expect(cleo.page).toHaveURL(new RegExp(`/projects/${project.id}`))
})
