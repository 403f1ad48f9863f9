import { makeBoard } from '@atelier/server/testing/make'
import { expect, type Page } from '@playwright/test'
import { boardPage } from './board-page'
import { test } from './fixtures'
import { pressKeys } from './keys'

test('one line makes a card with its day, its person, its label and its estimate; the other sees all of it, and one undo takes it away', async ({
  house,
  workspace,
  project,
  together,
}) => {
  const made = await makeBoard(house.db, project, workspace.owner, {
    title: 'Scrap board',
    columns: ['To do', 'Done'],
    labels: [{ name: 'Safety', colour: 'red' }],
    cards: [{ title: 'Measure', column: 'To do' }],
  })
  const [anna, ben] = await together(project, 'contributor', 'contributor')
  const [hers, his] = [boardPage(anna), boardPage(ben)]
  await hers.open(made)
  await his.open(made)
  const { page } = anna
  await pressKeys(page, 'n')
  await page.keyboard.type('Check the guards @olga')
  await expect(page.getByRole('listbox', { name: 'People' }).getByRole('option')).toHaveText([
    /Olga Owner/,
  ])
  await pressKeys(page, 'Enter')
  await page.keyboard.type('#saf')
  await pressKeys(page, 'Enter')
  await page.keyboard.type('#night-shift ~3 by 24.12.2027 tomorrow')
  const chips = page.getByRole('list', { name: 'Will be set on the card' })
  await expect(chips.getByRole('listitem')).toHaveText([
    'Olga Owner',
    'Safety',
    'New label night-shift',
    '3 points',
    'Due Tomorrow',
  ])
  await test.step('what was not meant so stays words', async () => {
    await pressKeys(page, 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Backspace')
    await expect(chips).not.toContainText('Tomorrow')
    await expect(chips).toContainText('Due Fri')
  })
  await pressKeys(page, 'Enter')
  await hers.hears(/^Card Check the guards tomorrow added to To do: Olga Owner, Safety/)
  await pressKeys(page, 'Escape')
  const title = 'Check the guards tomorrow'
  await expect(hers.card(title)).toBeFocused()
  for (const fact of ['Olga Owner', 'Safety', 'night-shift', '24 Dec 2027'])
    await expect(his.card(title)).toContainText(fact)
  await pressKeys(page, 'Control+z')
  await his.shows({ 'To do': ['Measure'], Done: [] })
  await pressKeys(page, 'Control+Shift+z')
  await his.shows({ 'To do': ['Measure', title], Done: [] })
})

test('a pasted list is a card a line, wherever it is pasted, and can be taken back as one', async ({
  house,
  workspace,
  project,
  together,
}) => {
  const made = await makeBoard(house.db, project, workspace.owner, {
    title: 'Scrap board',
    columns: ['To do', 'Doing'],
    cards: [{ title: 'Report', column: 'Doing' }],
  })
  const [anna] = await together(project, 'contributor')
  const board = boardPage(anna)
  const { page } = anna
  await board.open(made)
  await pressKeys(page, 'n')
  await paste(page, '- [ ] Measure\n- [x] Cut\n  - By hand\n  - By machine\n3. Weld\n')
  await board.shows({ 'To do': ['Measure', 'Cut', 'Weld'], Doing: ['Report'] })
  await board.hears('3 cards added')
  await pressKeys(page, 'Escape', 'Control+z')
  await board.shows({ 'To do': [], Doing: ['Report'] })
  await board.card('Report').focus()
  await paste(page, 'Pack\tAnna\nShip\t')
  await board.shows({ 'To do': [], Doing: ['Report', 'Pack', 'Ship'] })
  await expect(board.card('Pack')).toBeFocused()
  await page
    .getByRole('alertdialog')
    .filter({ hasText: '2 cards added' })
    .getByRole('button', { name: 'Undo' })
    .click()
  await board.shows({ 'To do': [], Doing: ['Report'] })
  await board.says('Saved')
})

/** As Ctrl+V does, without the clipboard of this machine. */
const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate((words) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', words)
    const event = { clipboardData, bubbles: true, cancelable: true }
    ;(document.activeElement ?? document.body).dispatchEvent(new ClipboardEvent('paste', event))
  }, text)
