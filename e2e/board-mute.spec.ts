/** Whoever has muted a board is told only of what is meant for them by name. */
import { makeBoard } from '@atelier/server/testing/make'
import { expect, type Page } from '@playwright/test'
import { boardPage } from './board-page'
import { test } from './fixtures'

const mark = (page: Page) =>
  page.getByRole('button', { name: 'You have muted this board. Unmute it' })

test('a muted board says so in every tab, and tells of nothing but what is for her', async ({
  house,
  project,
  workspace,
  together,
}) => {
  const [anna, ben] = await together(project, 'contributor', 'contributor')
  const board = await makeBoard(house.db, project, workspace.owner, {
    columns: ['To do', 'Done'],
    cards: [
      { title: 'Measure', column: 'To do', assignee: anna.id },
      { title: 'Report', column: 'To do' },
    ],
  })
  const [hers, his] = [boardPage(anna), boardPage(ben)]
  await hers.open(board)
  const second = await anna.context.newPage()
  await boardPage({ page: second }).open(board)
  await his.open(board)

  await test.step('by the menu of the board, and by the palette', async () => {
    await anna.page.getByRole('button', { name: 'More about this board' }).click()
    await anna.page.getByRole('menuitem', { name: 'Mute this board' }).click()
    await expect(mark(anna.page)).toBeVisible()
    await expect(mark(second)).toBeVisible()
    await mark(second).click()
    await expect(mark(anna.page)).toBeHidden()
    await anna.page.keyboard.press('Control+k')
    await anna.page.keyboard.type('mute this')
    await expect(anna.page.getByRole('menuitem', { name: 'Mute this board' })).toBeVisible()
    await anna.page.keyboard.press('ArrowDown')
    await anna.page.keyboard.press('Enter')
    await expect(mark(second)).toBeVisible()
    await expect(mark(ben.page)).toBeHidden()
  })

  await test.step('then somebody moves a card of hers, and gives her another', async () => {
    await his.moveTo('Measure', 'Done')
    await his.card('Report').focus()
    await ben.page.keyboard.press('a')
    await ben.page.getByRole('textbox', { name: 'Find people' }).fill('anna')
    await ben.page.keyboard.press('ArrowDown')
    await ben.page.keyboard.press('Enter')
    await ben.page.keyboard.press('Escape')
    await expect(his.card('Report')).toContainText('Anna Berg')
    const inbox = second.getByRole('link', { name: /^Inbox/ })
    await expect(inbox).toHaveAccessibleName('Inbox 1 unread')
    await inbox.click()
    await expect(second.getByRole('link', { name: /gave you the card Report/ })).toBeVisible()
    await expect(second.getByRole('link', { name: /Measure/ })).toBeHidden()
  })
})
