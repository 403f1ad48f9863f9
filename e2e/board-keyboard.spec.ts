import { makeBoard, password } from '@atelier/server/testing/make'
import { expect, type Page } from '@playwright/test'
import { boardPage, cardWindow } from './board-page'
import { test } from './fixtures'
import { pressKeys } from './keys'

test('a whole piece of work without a mouse, from signing in to undoing', async ({
  house,
  workspace,
  project,
  browser,
}) => {
  await makeBoard(house.db, project, workspace.owner, {
    title: 'Scrap board',
    columns: ['To do', 'Doing', 'Done'],
    labels: [{ name: 'Safety', colour: 'red' }],
    cards: [
      { title: 'Measure', column: 'To do' },
      { title: 'Report', column: 'Doing' },
    ],
  })
  const context = await browser.newContext({ baseURL: house.origin })
  const page = await context.newPage()
  const board = boardPage({ page })
  const press = (...keys: string[]) => pressKeys(page, ...keys)
  const type = (words: string) => page.keyboard.type(words)

  await test.step('signs in', async () => {
    await page.goto('/')
    await expect(page.getByLabel('E-mail')).toBeFocused()
    await type(workspace.owner.email)
    await press('Tab')
    await type(password)
    await press('Enter')
    await expect(page.getByRole('heading', { name: /, Olga$/ })).toBeVisible()
  })

  await test.step('goes to the board by the palette', async () => {
    await press('Control+k')
    await expect(page.getByLabel('Search commands, projects, docs and boards')).toBeFocused()
    await type('scrap bo')
    await expect(page.getByRole('menuitem')).toHaveCount(1)
    await press('ArrowDown', 'Enter')
    await expect(board.card('Measure')).toBeVisible()
  })

  await test.step('adds two cards', async () => {
    await press('n')
    await expect(page.getByLabel('Title of a new card in To do')).toBeFocused()
    await type('Compare the blades')
    await press('Enter')
    await type('Ask the night shift')
    await press('Enter', 'Escape')
    await board.shows({
      'To do': ['Measure', 'Compare the blades', 'Ask the night shift'],
      Doing: ['Report'],
      Done: [],
    })
    await board.hears('Card Ask the night shift added to To do')
    await expect(board.card('Ask the night shift')).toBeFocused()
  })

  await test.step('walks to a card and moves it', async () => {
    const last = board.card('Ask the night shift')
    await press('Tab', 'Tab')
    await expect(last.getByRole('button', { name: /^Actions for card/ })).toBeFocused()
    await press('Shift+Tab', 'Shift+Tab')
    await expect(last).toBeFocused()
    await press('ArrowUp')
    await expect(board.card('Compare the blades')).toBeFocused()
    await press('ArrowRight')
    await expect(board.card('Report')).toBeFocused()
    await press('ArrowLeft', 'Home', 'ArrowDown', 'm')
    const dialog = page.getByRole('dialog', { name: 'Move card' })
    await expect(dialog.getByRole('button', { name: /Column$/ })).toBeFocused()
    await press('Enter')
    await expect(page.getByRole('option', { name: 'To do' })).toBeFocused()
    await press('ArrowDown', 'Enter')
    await expect(dialog.getByRole('button', { name: /Column$/ })).toBeFocused()
    await press('Tab', 'Enter')
    await expect(page.getByRole('option', { name: '2 of 2, at the end' })).toBeFocused()
    await press('Home', 'Enter')
    await expect(dialog.getByRole('button', { name: /Position$/ })).toBeFocused()
    await press('Tab', 'Enter')
    await board.hears('Card Compare the blades moved to Doing, position 1 of 2')
    await expect(board.card('Compare the blades')).toBeFocused()
  })

  await test.step('opens it, names it, assigns it, and dates it', async () => {
    const window = cardWindow(page)
    await press('Enter')
    await expect(window.dialog).toBeVisible()
    await press('Tab')
    await reach(page, 'Title', press)
    await press('End')
    await type(' of both mills')
    await reach(page, 'Description', press)
    await type('Same steel, same day.')
    await reach(page, 'Assignees: nobody yet', press)
    await press('Enter')
    await expect(page.getByRole('textbox', { name: 'Find people' })).toBeFocused()
    await type('olga')
    await press('ArrowDown', 'Enter', 'Escape')
    await expect(window.dialog.getByRole('button', { name: 'Assignees: Olga Owner' })).toBeFocused()
    await reach(page, 'Edit labels', press)
    await press('Enter')
    await expect(page.getByRole('dialog', { name: 'Labels of this card' })).toBeFocused()
    await press('Tab')
    await expect(page.getByRole('row', { name: 'Safety' })).toBeFocused()
    await press('Space', 'Escape')
    await expect(window.dialog.getByRole('button', { name: 'Edit labels' })).toContainText('Safety')
    await press('Tab')
    await type('01122027')
    await reach(page, 'Remove start date', press)
    await press('Tab')
    await type('24122027')
    await press('Escape')
    await expect(window.dialog).toBeHidden()
    const card = board.card('Compare the blades of both mills')
    await expect(card).toBeFocused()
    for (const fact of ['Safety', 'Has a description', 'Olga Owner', '24 Dec 2027']) {
      await expect(card).toContainText(fact)
    }
  })

  await test.step('archives a card and takes that back', async () => {
    await press('Delete')
    await board.shows({ 'To do': ['Measure', 'Ask the night shift'], Doing: ['Report'], Done: [] })
    await expect(board.card('Report')).toBeFocused()
    await press('Control+z')
    await board.shows({
      'To do': ['Measure', 'Ask the night shift'],
      Doing: ['Compare the blades of both mills', 'Report'],
      Done: [],
    })
    await board.says('Saved')
  })
  await context.close()
})

