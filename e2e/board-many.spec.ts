import { makeBoard } from '@atelier/server/testing/make'
import { expect } from '@playwright/test'
import { type BoardPage, boardPage } from './board-page'
import { choose } from './choose'
import { test as base } from './fixtures'

/** Anna works with many cards, Ben looks on. */
type Pair = { anna: BoardPage; ben: BoardPage }

const test = base.extend<{ pair: Pair }>({
  pair: async ({ house, project, workspace, together }, use) => {
    const board = await makeBoard(house.db, project, workspace.owner, {
      columns: ['To do', 'Doing', 'Done'],
      labels: [{ name: 'Safety', colour: 'red' }],
      cards: [
        ...['One', 'Two', 'Three', 'Four'].map((title) => ({ title, column: 'To do' })),
        { title: 'Five', column: 'Doing' },
      ],
    })
    const [anna, ben] = await together(project, 'contributor', 'viewer')
    const pair = { anna: boardPage(anna), ben: boardPage(ben) }
    await pair.anna.open(board)
    await pair.ben.open(board)
    await use(pair)
  },
})

const chosen = ({ page }: BoardPage) => page.getByRole('toolbar', { name: 'Selected cards' })

test('cards are chosen by key, moved at once, and taken back by one undo', async ({ pair }) => {
  const { anna, ben } = pair
  const { keyboard } = anna.page
  await anna.card('One').focus()
  await keyboard.press('x')
  await expect(chosen(anna)).toContainText('1 card selected')
  await expect(anna.card('One')).toHaveAttribute('aria-selected', 'true')
  await keyboard.press('ArrowDown')
  await expect(anna.card('Two')).toBeFocused()
  await keyboard.press('Shift+ArrowDown')
  await expect(chosen(anna)).toContainText('3 cards selected')
  await expect(anna.card('Three')).toBeFocused()
  await keyboard.press('m')
  const dialog = anna.page.getByRole('dialog', { name: 'Move card' })
  await expect(dialog).toContainText('3 cards')
  await keyboard.press('Enter')
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: /^Doing Column$/ })).toBeFocused()
  await dialog.getByRole('button', { name: 'Move', exact: true }).press('Enter')
  const moved = { 'To do': ['Four'], Doing: ['Five', 'One', 'Two', 'Three'], Done: [] }
  await ben.shows(moved)
  await anna.hears('3 cards moved to Doing')
  await expect(anna.card('One')).toBeFocused()
  await keyboard.press('Control+z')
  await ben.shows({ 'To do': ['One', 'Two', 'Three', 'Four'], Doing: ['Five'], Done: [] })
  await keyboard.press('Escape')
  await expect(chosen(anna)).toHaveCount(0)
  await anna.says('Saved')
})

test('what is chosen by mouse is dragged, labelled, estimated and archived together', async ({
  pair,
}) => {
  const { anna, ben } = pair
  const bar = chosen(anna)
  await anna.card('One').click({ modifiers: ['Control'] })
  await anna.card('Three').click({ modifiers: ['Shift'] })
  await expect(bar).toContainText('3 cards selected')
  await expect(anna.page.getByRole('dialog')).toHaveCount(0)
  await bar.getByRole('button', { name: 'Label' }).click()
  await anna.page
    .getByRole('grid', { name: 'Labels of this card' })
    .getByRole('row', { name: 'Safety' })
    .click()
  await anna.page.keyboard.press('Escape')
  for (const title of ['One', 'Two', 'Three']) await expect(ben.card(title)).toContainText('Safety')
  await test.step('people are searched as on a card', async () => {
    await bar.getByRole('button', { name: 'Assign' }).click()
    await anna.page.keyboard.type('olg')
    const people = anna.page.getByRole('listbox', { name: 'Assignees of this card' })
    await expect(people.getByRole('option')).toHaveText([/Olga Owner/])
    await people.getByRole('option').click()
    await anna.page.keyboard.press('Escape')
    for (const title of ['One', 'Two', 'Three'])
      await expect(ben.card(title)).toContainText('Olga Owner')
  })
  await bar.getByRole('button', { name: 'Estimate' }).click()
  await anna.page.getByRole('textbox', { name: 'Estimate in points' }).fill('2,5')
  await anna.page.keyboard.press('Enter')
  await expect(ben.column('To do').getByText('Estimates here add up to 7.5 points')).toBeAttached()
  await anna.card('Two').dragTo(anna.column('Done').getByRole('grid'), { steps: 12 })
  await ben.shows({ 'To do': ['Four'], Doing: ['Five'], Done: ['One', 'Two', 'Three'] })
  await anna.hears('3 cards moved to Done')
  await bar.getByRole('button', { name: 'Archive' }).click()
  await ben.shows({ 'To do': ['Four'], Doing: ['Five'], Done: [] })
  await expect(bar).toHaveCount(0)
  const toast = anna.page.getByRole('alertdialog').filter({ hasText: '3 cards archived' })
  await toast.getByRole('button', { name: 'Undo' }).click()
  await ben.shows({ 'To do': ['Four'], Doing: ['Five'], Done: ['One', 'Two', 'Three'] })
})

