/** What a card's letters and the palette do on the board, they do in the table, the calendar and the timeline. */
import { makeBoard } from '@atelier/server/testing/make'
import { dayAt, dayNumber } from '@atelier/shared/boards/span'
import { expect, type Locator, type Page } from '@playwright/test'
import { boardPage } from './board-page'
import { test } from './fixtures'
import { pressKeys } from './keys'

const today = dayNumber(new Date().toISOString().slice(0, 10))

const cardIn: Record<string, (page: Page) => Locator> = {
  table: (page) => page.getByRole('rowheader', { name: 'Measure' }),
  calendar: (page) => page.getByRole('button', { name: /^Measure, / }),
  timeline: (page) => page.getByRole('row', { name: /^Measure, / }),
}

for (const [view, card] of Object.entries(cardIn))
  test(`a card is labelled, assigned and dated by its letters in the ${view}, and by the palette`, async ({
    house,
    workspace,
    project,
    together,
  }) => {
    const made = await makeBoard(house.db, project, workspace.owner, {
      columns: ['To do'],
      labels: [{ name: 'Safety', colour: 'red' }],
      cards: [{ title: 'Measure', column: 'To do', due: dayAt(today) }],
    })
    const [anna, ben] = await together(project, 'contributor', 'viewer')
    const { page } = anna
    const his = boardPage(ben)
    await his.open(made)
    await page.goto(`/boards/${made.id}?view=${view}`)
    await card(page).focus()
    await test.step('labels', async () => {
      await pressKeys(page, 'l')
      const dialog = page.getByRole('dialog', { name: 'Labels of Measure' })
      await dialog.getByRole('row', { name: 'Safety' }).click()
      await expect(his.card('Measure')).toContainText('Safety')
      await pressKeys(page, 'Escape')
      await expect(dialog).toHaveCount(0)
      await expect(card(page)).toBeFocused()
    })
    await test.step('people, by the palette', async () => {
      await pressKeys(page, 'Control+k')
      await expect(page.getByLabel('Search commands, projects, docs and boards')).toBeFocused()
      await page.keyboard.type('assign to')
      await page.getByRole('menuitem', { name: /Assign to…/ }).click()
      const dialog = page.getByRole('dialog', { name: 'Assignees of Measure' })
      await dialog.getByRole('option', { name: 'Olga Owner' }).click()
      await expect(his.card('Measure')).toContainText('Olga Owner')
      await pressKeys(page, 'Escape')
      await expect(dialog).toHaveCount(0)
    })
    await test.step('a day, and the keyboard goes along', async () => {
      await expect(card(page)).toBeFocused()
      await pressKeys(page, 's')
      await page.getByRole('textbox', { name: 'Start' }).fill('today')
      await pressKeys(page, 'Enter')
      await expect(card(page)).toBeFocused()
      await pressKeys(page, 'd')
      await page.getByRole('textbox', { name: 'Due' }).fill('in 1 day')
      await pressKeys(page, 'Enter')
      await expect(his.card('Measure')).toContainText('Today – ')
      await expect(card(page)).toBeFocused()
    })
    await boardPage(anna).says('Saved')
  })
