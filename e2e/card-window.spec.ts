/** A card opened: its checklists, files, cover, people and copies, for two people at once and for a reader. */
import { makeBoard } from '@atelier/server/testing/make'
import { expect, type Locator } from '@playwright/test'
import { type BoardPage, boardPage, type CardWindow, cardWindow } from './board-page'
import { drop } from './files-page'
import { test as base, type Person } from './fixtures'

type Pair = { people: [Person, Person]; anna: BoardPage; ben: BoardPage; board: { id: string } }

const test = base.extend<{ pair: Pair }>({
  pair: async ({ house, project, workspace, together }, use) => {
    const board = await makeBoard(house.db, project, workspace.owner, {
      title: 'Scrap',
      columns: ['To do', 'Doing'],
      cards: [
        { title: 'Measure', column: 'To do' },
        { title: 'Report', column: 'Doing' },
      ],
    })
    const people = await together(project, 'contributor', 'contributor')
    const [anna, ben] = [boardPage(people[0]), boardPage(people[1])]
    await anna.open(board)
    await ben.open(board)
    await use({ people, anna, ben, board })
  },
})

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const picture = { name: 'burr.png', mimeType: 'image/png', buffer: dot }
const report = { name: 'report.txt', mimeType: 'text/plain', buffer: Buffer.from('42 blanks') }

const items = ({ dialog }: CardWindow, list: string) =>
  dialog.getByRole('region', { name: list, exact: true }).getByRole('checkbox')
const texts = (boxes: Locator) =>
  boxes.evaluateAll((all) => all.map((box) => box.closest('label')?.textContent ?? ''))

async function begin(window: CardWindow, ...lines: string[]) {
  await window.dialog.getByRole('button', { name: 'Checklist', exact: true }).click()
  for (const line of lines) {
    await window.dialog.getByRole('textbox', { name: /^New item of/ }).fill(line)
    await window.dialog.page().keyboard.press('Enter')
  }
}

test('two people work through one checklist, by mouse, by keys and by pasting', async ({
  pair,
}) => {
  const { anna, ben } = pair
  const [hers, his] = [await anna.openCard('Measure'), await ben.openCard('Measure')]
  await begin(hers, 'Gloves', 'Goggles')
  await hers.dialog.getByRole('textbox', { name: /^New item of/ }).evaluate((field) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', '- [x] Boots\n- Helmet')
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  })
  await anna.page.keyboard.press('Escape')
  await expect(hers.dialog.getByRole('button', { name: 'Add an item' })).toBeFocused()
  await expect
    .poll(() => texts(items(his, 'Checklist')))
    .toEqual(['Gloves', 'Goggles', 'Boots', 'Helmet'])
  await expect(items(his, 'Checklist').nth(2)).toBeChecked()

  await items(his, 'Checklist').nth(0).press('Space')
  await expect(hers.dialog.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '2 of 4')

  await hers.dialog.getByRole('button', { name: 'Helmet, edit' }).focus()
  await anna.page.keyboard.press('Alt+Shift+ArrowUp')
  const said = anna.page.getByText('Helmet moved to Checklist, position 3 of 4')
  await expect(said).toBeAttached()
  await expect(hers.dialog.getByRole('button', { name: 'Helmet, edit' })).toBeFocused()
  await expect
    .poll(() => texts(items(his, 'Checklist')))
    .toEqual(['Gloves', 'Goggles', 'Helmet', 'Boots'])

  const item = his.dialog.locator('[data-item]').filter({ hasText: 'Goggles' })
  await item.hover()
  await item.getByRole('button', { name: 'Actions for Goggles' }).click()
  await ben.page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect(items(hers, 'Checklist')).toHaveCount(3)
  await ben.page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect
    .poll(() => texts(items(hers, 'Checklist')))
    .toEqual(['Gloves', 'Goggles', 'Helmet', 'Boots'])

  await item.getByRole('button', { name: 'Actions for Goggles' }).click()
  await ben.page.getByRole('menuitem', { name: 'Make a card of it' }).click()
  await hers.close()
  await anna.shows({ 'To do': ['Measure', 'Goggles'], Doing: ['Report'] })
  await expect(anna.card('Measure')).toContainText('2 of 3 done')
})

