/** Somebody is told of what concerns them, in every tab at once, and goes right there. */
import { makeBoard } from '@atelier/server/testing/make'
import { expect, type Page } from '@playwright/test'
import { boardPage } from './board-page'
import { test } from './fixtures'

const number = (page: Page) => page.getByRole('link', { name: /^Inbox/ })

test('who is given a card opens it by keyboard, and every tab knows what is read', async ({
  house,
  project,
  workspace,
  together,
}) => {
  const [anna, ben] = await together(project, 'contributor', 'contributor')
  const board = await makeBoard(house.db, project, workspace.owner, {
    title: 'Scrap',
    columns: ['To do'],
    cards: [{ title: 'Measure', column: 'To do' }],
  })
  await anna.page.goto('/')
  const second = await anna.context.newPage()
  await second.goto('/inbox')
  await expect(number(second)).toHaveAccessibleName('Inbox')

  const his = boardPage(ben)
  await his.open(board)
  await his.card('Measure').focus()
  await ben.page.keyboard.press('a')
  await ben.page.getByRole('textbox', { name: 'Find people' }).fill('anna')
  await ben.page.keyboard.press('ArrowDown')
  await ben.page.keyboard.press('Enter')
  await ben.page.keyboard.press('Escape')
  await expect(his.card('Measure')).toContainText('Anna Berg')

  await expect(number(anna.page)).toHaveAccessibleName('Inbox 1 unread')
  await expect(anna.page).toHaveTitle(/^\(1\) /)
  await number(anna.page).focus()
  await anna.page.keyboard.press('Enter')
  const message = (page: Page) =>
    page.getByRole('link', { name: /Ben Okafor gave you the card Measure/ })
  await expect(message(anna.page)).toBeVisible()
  await expect(message(second)).toBeVisible()
  await anna.page.keyboard.press('j')
  await expect(message(anna.page)).toBeFocused()
  await anna.page.keyboard.press('Enter')
  await expect(anna.page.getByRole('dialog', { name: 'Card Measure' })).toBeVisible()

  await anna.page.keyboard.press('Escape')
  await expect(number(second)).toHaveAccessibleName('Inbox')
  await expect(message(second)).toBeHidden()
  await second.goto('/inbox?show=all')
  await expect(message(second)).toBeVisible()
  await second.keyboard.press('j')
  await expect(message(second)).toBeFocused()
  await second.keyboard.press('u')
  await expect(message(second)).toHaveAccessibleName(/^Unread: /)
  await expect(number(anna.page)).toHaveAccessibleName('Inbox 1 unread')
  await second.keyboard.press('Shift+U')
  await expect(message(second)).toHaveAccessibleName(/^Ben Okafor/)
  await second.getByRole('button', { name: 'Undo' }).click()
  await expect(number(second)).toHaveAccessibleName('Inbox 1 unread')
})