test('a column with a limit warns and takes the card all the same', async ({ pair }) => {
  const { anna, ben } = pair
  await anna.fromMenu('column', 'Doing', 'Limit cards…')
  const dialog = anna.page.getByRole('dialog', { name: 'Limit cards in Doing' })
  await dialog.getByRole('textbox').fill('0')
  await anna.page.keyboard.press('Enter')
  await expect(dialog).toContainText('Give a whole number from 1 to 999')
  await dialog.getByRole('textbox').fill('1')
  await anna.page.keyboard.press('Enter')
  await expect(ben.page.getByRole('grid', { name: 'Doing, 1 of at most 1 cards' })).toBeVisible()
  await anna.moveTo('One', 'Doing', 1)
  await anna.hears('Card One moved to Doing, position 1 of 2. That is above the limit of 1.')
  await expect(
    ben.page.getByRole('grid', { name: 'Doing, 2 cards, above the limit of 1' }),
  ).toBeVisible()
})
test('on a board of thousands the keyboard and a drag reach cards far out of view', async ({
  house,
  project,
  workspace,
  together,
}) => {
  const columns = ['To do', 'Done']
  const cards = Array.from({ length: 3000 }, (_, n) => ({
    title: `Card ${n + 1}`,
    column: n < 2000 ? 'To do' : 'Done',
  }))
  const made = await makeBoard(house.db, project, workspace.owner, { columns, cards })
  const [anna] = await together(project, 'contributor')
  const board = boardPage(anna)
  const { keyboard } = anna.page
  await board.open(made)
  await expect(board.card('Card 1')).toBeVisible()
  await expect(board.column('To do').getByRole('grid')).toHaveAttribute('aria-rowcount', '2000')
  expect(await anna.page.locator('.board-card').count()).toBeLessThan(100)
  await board.card('Card 1').focus()
  await keyboard.press('End')
  await expect(board.card('Card 2000')).toBeFocused()
  await expect(board.card('Card 2000')).toBeInViewport()
  await board.fromMenu('card', 'Card 2000', 'Move to…')
  const dialog = anna.page.getByRole('dialog', { name: 'Move card' })
  await dialog.getByRole('textbox', { name: 'Position' }).fill('2001')
  await keyboard.press('Enter')
  await expect(dialog).toContainText('Write a place from 1 to 2000.')
  await keyboard.press('Escape')
  await board.moveTo('Card 2000', 'Done', 1000)
  await board.hears('Card Card 2000 moved to Done, position 1000 of 1001')
  await expect(board.card('Card 2000')).toBeFocused()
  await expect(board.card('Card 2000')).toBeInViewport()
  // Out of sight, the card with the keyboard is where it was.
  await board
    .column('Done')
    .getByRole('grid')
    .evaluate((list) => list.scrollTo({ top: 0 }))
  await expect(board.card('Card 2001')).toBeVisible()
  await expect(board.card('Card 2000')).toBeFocused()
  await keyboard.press('ArrowUp')
  await expect(board.card('Card 2999')).toBeFocused()
  await expect(board.card('Card 2999')).toBeInViewport()
  await board.says('Saved')
})