test('files, a cover, people, a start and an estimate are on the card for everybody', async ({
  pair,
}) => {
  const { anna, ben } = pair
  const [hers, his] = [await anna.openCard('Measure'), await ben.openCard('Measure')]
  await drop(hers.dialog.getByRole('button', { name: 'Cover' }), [picture, report], 'above')
  await expect(his.dialog.getByRole('button', { name: /^Look at burr\.png/ })).toBeVisible()
  await expect(his.dialog.getByRole('link', { name: /^Download report\.txt/ })).toBeVisible()
  await his.dialog.getByRole('button', { name: 'Actions for burr.png' }).click()
  await ben.page.getByRole('menuitem', { name: 'Use as cover' }).click()
  await his.assign('Anna Berg', 'Ben Okafor')
  const start = his.dialog.getByRole('group', { name: 'Start date' })
  await start.getByRole('spinbutton').first().focus()
  await ben.page.keyboard.type('24122027')
  await expect(hers.dialog.getByRole('button', { name: 'Remove start date' })).toBeVisible()
  const due = hers.dialog.getByRole('group', { name: 'Due date' })
  await due.getByRole('spinbutton').first().focus()
  await anna.page.keyboard.type('01122027')
  await expect(his.dialog.getByText('It starts after it is due.')).toBeVisible()
  const points = hers.dialog.getByRole('textbox', { name: 'Estimate in points' })
  await points.fill('a lot')
  await points.press('Enter')
  await expect(hers.dialog.getByText('An estimate is a number from 0 to 9,999.')).toBeVisible()
  await points.fill('2.5')
  await points.press('Enter')
  await his.close()
  const card = ben.card('Measure')
  await expect(card.locator('.card-cover img')).toBeVisible()
  for (const fact of ['2 files', '2.5 points', 'Anna Berg', 'Ben Okafor', '1 Dec 2027'])
    await expect(card).toContainText(fact)

  const again = await ben.openCard('Measure')
  await again.dialog.getByRole('button', { name: /^Assignees: / }).click()
  await expect(ben.page.getByRole('option', { name: 'Anna Berg' })).toBeVisible()
  const { keyboard } = ben.page
  // Pressed twice, not held: a key that repeats closes one thing.
  const twice = ['down', 'up', 'down', 'up'] as const
  await Promise.all(twice.map((turn) => keyboard[turn]('Escape')))
  await expect(again.dialog).toBeHidden()
})

test('a file that is added without a network comes to the other once there is one', async ({
  pair,
}) => {
  const { anna, ben, people } = pair
  const [hers, his] = [await anna.openCard('Measure'), await ben.openCard('Measure')]
  await people[0].goOffline()
  await drop(hers.dialog.getByRole('button', { name: 'Cover' }), [report], 'above')
  await expect(hers.dialog.getByText(/It is kept on this device/)).toBeVisible()
  await hers.close()
  await people[0].comeBack()
  await expect(his.dialog.getByRole('link', { name: /^Download report\.txt/ })).toBeVisible({
    timeout: 30_000,
  })
})

test('a card is copied, and is what others are made from', async ({ pair }) => {
  const { anna, ben } = pair
  const window = await anna.openCard('Report')
  await begin(window, 'Figures')
  await anna.page.keyboard.press('Escape')
  await window.close()
  await anna.fromMenu('card', 'Report', 'Copy card')
  await ben.shows({ 'To do': ['Measure'], Doing: ['Report', 'Report'] })
  await anna.card('Report').first().hover()
  await anna
    .card('Report')
    .first()
    .getByRole('button', { name: /^Actions for card/ })
    .click()
  await anna.page.getByRole('menuitem', { name: 'Save as template' }).click()
  await ben.page.getByRole('button', { name: 'Add a card of a template to To do' }).click()
  await ben.page.getByRole('menuitem', { name: 'Report' }).click()
  const made = cardWindow(ben.page)
  await expect(items(made, 'Checklist')).toHaveCount(1)
  await made.close()
  await anna.shows({ 'To do': ['Measure', 'Report'], Doing: ['Report', 'Report'] })
})

test('a reader sees all of it, and nothing to change it with', async ({
  pair,
  project,
  together,
}) => {
  const { anna, board } = pair
  const hers = await anna.openCard('Measure')
  await begin(hers, 'Gloves')
  await anna.page.keyboard.press('Escape')
  await hers.assign('Ben Okafor')
  await drop(hers.dialog.getByRole('button', { name: 'Cover' }), [report], 'above')
  await expect(hers.dialog.getByRole('link', { name: /^Download report\.txt/ })).toBeVisible()
  await anna.says('Saved')
  const [reader] = await together(project, 'viewer')
  const theirs = boardPage(reader)
  await theirs.open(board)
  await reader.page.getByText('Measure', { exact: true }).click()
  const { dialog } = cardWindow(reader.page)
  for (const fact of ['Gloves', 'Ben Okafor', 'report.txt', '0 of 1'])
    await expect(dialog.getByText(fact)).toBeVisible()
  await expect(dialog.getByRole('checkbox')).toHaveCount(0)
  for (const name of ['Checklist', 'File', 'Cover', 'Add an item', 'Archive'])
    await expect(dialog.getByRole('button', { name, exact: true })).toHaveCount(0)
})
