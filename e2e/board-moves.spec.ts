import { makeBoard } from '@atelier/server/testing/make'
import { expect } from '@playwright/test'
import { type BoardPage, boardPage } from './board-page'
import { choose } from './choose'
import { test as base } from './fixtures'

/** Anna is on a board with a plan of five cards, Ben on an empty one beside it. */
const test = base.extend<{ pair: { anna: BoardPage; ben: BoardPage } }>({
  pair: async ({ house, project, workspace, together }, use) => {
    const from = await makeBoard(house.db, project, workspace.owner, {
      title: 'Here',
      columns: ['To do', 'Done'],
      cards: [
        { title: 'One', column: 'To do' },
        { title: 'Two', column: 'To do', waitsFor: ['One'] },
        { title: 'Three', column: 'Done' },
        { title: 'Four', column: 'To do', partOf: 'One' },
        { title: 'Five', column: 'To do' },
      ],
    })
    const to = await makeBoard(house.db, project, workspace.owner, {
      title: 'There',
      columns: ['Plan'],
    })
    const [anna, ben] = await together(project, 'contributor', 'contributor')
    const pair = { anna: boardPage(anna), ben: boardPage(ben) }
    await pair.anna.open(from)
    await pair.ben.open(to)
    await use(pair)
  },
})

const relations = ({ page }: BoardPage) => page.getByRole('region', { name: 'Relations' })

test('many cards go to another board with what is between them, and come back as one to where they were', async ({
  pair: { anna, ben },
}) => {
  const { keyboard } = anna.page
  for (const title of ['One', 'Two', 'Three'])
    await anna.card(title).click({ modifiers: ['Control'] })
  await anna.card('Two').focus()
  await keyboard.press('m')
  const dialog = anna.page.getByRole('dialog', { name: 'Move card' })
  await choose(dialog, 'Board', 'There')
  await dialog.getByRole('button', { name: 'Move 3 cards to that board' }).click()
  await ben.shows({ Plan: ['One', 'Two', 'Three'] })
  await anna.shows({ 'To do': ['Four', 'Five'], Done: [] })
  const toast = anna.page.getByRole('alertdialog').filter({ hasText: '3 cards are on the other' })
  await expect(toast).toContainText('One relation to a card that stays was left behind.')
  const there = await ben.openCard('Two')
  await expect(relations(ben)).toContainText('One')
  await there.close()
  await toast.getByRole('button', { name: 'Undo' }).click()
  await anna.shows({ 'To do': ['One', 'Two', 'Four', 'Five'], Done: ['Three'] })
  await ben.shows({ Plan: [] })
  const back = await anna.openCard('One')
  await expect(relations(anna)).toContainText('Two')
  await expect(relations(anna)).toContainText('Four')
  await back.close()
})
