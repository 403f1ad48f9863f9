import { makeBoard } from '@atelier/server/testing/make'
import { expect } from '@playwright/test'
import { boardPage, cardWindow } from './board-page'
import { choose } from './choose'
import { test } from './fixtures'

test('what a rule says happens once, whoever moves the card, and readers see the rule', async ({
  house,
  project,
  workspace,
  together,
}) => {
  const board = await makeBoard(house.db, project, workspace.owner, {
    columns: ['To do', 'Done'],
    cards: [{ title: 'Measure', column: 'To do' }],
  })
  const [one, other] = await together(project, 'contributor', 'contributor')
  const [anna, ben] = [boardPage(one), boardPage(other)]
  await anna.open(board)
  await ben.open(board)

  await anna.page.getByRole('button', { name: 'More about this board' }).click()
  await anna.page.getByRole('menuitem', { name: 'Rules…' }).click()
  const rules = anna.page.getByRole('dialog', { name: 'Rules' })
  await rules.getByRole('button', { name: 'Add a rule' }).click()
  await choose(rules, 'When a card comes to', 'Done')
  await choose(rules, 'Step 1', 'set a due date')
  await rules.getByRole('textbox', { name: 'Days' }).fill('0')
  await rules.getByRole('button', { name: 'Add a step' }).click()
  await choose(rules, 'Step 2', 'assign whoever moved it')
  await rules.getByRole('button', { name: 'Save rule' }).click()
  await expect(rules.getByText('When a card comes to Done')).toBeVisible()
  await anna.page.keyboard.press('Escape')

  await ben.moveTo('Measure', 'Done')
  const card = anna.card('Measure')
  await expect(card.locator('time')).toBeVisible({ timeout: 15_000 })
  await expect(card).toContainText(other.name)
  await card.click()
  await expect(cardWindow(anna.page).dialog).toContainText(other.name)
})
