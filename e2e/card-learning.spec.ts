import { makeBoard, makeDoc } from '@atelier/server/testing/make'
import { expect, type Locator } from '@playwright/test'
import { type BoardPage, boardPage, cardWindow } from './board-page'
import { docPage } from './doc-page'
import { test as base, type Person } from './fixtures'

type Pair = { people: [Person, Person]; anna: BoardPage; ben: BoardPage; board: { id: string } }

const test = base.extend<{ pair: Pair }>({
  pair: async ({ house, project, workspace, together }, use) => {
    const board = await makeBoard(house.db, project, workspace.owner, {
      title: 'Scrap',
      columns: ['To do', 'Done'],
      done: ['Done'],
      cards: [
        { title: 'Measure', column: 'To do' },
        { title: 'Compare', column: 'To do' },
        { title: 'Report', column: 'To do' },
      ],
    })
    const people = await together(project, 'contributor', 'contributor')
    const [anna, ben] = [boardPage(people[0]), boardPage(people[1])]
    await anna.open(board)
    await ben.open(board)
    await use({ people, anna, ben, board })
  },
})

const paste = (body: Locator, words: string) =>
  body.evaluate((element, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    const paste = { clipboardData, bubbles: true, cancelable: true }
    element.dispatchEvent(new ClipboardEvent('paste', paste))
  }, words)

/** Without a mouse, from the card's open window. */
async function relate({ page }: BoardPage, dialog: Locator, kind: string, title: string) {
  await dialog.getByRole('button', { name: 'Add relation' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.type(kind)
  await expect(page.getByRole('menuitem', { name: kind, exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  const search = dialog.getByRole('textbox', { name: `${kind}: which card?` })
  await expect(search).toBeFocused()
  await page.keyboard.type(title.slice(0, 4))
  await expect(page.getByRole('menuitem', { name: title }).first()).toBeVisible()
  await page.keyboard.press('Enter')
}

test('who learns what by a card is seen by all, and written by each for themselves', async ({
  pair,
}) => {
  const { anna, ben, people } = pair
  const hers = await anna.openCard('Measure')
  await hers.dialog
    .getByRole('button', { name: 'What do you want to learn by doing this?' })
    .click()
  const goal = hers.dialog.getByRole('textbox', { name: 'What you want to learn' })
  await expect(goal).toBeFocused()
  await anna.page.keyboard.type('To read a gauge')
  await expect(ben.card('Measure').getByText(`${people[0].name} wants to learn`)).toBeAttached()

  const his = await ben.openCard('Measure')
  const her = his.dialog.getByRole('region', { name: `${people[0].name} wants to learn` })
  await expect(her.getByText('To read a gauge')).toBeVisible()
  await her.getByRole('button', { name: 'I can help' }).click()
  await expect(hers.dialog.getByText(people[1].name)).toBeVisible()
  await his.close()
  await hers.close()

  await anna.moveTo('Measure', 'Done')
  const offer = anna.page.getByRole('alertdialog').filter({ hasText: 'What did you learn?' })
  await offer.getByRole('button', { name: 'Write it down' }).click()
  const note = hers.dialog.getByRole('textbox', { name: 'What you learned' })
  await expect(note).toBeFocused()
  await anna.page.keyboard.type('Warm it first.')
  await anna.page.keyboard.press('Enter')
  await anna.page.keyboard.type('Then wait.')
  await anna.says('Saved')
  await ben.openCard('Measure')
  const learned = his.dialog.getByRole('region', { name: `What ${people[0].name} learned` })
  await expect(learned).toContainText('Warm it first.\nThen wait.')
  await expect(ben.page.getByRole('alertdialog')).toHaveCount(0)
})

test('cards wait for each other, have parts, and never run in a circle that nobody is told of', async ({
  pair,
}) => {
  test.slow()
  const { anna, ben, people } = pair
  const hers = await anna.openCard('Measure')
  await relate(anna, hers.dialog, 'Is blocked by', 'Compare')
  await expect(ben.card('Measure').getByText('Waits for Compare')).toBeVisible()
  await relate(anna, hers.dialog, 'Blocks', 'Compare')
  await expect(hers.dialog.getByRole('alert')).toContainText(
    'This card already waits for “Compare”',
  )
  await anna.page.keyboard.press('Escape')
  await expect(hers.dialog.getByRole('button', { name: 'Add relation' })).toBeFocused()

  const blocked = hers.dialog.getByRole('region', { name: 'Is blocked by' })
  await blocked
    .getByRole('button', { name: /^Compare/ })
    .first()
    .click()
  const other = anna.page.getByRole('dialog', { name: 'Card Compare' })
  await relate(anna, other, 'Has parts', 'Report')
  await expect(other.getByText('0 of 1 done')).toBeVisible()
  await ben.moveTo('Report', 'Done')
  await expect(other.getByText('1 of 1 done')).toBeVisible()
  await anna.page.keyboard.press('Escape')
  await expect(other).toBeHidden()
  await expect(ben.card('Report').getByText('Compare')).toBeVisible()

  const his = await ben.openCard('Compare')
  await expect(his.dialog.getByRole('button', { name: 'Add relation' })).toBeVisible()
  for (const person of people) person.vanish()
  await anna.openCard('Report')
  await relate(anna, hers.dialog, 'Blocks', 'Compare')
  await expect(hers.dialog.getByRole('region', { name: 'Blocks' })).toContainText('Compare')
  await relate(ben, his.dialog, 'Blocks', 'Report')
  await expect(his.dialog.getByRole('region', { name: 'Blocks' })).toContainText('Report')
  for (const person of people) await person.comeBack()
  for (const { dialog } of [hers, his])
    await expect(dialog.getByText('These cards wait for each other')).toBeVisible({
      timeout: 30_000,
    })
  await his.dialog.getByRole('button', { name: '“Report” need not wait for “Compare”' }).click()
  await expect(hers.dialog.getByText('These cards wait for each other')).toHaveCount(0)
  await expect(hers.dialog.getByRole('region', { name: 'Blocks' })).toContainText('Compare')
})

test('a card knows the docs that name it, and a doc shows how far the card is', async ({
  house,
  project,
  workspace,
  pair,
}) => {
  const { anna, people } = pair
  await anna.openCard('Measure')
  const address = anna.page.url()
  const doc = await makeDoc(house.db, project, workspace.owner, 'Minutes')
  const minutes = docPage({ page: people[1].page })
  await minutes.open(doc)
  await minutes.body.click()
  await paste(minutes.body, address)
  await people[1].page.getByRole('button', { name: 'Show it here instead' }).click()
  const shown = minutes.body.getByRole('region', { name: 'Measure' })
  await expect(shown).toContainText('To do')
  await minutes.says('Saved')
  await anna.page.keyboard.press('Escape')
  await anna.moveTo('Measure', 'Done')
  await expect(shown.getByText('Done', { exact: true })).toHaveCount(2)
  // What a doc names is known when nobody is in it.
  await people[1].page.goto('/')
  await anna.openCard('Measure')
  const told = cardWindow(anna.page).dialog.getByRole('region', { name: 'Mentioned in' })
  await expect(told.getByRole('link', { name: /^Minutes/ })).toBeVisible()
})
