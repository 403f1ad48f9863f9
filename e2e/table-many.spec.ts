import { makeBoard } from '@atelier/server/testing/make'
import { expect, type Page } from '@playwright/test'
import { type BoardPage, boardPage } from './board-page'
import { test as base } from './fixtures'
import { pressKeys } from './keys'

/** Anna works with many rows of the table, Ben looks at the board. */
type Pair = { anna: BoardPage; ben: BoardPage }

const test = base.extend<{ pair: Pair }>({
  pair: async ({ house, project, workspace, together }, use) => {
    const made = await makeBoard(house.db, project, workspace.owner, {
      columns: ['To do', 'Done'],
      labels: [{ name: 'Safety', colour: 'red' }],
      cards: ['One', 'Two', 'Three', 'Four', 'Five'].map((title) => ({ title, column: 'To do' })),
    })
    const [anna, ben] = await together(project, 'contributor', 'viewer')
    const pair = { anna: boardPage(anna), ben: boardPage(ben) }
    await anna.page.goto(`/boards/${made.id}?view=table`)
    await expect(row(anna.page, 'Five')).toBeVisible()
    await pair.ben.open(made)
    await use(pair)
  },
})

const table = (page: Page) => page.getByRole('grid', { name: 'Cards of this board' })
const head = (page: Page, title: string) => table(page).getByRole('rowheader', { name: title })
const row = (page: Page, title: string) =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: title }) })
const bar = (page: Page) => page.getByRole('toolbar', { name: 'Selected cards' })
/** Which rows are chosen, in the order of the screen. */
const chosen = (page: Page) =>
  table(page)
    .locator('[role=row][aria-selected=true] .table-words')
    .evaluateAll((cells) =>
      cells.flatMap((cell) => (cell.closest('[role=rowheader]') ? cell.textContent : [])),
    )
const choice = (page: Page, ...titles: string[]) => expect.poll(() => chosen(page)).toEqual(titles)

test('rows are chosen by keys, changed at once, and taken back by one undo', async ({ pair }) => {
  const { anna, ben } = pair
  const { page } = anna
  const press = (key: string) => page.keyboard.press(key)
  await head(page, 'Two').click()
  await expect(head(page, 'Two')).toBeFocused()
  await press('x')
  await choice(page, 'Two')
  await expect(bar(page)).toContainText('1 card selected')

  await test.step('on and back by Shift with arrows', async () => {
    await press('Shift+ArrowDown')
    await press('Shift+ArrowDown')
    await choice(page, 'Two', 'Three', 'Four')
    await press('Shift+ArrowUp')
    await choice(page, 'Two', 'Three')
    await expect(head(page, 'Three')).toBeFocused()
    await expect(bar(page)).toContainText('2 cards selected')
  })

  await test.step('one change for all, seen by the other', async () => {
    await bar(page).getByRole('button', { name: 'Label' }).press('Enter')
    await page.getByRole('dialog').getByRole('row', { name: 'Safety' }).click()
    for (const title of ['Two', 'Three']) await expect(ben.card(title)).toContainText('Safety')
    for (const title of ['One', 'Four', 'Five'])
      await expect(ben.card(title)).not.toContainText('Safety')
  })

  await test.step('and one undo for all', async () => {
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    for (const title of ['Two', 'Three']) await expect(ben.card(title)).not.toContainText('Safety')
    await anna.says('Saved')
  })
})

test('rows are chosen by mouse with Ctrl and Shift, moved by a key, and brought back by another', async ({
  pair,
}) => {
  const { anna, ben } = pair
  const { page } = anna
  await head(page, 'One').click({ modifiers: ['ControlOrMeta'] })
  await head(page, 'Three').click({ modifiers: ['ControlOrMeta'] })
  await choice(page, 'One', 'Three')
  await head(page, 'Five').click({ modifiers: ['Shift'] })
  await choice(page, 'One', 'Three', 'Four', 'Five')
  await head(page, 'One').click({ modifiers: ['ControlOrMeta'] })
  await choice(page, 'Three', 'Four', 'Five')

  await pressKeys(page, 'ArrowDown', 'ArrowDown', 'ArrowDown')
  await expect(head(page, 'Four')).toBeFocused()
  await page.keyboard.press('m')
  const dialog = page.getByRole('dialog', { name: 'Move card' })
  await expect(dialog).toContainText('3 cards')
  await dialog.getByRole('button', { name: /Column$/ }).click()
  await page.getByRole('option', { name: 'Done' }).click()
  await dialog.getByRole('button', { name: 'Move', exact: true }).press('Enter')
  await ben.shows({ 'To do': ['One', 'Two'], Done: ['Three', 'Four', 'Five'] })
  await anna.hears('3 cards moved to Done')
  await page.keyboard.press('Control+z')
  await ben.shows({ 'To do': ['One', 'Two', 'Three', 'Four', 'Five'], Done: [] })

  await page.keyboard.press('Escape')
  await choice(page)
  await expect(bar(page)).toHaveCount(0)
})

test('what chooses rows is on the sheet of shortcuts', async ({ pair }) => {
  const { page } = pair.anna
  await head(page, 'One').click()
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  for (const words of ['Select the row', 'Select the next row, too', 'Move what is selected to…'])
    await expect(sheet.getByText(words, { exact: true })).toBeVisible()
})