test('a card goes to another lane by mouse, by keyboard and by what is written there', async ({
  house,
  project,
  workspace,
  together,
}) => {
  const [anna, ben] = await together(project, 'contributor', 'contributor')
  const made = await makeBoard(house.db, project, workspace.owner, {
    columns: ['To do', 'Done'],
    cards: [
      { title: 'One', column: 'To do', assignee: anna.id },
      { title: 'Two', column: 'To do' },
    ],
  })
  const board = boardPage(anna)
  const { keyboard } = anna.page
  await anna.page.goto(`/boards/${made.id}?lanes=person`)
  const cell = (name: RegExp) => anna.page.getByRole('region', { name })
  const hers = cell(/^To do, Anna Berg, 1 card$/)
  const one = anna.page.getByRole('row', { name: 'One', exact: true })
  await expect(cell(/^To do, Nobody, 1 card$/)).toBeVisible()
  const his = boardPage(ben)
  await his.open(made)

  await test.step('dragged, and taken back in one step', async () => {
    await one.dragTo(cell(/^Done, Ben Okafor, 0 cards$/).getByRole('grid'), { steps: 12 })
    await expect(cell(/^Done, Ben Okafor, 1 card$/)).toBeVisible()
    await expect(cell(/^To do, Anna Berg, 0 cards$/)).toBeVisible()
    await his.shows({ 'To do': ['Two'], Done: ['One'] })
    await expect(his.card('One')).toContainText('Ben Okafor')
    await anna.page.getByRole('button', { name: 'Undo', exact: true }).click()
    await his.shows({ 'To do': ['One', 'Two'], Done: [] })
    await expect(his.card('One')).toContainText('Anna Berg')
  })

  await test.step('by an arrow into the next lane, and heard', async () => {
    await one.focus()
    await keyboard.press('Alt+Shift+ArrowDown')
    await expect(cell(/^To do, Ben Okafor, 1 card$/).getByRole('row')).toBeFocused()
    await board.hears('Card One moved to To do, position 2 of 2')
    await expect(his.card('One')).toContainText('Ben Okafor')
    await keyboard.press('ArrowDown')
    await expect(anna.page.getByRole('row', { name: 'Two', exact: true })).toBeFocused()
  })

  await test.step('what is written in a lane is its person’s', async () => {
    await cell(/^Done, Ben Okafor,/)
      .getByRole('button', { name: 'Add card' })
      .click()
    await keyboard.type('Weld')
    await keyboard.press('Enter')
    await keyboard.press('Escape')
    await board.hears('Card Weld added to Done, Ben Okafor')
    await expect(his.card('Weld')).toContainText('Ben Okafor')
    // The keyboard stays with a new card until a key says otherwise.
    await expect(anna.page.getByRole('row', { name: 'Weld', exact: true })).toBeFocused()
    await keyboard.press('Shift+Tab')
  })

  await test.step('a folded lane says its number, also when she comes back', async () => {
    const lane = () => anna.page.getByRole('button', { name: 'Ben Okafor 2' })
    await lane().press('Enter')
    await expect(cell(/^Done, Ben Okafor,/)).toHaveCount(0)
    await board.says('Saved')
    await anna.page.reload()
    await expect(lane()).toHaveAttribute('aria-expanded', 'false')
    await expect(hers.or(cell(/^To do, Anna Berg, 0 cards$/))).toBeVisible()
  })
})

test('of thousands of cards in lanes few are drawn, and the keyboard reaches all of them', async ({
  house,
  project,
  workspace,
  together,
}) => {
  const labels = Array.from({ length: 12 }, (_, n) => ({
    name: `Label ${n + 1}`,
    colour: 'blue' as const,
  }))
  const cards = Array.from({ length: 2400 }, (_, n) => ({
    title: `Card ${n + 1}`,
    column: n % 2 === 0 ? 'To do' : 'Done',
    labels: [`Label ${Math.floor(n / 200) + 1}`],
  }))
  const columns = ['To do', 'Done']
  const made = await makeBoard(house.db, project, workspace.owner, { columns, labels, cards })
  const [anna] = await together(project, 'contributor')
  const { page } = anna
  const board = boardPage(anna)
  await page.goto(`/boards/${made.id}?lanes=label`)
  await expect(board.card('Card 1')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Label 12', exact: true })).toBeAttached()
  expect(await page.locator('.board-card').count()).toBeLessThan(120)
  await board.card('Card 1').focus()
  await page.keyboard.press('End')
  await expect(board.card('Card 199')).toBeFocused()
  await expect(board.card('Card 199')).toBeInViewport()
  await page.keyboard.press('ArrowDown')
  await expect(board.card('Card 201')).toBeFocused()
  await expect(board.card('Card 201')).toBeInViewport()
  await board.fromMenu('card', 'Card 201', 'Move to…')
  const dialog = page.getByRole('dialog', { name: 'Move card' })
  await choose(dialog, 'Lane', 'Label 12')
  await dialog.getByRole('button', { name: 'Move', exact: true }).click()
  await expect(
    page.getByRole('region', { name: /^To do, Label 12,/ }).getByRole('row', { name: 'Card 201' }),
  ).toBeFocused()
  await expect(board.card('Card 201')).toBeInViewport()
  expect(await page.locator('.board-card').count()).toBeLessThan(160)
})