test('a card just added is where the keyboard is, and its keys work from its buttons, too', async ({
  house,
  project,
  workspace,
  together,
}) => {
  const made = await makeBoard(house.db, project, workspace.owner)
  const [anna] = await together(project, 'contributor')
  const board = boardPage(anna)
  const { keyboard } = anna.page
  await board.open(made)
  const add = async (title: string) => {
    await keyboard.press('n')
    await expect(anna.page.getByLabel('Title of a new card in To do')).toBeFocused()
    await keyboard.type(title)
    await keyboard.press('Enter')
    await keyboard.press('Escape')
    await expect(board.card(title)).toBeFocused()
  }
  await add('Measure')
  await keyboard.press('Enter')
  const window = cardWindow(anna.page)
  await expect(window.title).toHaveValue('Measure')
  await window.close()
  await add('Report')
  const menu = board.card('Report').getByRole('button', { name: 'Actions for card Report' })
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await expect(menu).toBeFocused()
  await keyboard.press('m')
  await expect(anna.page.getByRole('dialog', { name: 'Move card' })).toBeVisible()
  await keyboard.press('Escape')
  await expect(board.card('Report')).toBeFocused()
  await keyboard.press('Tab')
  await expect(board.card('Report').getByRole('button', { name: 'Drag Report' })).toBeFocused()
  await keyboard.press('Delete')
  await board.shows({ 'To do': ['Measure'], Done: [] })
  await expect(board.card('Measure')).toBeFocused()
})

test('a link to a card that is gone says so, and leads back to the board', async ({
  house,
  project,
  workspace,
  together,
}) => {
  const made = await makeBoard(house.db, project, workspace.owner)
  const [anna] = await together(project, 'contributor')
  await anna.page.goto(`/boards/${made.id}?card=nonesuch`)
  const dialog = anna.page.getByRole('dialog', { name: 'This card is not here' })
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Back to the board' }).click()
  await expect(dialog).toBeHidden()
  await expect(anna.page).toHaveURL(`/boards/${made.id}`)
})

test('the keys are on a sheet that a key opens', async ({
  house,
  project,
  workspace,
  together,
}) => {
  const board = await makeBoard(house.db, project, workspace.owner)
  const [anna] = await together(project, 'contributor')
  await boardPage(anna).open(board)
  await anna.page.keyboard.press('?')
  const sheet = anna.page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  for (const words of ['New card', 'Move to…', 'Archive the card', 'Walk between cards']) {
    await expect(sheet.getByText(words)).toBeVisible()
  }
  await anna.page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
})

/** Tabs on until the keyboard is on what has that name. */
async function reach(
  page: Page,
  name: string,
  press: (key: string) => Promise<void>,
): Promise<void> {
  const dialog = page.getByRole('dialog')
  const wanted = dialog
    .getByRole('textbox', { name, exact: true })
    .or(dialog.getByRole('button', { name, exact: true }))
  for (let tabs = 0; tabs < 20; tabs++) {
    if (await wanted.evaluate((it) => it === document.activeElement)) return
    await press('Tab')
  }
  await expect(wanted).toBeFocused()
}
