import { putMember } from '@atelier/server/projects/project-change-queries'
import { makeBoard, makeProject } from '@atelier/server/testing/make'
import { expect, type Page } from '@playwright/test'
import { boardPage } from './board-page'
import { choose } from './choose'
import { test } from './fixtures'
import { pressKeys } from './keys'

const outcomes = (page: Page) => page.getByRole('region', { name: 'Outcomes' })
const names = (page: Page) => outcomes(page).getByRole('heading', { level: 3 })
const heard = (page: Page) => page.locator('p[data-live-announcer]')

/** By keys alone, on the project's page. */
async function addOutcome(page: Page, name: string) {
  await outcomes(page).getByRole('button', { name: 'Add outcome' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'New outcome' })
  const field = dialog.getByRole('textbox', { name: 'What will somebody be able to do?' })
  await field.fill(name)
  await field.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(names(page).filter({ hasText: name })).toBeVisible()
}

test('an outcome is said on the project, given to a card by keyboard, seen by the other at once, and counted when the card is done', async ({
  house,
  project,
  workspace,
  together,
}) => {
  const [anna, ben] = await together(project, 'lead', 'contributor')
  const made = await makeBoard(house.db, project, workspace.owner, {
    columns: ['To do', 'Done'],
    done: ['Done'],
    cards: [
      { title: 'Measure', column: 'To do' },
      { title: 'Other', column: 'To do' },
    ],
  })
  const hers = boardPage(anna)
  await anna.page.goto(`/projects/${project.id}`)
  await ben.page.goto(`/boards/${made.id}?lanes=outcome`)
  const lane = (name: RegExp) => ben.page.getByRole('region', { name })
  await expect(lane(/^To do, No outcome, 2 cards$/)).toBeVisible()

  await test.step('those who lead say it, and a board that is open has a lane for it', async () => {
    await addOutcome(anna.page, 'Reads a drift chart')
    await expect(lane(/^To do, Reads a drift chart, 0 cards$/)).toBeVisible()
    await expect(outcomes(anna.page)).toContainText('No card contributes yet')
  })

  await test.step('a card contributes by keys, and is in that lane for the other', async () => {
    await hers.open(made)
    await hers.card('Measure').focus()
    await anna.page.keyboard.press('Enter')
    const dialog = anna.page.getByRole('dialog', { name: 'Card Measure' })
    await dialog.getByRole('button', { name: 'Choose outcomes' }).press('Enter')
    const option = anna.page.getByRole('option', { name: 'Reads a drift chart' })
    await expect(anna.page.getByRole('listbox')).toBeFocused()
    await anna.page.keyboard.press('ArrowDown')
    await expect(option).toBeFocused()
    await anna.page.keyboard.press('Space')
    await expect(option).toHaveAttribute('aria-selected', 'true')
    await anna.page.keyboard.press('Escape')
    await expect(
      dialog.getByRole('button', { name: 'Outcomes: Reads a drift chart. Choose outcomes' }),
    ).toBeFocused()
    await expect(lane(/^To do, Reads a drift chart, 1 card$/)).toContainText('Measure')
    await expect(lane(/^To do, No outcome, 1 card$/)).toContainText('Other')
    await hers.says('Saved')
  })

  await test.step('what the project counts follows the card when the other finishes it', async () => {
    await anna.page.goto(`/projects/${project.id}`)
    await expect(outcomes(anna.page)).toContainText('0 of 1 card done')
    await ben.page.getByRole('row', { name: 'Measure', exact: true }).focus()
    await ben.page.keyboard.press('Alt+Shift+ArrowRight')
    await expect(lane(/^Done, Reads a drift chart, 1 card$/)).toContainText('Measure')
    await expect(outcomes(anna.page)).toContainText('1 of 1 card done')
  })

  await test.step('and leads to the board, narrowed to its cards', async () => {
    await outcomes(anna.page).getByRole('link', { name: made.title }).press('Enter')
    await hers.shows({ 'To do': [], Done: ['Measure'] })
  })
})

