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
  test.slow()
  const board = await makeBoard(house.db, project, workspace.owner, {
    columns: ['To do', 'Done'],
    cards: ['Measure', 'Report'].map((title) => ({ title, column: 'To do' })),
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
  await rules.getByRole('button', { name: 'Add a step' }).click()
  await choose(rules, 'Step 3', 'tell somebody')
  await choose(rules, 'Person', one.name)
  await rules.getByRole('button', { name: 'Save rule' }).click()
  await expect(rules.getByText('When a card comes to Done')).toBeVisible()
  await anna.page.keyboard.press('Escape')

  await ben.moveTo('Measure', 'Done')
  const card = anna.card('Measure')
  await expect(card.locator('time')).toBeVisible({ timeout: 15_000 })
  await expect(card).toContainText(other.name)

  // Followed once more, for whatever reason, it would give the card to him again, and tell her again.
  const told = (title: string) =>
    anna.page.getByRole('link', { name: `${other.name} moved ${title}, and a rule of the board` })
  await anna.page.goto('/inbox')
  await told('Measure').click()
  const opened = cardWindow(anna.page)
  await expect(opened.dialog).toContainText(other.name)
  await opened.assign(other.name)
  await expect(card).not.toContainText(other.name)
  await opened.close()
  await ben.moveTo('Report', 'Done')
  await expect(anna.card('Report')).toContainText(other.name, { timeout: 15_000 })
  await expect(card).not.toContainText(other.name)
  await anna.page.goto('/inbox?show=all')
  await expect(told('Report')).toHaveCount(1)
  await expect(told('Measure')).toHaveCount(1)
})
