import { makeBoard } from '@atelier/server/testing/make'
import { expect, type Page } from '@playwright/test'
import { boardPage } from './board-page'
import { test } from './fixtures'

const labels = [{ name: 'Safety', colour: 'red' as const }]
const cards = [
  { title: 'Measure', column: 'To do', labels: ['Safety'], due: '2030-01-02' },
  { title: 'Report', column: 'To do', due: '2030-01-01' },
  { title: 'Weld', column: 'Doing' },
]
const seed = { columns: ['To do', 'Doing'], labels, cards }

const table = (page: Page) => page.getByRole('grid', { name: 'Cards of this board' })
const titles = (page: Page) =>
  table(page)
    .getByRole('rowheader')
    .evaluateAll((cells) => cells.map((cell) => cell.querySelector('.table-words')?.textContent))

test('a table is sorted, edited by keyboard, and live, while another works on the board', async ({
  house,
  workspace,
  project,
  together,
}) => {
  const made = await makeBoard(house.db, project, workspace.owner, seed)
  const [anna, ben] = await together(project, 'contributor', 'contributor')
  const { page } = anna
  const board = boardPage(ben)
  await boardPage(anna).open(made)
  await board.open(made)
  const press = (key: string) => page.keyboard.press(key)

  await test.step('a key shows the table, and the address says so', async () => {
    await page.keyboard.press('2')
    await expect(table(page)).toBeVisible()
    await expect(page).toHaveURL(/view=table/)
    await expect.poll(() => titles(page)).toEqual(['Measure', 'Report', 'Weld'])
  })

  await test.step('the head sorts', async () => {
    await table(page).getByRole('columnheader', { name: 'Due' }).getByRole('button').click()
    await expect.poll(() => titles(page)).toEqual(['Report', 'Measure', 'Weld'])
    await expect(table(page).getByRole('columnheader', { name: 'Due' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    )
  })

  await test.step('an edit holds while others change cards around it', async () => {
    await table(page).getByRole('rowheader', { name: 'Measure' }).click()
    await press('F2')
    const field = page.getByRole('textbox', { name: 'Title', exact: true })
    await expect(field).toBeFocused()
    await field.fill('Measure twice')
    await board.addCard('Doing', 'From Ben')
    await expect.poll(() => titles(page)).not.toContain('From Ben')
    await expect(field).toBeFocused()
    await press('Enter')
    await expect(board.card('Measure twice')).toBeVisible()
    await expect.poll(() => titles(page)).toContain('From Ben')
    await expect(table(page).getByRole('rowheader', { name: 'Measure twice' })).toBeFocused()
  })

  await test.step('the keyboard walks, chooses people, and takes points', async () => {
    await press('ArrowRight')
    await press('ArrowRight')
    await press('Enter')
    await page.getByRole('option', { name: ben.name }).press('Space')
    await press('Escape')
    const row = table(page).getByRole('row', { name: 'Measure twice' })
    const cell = (column: string) => row.locator(`[data-column=${column}]`)
    await expect(cell('people')).toBeFocused()
    await expect(cell('people').getByText(ben.name)).toBeVisible()
    for (let left = 4; left > 0; left--) await press('ArrowRight')
    await expect(cell('estimate')).toBeFocused()
    await press('F2')
    await expect(page.getByRole('textbox', { name: 'Points' })).toBeFocused()
    await page.keyboard.type('many')
    await press('Enter')
    await expect(page.getByText('Points are a number from 0 to')).toBeVisible()
    await page.getByRole('textbox', { name: 'Points' }).fill('3')
    await press('Tab')
    await expect(table(page).getByRole('row', { name: 'Measure twice' })).toContainText('3')
  })

  await test.step('groups count, and take a new card that fits', async () => {
    await page.getByRole('button', { name: 'Group', exact: true }).click()
    await page.getByRole('menuitemradio', { name: 'By person' }).click()
    const group = table(page).getByRole('gridcell', { name: new RegExp(`^${ben.name} \\d`) })
    await expect(group).toContainText('1 card')
    await expect(group).toContainText('3 points')
    await table(page).getByRole('gridcell', { name: 'Add card' }).first().click()
    await page.keyboard.type('For Ben')
    await press('Enter')
    await press('Escape')
    await expect(group).toContainText('2 cards')
    await expect(board.card('For Ben')).toBeVisible()
  })
})

test('a filter travels in a link, and a view is kept, begun with, deleted and brought back', async ({
  house,
  workspace,
  project,
  together,
}) => {
  const made = await makeBoard(house.db, project, workspace.owner, seed)
  const [anna, ben] = await together(project, 'contributor', 'viewer')
  const { page } = anna
  const board = boardPage(anna)
  await board.open(made)

  await test.step('Anna filters by label and by words', async () => {
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByRole('option', { name: 'Safety' }).click()
    await page.keyboard.press('Escape')
    await board.shows({ 'To do': ['Measure'], Doing: [] })
    await page.getByRole('searchbox', { name: 'Filter cards' }).fill('#saf meas')
    await expect(page).toHaveURL(/q=/)
    await board.shows({ 'To do': ['Measure'], Doing: [] })
  })

  await test.step('Ben sees the same by her link, and takes the label off for himself', async () => {
    const his = boardPage(ben)
    await ben.page.goto(page.url())
    await his.shows({ 'To do': ['Measure'], Doing: [] })
    await ben.page.getByRole('button', { name: 'Clear filter' }).click()
    await his.shows({ 'To do': ['Measure', 'Report'], Doing: ['Weld'] })
    await board.shows({ 'To do': ['Measure'], Doing: [] })
  })

  const menu = () => page.getByRole('button', { name: 'Views', exact: true })
  await test.step('she keeps it as her start', async () => {
    await menu().click()
    await page.getByRole('menuitem', { name: 'Save this view…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Save this view' })
    await dialog.getByRole('textbox').fill('What is dangerous')
    await dialog.getByText('Show it first when I open this board').click()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toBeHidden()
    await board.open(made)
    await board.shows({ 'To do': ['Measure'], Doing: [] })
  })

  await test.step('Ben has none of it', async () => {
    await ben.page.getByRole('button', { name: 'Views', exact: true }).click()
    await expect(ben.page.getByRole('menuitem', { name: 'Save this view…' })).toBeVisible()
    await expect(ben.page.getByRole('menuitem', { name: 'What is dangerous' })).toBeHidden()
  })

  await test.step('deleted, and taken back', async () => {
    await menu().click()
    await page.getByRole('menuitem', { name: 'Manage my views…' }).click()
    const dialog = page.getByRole('dialog', { name: 'My views of this board' })
    await dialog.getByRole('button', { name: /^Actions for view/ }).click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await expect(dialog.getByText('You keep no views of this board.')).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
    await menu().click()
    await expect(page.getByRole('menuitem', { name: 'What is dangerous' })).toBeVisible()
  })
})

test('the archive is searched, and several cards come back at once', async ({
  house,
  workspace,
  project,
  together,
}) => {
  const archived = cards.map((card) => ({ ...card, archived: true }))
  const made = await makeBoard(house.db, project, workspace.owner, { ...seed, cards: archived })
  const [anna, ben] = await together(project, 'contributor', 'contributor')
  const { page } = anna
  const board = boardPage(ben)
  await boardPage(anna).open(made)
  await board.open(made)
  await page.getByRole('button', { name: 'Archive', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Archive' })
  await dialog.getByRole('searchbox').fill('to do')
  await expect(dialog.getByRole('status')).toHaveText('2 cards')
  for (const title of ['Measure', 'Report'])
    await dialog.getByRole('checkbox', { name: `Choose ${title}` }).press('Space')
  await dialog.getByRole('button', { name: 'Restore 2 cards' }).click()
  await board.shows({ 'To do': ['Measure', 'Report'], Doing: [] })
  await dialog.getByRole('searchbox').fill('')
  await expect(dialog.getByRole('status')).toHaveText('1 card')
})