test('outcomes are put in order by keys, by the menu and by hand, and everybody sees that order', async ({
  project,
  together,
}) => {
  const [anna, ben] = await together(project, 'lead', 'viewer')
  for (const { page } of [anna, ben]) await page.goto(`/projects/${project.id}`)
  for (const name of ['First', 'Second', 'Third']) await addOutcome(anna.page, name)
  const both = async (...wanted: string[]) => {
    for (const { page } of [anna, ben]) await expect(names(page)).toHaveText(wanted)
  }
  const more = (name: string) => anna.page.getByRole('button', { name: `More about ${name}` })
  await both('First', 'Second', 'Third')

  await test.step('by keys, twice, with the keyboard on it all the way', async () => {
    await more('First').focus()
    await pressKeys(anna.page, 'Alt+Shift+ArrowDown', 'Alt+Shift+ArrowDown')
    await both('Second', 'Third', 'First')
    await expect(heard(anna.page)).toHaveText('First is now at place 3 of 3.')
    await expect(more('First')).toBeFocused()
    await pressKeys(anna.page, 'Alt+Shift+ArrowDown')
    await both('Second', 'Third', 'First')
  })

  await test.step('by the menu', async () => {
    await more('First').press('Enter')
    await anna.page.getByRole('menuitem', { name: /^Move up/ }).press('Enter')
    await both('Second', 'First', 'Third')
    await expect(heard(anna.page)).toHaveText('First is now at place 2 of 3.')
    await expect(more('First')).toBeFocused()
  })

  await test.step('by hand, to the top, and the other way to the end', async () => {
    const row = (name: string) =>
      outcomes(anna.page)
        .getByRole('listitem')
        .filter({ has: anna.page.getByRole('heading', { name }) })
    const grip = (name: string) => row(name).locator('.outcome-grip')
    const up = { targetPosition: { x: 20, y: 2 }, steps: 12 }
    await grip('Third').dragTo(row('Second'), up)
    await both('Third', 'Second', 'First')
    await expect(heard(anna.page)).toHaveText('Third is now at place 1 of 3.')
    const { height = 0 } = (await row('First').boundingBox()) ?? {}
    await grip('Third').dragTo(row('First'), {
      targetPosition: { x: 20, y: height - 2 },
      steps: 12,
    })
    await both('Second', 'First', 'Third')
  })

  await test.step('whoever only reads has nothing to hold', async () => {
    await expect(ben.page.locator('.outcome-grip')).toHaveCount(0)
    await expect(outcomes(ben.page).getByRole('button')).toHaveCount(0)
  })
})

test('a card that goes to another project says which outcomes that does not have, and its history keeps them', async ({
  house,
  project,
  workspace,
  together,
}) => {
  const [anna, ben] = await together(project, 'lead', 'contributor')
  const other = await makeProject(house.db, workspace.owner, { title: 'Line 3' })
  for (const { id } of [anna, ben]) await putMember(house.db, other, id, 'contributor')
  const cards = [{ title: 'Measure', column: 'To do' }]
  const from = await makeBoard(house.db, project, workspace.owner, { cards })
  const to = await makeBoard(house.db, other, workspace.owner, { title: 'Plan there' })
  const [hers, his] = [boardPage(anna), boardPage(ben)]
  await anna.page.goto(`/projects/${project.id}`)
  await addOutcome(anna.page, 'Reads a drift chart')
  await hers.open(from)
  await his.open(to)
  const dialog = (await hers.openCard('Measure')).dialog
  await dialog.getByRole('button', { name: 'Choose outcomes' }).click()
  await anna.page.getByRole('option', { name: 'Reads a drift chart' }).press('Space')
  await pressKeys(anna.page, 'Escape', 'Escape')
  await expect(dialog).toBeHidden()

  await hers.card('Measure').focus()
  await anna.page.keyboard.press('m')
  const move = anna.page.getByRole('dialog', { name: 'Move card' })
  await choose(move, 'Project', 'Line 3')
  await choose(move, 'Board', 'Plan there')
  await expect(move.getByRole('button', { name: 'Plan there Board' })).toBeFocused()
  const go = move.getByRole('button', { name: 'Move to that board' })
  // A key that is pressed on what is not enabled yet goes to what has the focus.
  await expect(go).toBeEnabled()
  await go.press('Enter')
  const said = 'The other project does not have the outcome Reads a drift chart'
  await expect(anna.page.getByText(said).first()).toBeVisible()
  await hers.hears(new RegExp(said))
  await his.shows({ 'To do': ['Measure'], Done: [] })
  const there = await his.openCard('Measure')
  await there.dialog.getByRole('button', { name: 'Show what happened' }).click()
  await expect(there.dialog).toContainText(
    'the outcome “Reads a drift chart”, which is not of this one',
  )

  await anna.page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await hers.shows({ 'To do': ['Measure'], Done: [] })
  await hers.openCard('Measure')
  await expect(dialog.getByRole('button', { name: /^Outcomes: Reads a drift chart/ })).toBeVisible()
})
